// A shared reference to a cell: `&'static Cell<u8>`.
use std::cell::Cell;

fn main() {
    println!("{}", kit::send_and_sync!(&'static Cell<u8>));
}

//@ why: A reference may be sent if, and only if, what it refers to is Sync: the sender keeps a copy of it.
