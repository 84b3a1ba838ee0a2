// Why so: the report names each type on the way from the closure to the `Rc`. None of them matters; the thread and
// the one thing that must not go there are the whole story.

use std::rc::Rc;

fn main() {
    let label = Rc::<str>::from("");
    std::thread::spawn(move || label.len());
}
