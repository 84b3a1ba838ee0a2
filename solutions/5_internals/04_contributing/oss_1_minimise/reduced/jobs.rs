// Why so: the report names each type on the way from the closure to the `Rc`. None of them matters; the thread and
// the one thing that must not go there are the whole story.

use std::rc::Rc;
use std::thread;

fn main() {
    let label: Rc<str> = "bake bread".into();
    let helper = thread::spawn(move || println!("{label}"));
    println!("{:?}", helper.join());
}
