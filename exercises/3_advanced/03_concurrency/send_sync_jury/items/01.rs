// A counter of references for one thread: `Rc<u8>`.
use std::rc::Rc;

fn main() {
    println!("{}", kit::send_and_sync!(Rc<u8>));
}

//@ why: Two clones share one count, and the count is a plain number. From two threads it would be counted
//@ why: wrongly.
