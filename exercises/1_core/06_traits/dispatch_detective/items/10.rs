// Both the door and the pointer to it have a name.
use std::rc::Rc;
struct Door;

trait Named {
    fn name(&self) -> &'static str;
}

impl Named for Door {
    fn name(&self) -> &'static str {
        "door"
    }
}

impl Named for Rc<Door> {
    fn name(&self) -> &'static str {
        "pointer"
    }
}

fn main() {
    let door = Rc::new(Door);
    println!("{} {}", door.name(), (*door).name());
}

//@ why: The search begins with the pointer, by value and by reference, and looks through it only if nothing was found.
