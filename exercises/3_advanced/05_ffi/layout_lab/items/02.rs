// The same fields, and nothing said about the layout.
struct Sample {
    channel: u8,
    level: u32,
    flags: u8,
}

fn main() {
    println!("{}", size_of::<Sample>());
}

//@ why: Rust may order the fields as it likes and puts the large one first: four and one and one, filled up to 8.
//@ why: Which order it takes is not promised.
