// A thread and an Rc.

use std::rc::Rc;
use std::thread;

fn main() {
    let label: Rc<str> = "bake bread".into();
    let helper = thread::spawn(move || println!("{label}"));
    println!("{:?}", helper.join());
}
