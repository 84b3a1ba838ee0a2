// With one of the types in between.

use std::rc::Rc;

struct Label {
    text: Rc<str>,
}

fn main() {
    let label = Label { text: "tea".into() };
    std::thread::spawn(move || {
        let label = label;
        label.text.len()
    });
}
