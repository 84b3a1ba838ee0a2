// A wrapper that is transparent, around a pair for C: how large is it?
#[repr(C)]
#[expect(dead_code)]
struct Pair {
    short: u16,
    long: u32,
}

#[repr(transparent)]
#[expect(dead_code)]
struct Checked(Pair, ());

fn main() {
    println!("{}", size_of::<Checked>());
}

//@ why: `transparent` means: laid out just as the one field that takes room. That is a pair: 2, 2 of padding, 4.
