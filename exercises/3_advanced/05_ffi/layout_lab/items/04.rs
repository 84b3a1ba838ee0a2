// The same without any padding: how many bytes?
#[repr(C, packed)]
struct Reading {
    channel: u8,
    flags: u16,
    level: u64,
}

fn main() {
    println!("{}", size_of::<Reading>());
}

//@ why: `packed` takes all padding away, at the end too: 1 + 2 + 8.
