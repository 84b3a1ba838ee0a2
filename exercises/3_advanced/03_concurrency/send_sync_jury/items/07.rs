// A lock with many readers around a cell: `RwLock<Cell<u8>>`.
use std::cell::Cell;
use std::sync::RwLock;

fn main() {
    println!("{}", kit::send_and_sync!(RwLock<Cell<u8>>));
}

//@ why: Many readers at once have a reference to the content, so the content has to be Sync as well. A cell
//@ why: is not.
