// A list that notices two borrowers at once: `RefCell<Vec<u32>>`.
use std::cell::RefCell;

fn main() {
    println!("{}", kit::send_and_sync!(RefCell<Vec<u32>>));
}

//@ why: It counts its borrowers in a plain number. That finds out a second borrower in the same thread; from two
//@ why: threads the count itself would be written at once.
