// How many bytes does this enum take? A `u32` stands at a place that four divides.
#[expect(dead_code, reason = "only its size is asked for")]
enum Reading {
    Raw(u32),
    Percent(u8),
}

fn main() {
    println!("{}", size_of::<Reading>());
}

//@ why: Four bytes for the largest, one for the tag, three that keep the number at its place in an array.
