// How far from its beginning does `level` stand?
#[repr(C)]
struct Reading {
    channel: u8,
    flags: u16,
    level: u64,
}

fn main() {
    println!("{}", std::mem::offset_of!(Reading, level));
}

//@ why: A byte, one of padding, two for `flags`: 4. The next multiple of eight is 8.
