// How many bytes does a `Sample` take, as C would lay it out?
#[repr(C)]
struct Sample {
    channel: u8,
    level: u32,
    flags: u8,
}

fn main() {
    println!("{}", size_of::<Sample>());
}

//@ why: The order stays: one byte, three to get `level` to a multiple of four, four, one. The end is filled up to a
//@ why: multiple of four as well, so that the next `Sample` in an array is aligned: 12, not 9 and not 10.
