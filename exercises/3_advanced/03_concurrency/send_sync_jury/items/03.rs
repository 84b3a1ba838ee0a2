// The many-thread counter around a cell: `Arc<Cell<u8>>`.
use std::cell::Cell;
use std::sync::Arc;

fn main() {
    println!("{}", kit::send_and_sync!(Arc<Cell<u8>>));
}

//@ why: All owners of an `Arc` look at the same value. `Arc` protects its count and nothing inside; with a
//@ why: content that is not Sync it is neither.
