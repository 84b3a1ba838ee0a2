// A list of places that may be empty is taken from memory that nobody has written.
//@ judge: miri
use std::mem::MaybeUninit;

fn main() {
    let mut places: [MaybeUninit<u8>; 4] = unsafe { MaybeUninit::uninit().assume_init() };
    places[0].write(5);
    println!("{}", unsafe { places[0].assume_init() });
}

//@ why: A `MaybeUninit` may hold nothing, so a list of them is whole as it is. Only what was written is taken
//@ why: out.
