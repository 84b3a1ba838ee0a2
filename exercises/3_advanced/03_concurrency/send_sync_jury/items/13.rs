// A pointer to a function that takes a counter of references: `fn(Rc<u8>)`.
use std::rc::Rc;

fn main() {
    println!("{}", kit::send_and_sync!(fn(Rc<u8>)));
}

//@ why: A pointer to a function holds no value of its parameters' types. It is an address of code, and that
//@ why: never changes.
