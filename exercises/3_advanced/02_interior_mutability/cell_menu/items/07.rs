// A lock for many readers, around a cell: `RwLock<Cell<u32>>`.
use std::cell::Cell;
use std::sync::RwLock;

fn main() {
    println!("{}", kit::send_and_sync!(RwLock<Cell<u32>>));
}

//@ why: Readers are in there together, and through `&Cell` each of them may write. What many may read at once has to
//@ why: be Sync itself.
