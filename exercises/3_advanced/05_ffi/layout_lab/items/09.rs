// A number that may be missing: how many bytes?

fn main() {
    println!("{}", size_of::<Option<u32>>());
}

//@ why: Every pattern of a `u32` is a number already, so the tag needs room of its own, and alignment makes it four
//@ why: bytes more.
