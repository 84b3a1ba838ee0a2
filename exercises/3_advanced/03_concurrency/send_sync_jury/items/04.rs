// A cell: `Cell<u8>`.
use std::cell::Cell;

fn main() {
    println!("{}", kit::send_and_sync!(Cell<u8>));
}

//@ why: Whoever owns a cell may take it to another thread. What must not happen is that two threads have a
//@ why: reference to it at once.
