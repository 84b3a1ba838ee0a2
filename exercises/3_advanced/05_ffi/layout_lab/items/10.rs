// Something with one field of size zero and one real one: what is its alignment?
#[repr(C)]
struct Marked {
    wide: [u64; 0],
    byte: u8,
}

fn main() {
    println!("{}", align_of::<Marked>());
}

//@ why: An array without elements takes no room, and still wants to stand at a multiple of eight; the struct takes
//@ why: that over, and its size is 8, too.
