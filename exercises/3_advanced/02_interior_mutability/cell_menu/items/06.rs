// A lock for one at a time, around a cell: `Mutex<Cell<u32>>`.
use std::cell::Cell;
use std::sync::Mutex;

fn main() {
    println!("{}", kit::send_and_sync!(Mutex<Cell<u32>>));
}

//@ why: A `Mutex` lets one thread at a time have the content, so the content is handed round and never shared. A cell
//@ why: may be handed round.
