// A lock around a cell: `Mutex<Cell<u8>>`.
use std::cell::Cell;
use std::sync::Mutex;

fn main() {
    println!("{}", kit::send_and_sync!(Mutex<Cell<u8>>));
}

//@ why: The lock lets one thread at a time have the content. That is like sending it round, so Send is all
//@ why: that the content needs.
