// How many bytes does this enum take? A `u16` stands at an even place.
#[expect(dead_code, reason = "only its size is asked for")]
enum Shape {
    Dot,
    Line(u16),
    Frame(u16, u16),
}

fn main() {
    println!("{}", size_of::<Shape>());
}

//@ why: The variants lie on top of each other, so the largest counts: four bytes. The tag comes on top, and is
//@ why: filled up to an even size. There is no sum of all variants.
