// A field of a packed struct is read with `read_unaligned`.
//@ judge: miri
#[repr(C, packed)]
struct Head {
    kind: u8,
    size: u32,
}

fn main() {
    let head = Head { kind: 1, size: 9 };
    let size = &raw const head.size;
    let kind = head.kind;
    println!("{kind} {}", unsafe { size.read_unaligned() });
}

//@ why: `&raw const` makes no reference on its way, so nothing promises an aligned place, and
//@ why: `read_unaligned` needs none.
