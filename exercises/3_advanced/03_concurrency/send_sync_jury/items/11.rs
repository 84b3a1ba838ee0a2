// An exclusive reference to a cell: `&'static mut Cell<u8>`.
use std::cell::Cell;

fn main() {
    println!("{}", kit::send_and_sync!(&'static mut Cell<u8>));
}

//@ why: It goes along with all access, so its content has to be Send. A reference to it gives shared access
//@ why: to the cell, so it is not Sync.
