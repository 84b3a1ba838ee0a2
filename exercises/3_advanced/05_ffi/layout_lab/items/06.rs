// A choice as C has it: how many bytes?
#[repr(C)]
#[derive(Clone, Copy)]
enum Mode {
    Off,
    On,
}

fn main() {
    println!("{}", size_of::<Mode>() + Mode::Off as usize);
}

//@ why: In C an enum is as large as an `int`, four bytes on all machines that we are likely to meet. One byte it is
//@ why: only with `repr(u8)`, or where Rust may choose.
