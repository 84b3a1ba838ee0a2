// How many bytes does an optional byte take?
fn main() {
    println!("{}", size_of::<Option<u8>>());
}

//@ why: A `u8` uses all of its 256 patterns, so the tag needs a byte of its own.
