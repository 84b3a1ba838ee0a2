// A lock around a counter of references for one thread: `Mutex<Rc<u8>>`.
use std::rc::Rc;
use std::sync::Mutex;

fn main() {
    println!("{}", kit::send_and_sync!(Mutex<Rc<u8>>));
}

//@ why: A clone of the `Rc` may live outside of the lock and count at the same time. A lock cannot make
//@ why: something Send that is not.
