// A byte is taken from memory that nobody has written.
//@ judge: miri
use std::mem::MaybeUninit;

fn main() {
    let byte: u8 = unsafe { MaybeUninit::uninit().assume_init() };
    println!("{}", byte & 0);
}

//@ why: A `u8` may have any of 256 values, and unwritten memory has none of them. To say that it holds one is
//@ why: the fault, whatever comes then.
