// How many bytes does an optional number take that is never 0?
use std::num::NonZeroU32;

fn main() {
    println!("{}", size_of::<Option<NonZeroU32>>());
}

//@ why: Zero is free, so it stands for None. An Option<u32> takes eight: a tag, and three bytes to keep the number
//@ why: at an even place.
