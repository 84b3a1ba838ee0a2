// A field of a packed struct is read through a plain pointer.
//@ judge: miri
#[repr(C, packed)]
struct Head {
    kind: u8,
    size: u32,
}

#[repr(align(4))]
struct Aligned(Head);

fn main() {
    let head = Aligned(Head { kind: 1, size: 9 });
    let size = &raw const head.0.size;
    let kind = head.0.kind;
    println!("{kind} {}", unsafe { *size });
}

//@ why: Making the pointer is fine. Reading a `u32` through it asks for an address that a `u32` may have, and
//@ why: this one is odd.
