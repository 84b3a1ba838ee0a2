// A wider alignment is asked for: how many bytes do three of them take?
#[repr(align(16))]
#[expect(dead_code)]
struct Lane([u8; 20]);

fn main() {
    println!("{}", size_of::<[Lane; 3]>());
}

//@ why: A size is always a multiple of the alignment, because arrays have no gaps between their elements: 32 each.
