// A button borrows a text of the caller, and another thing is shared within one thread.
use closure_captures::Panel;
use std::cell::Cell;
use std::rc::Rc;

fn main() {
    let name = String::from("hall");
    let length = Rc::new(Cell::new(0));
    let seen = Rc::clone(&length);
    let mut panel = Panel::new();
    panel.add("measure", || seen.set(name.len()));
    panel.press("measure");
    assert_eq!(length.get(), 4);
}
