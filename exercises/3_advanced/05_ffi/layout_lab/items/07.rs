// A choice with data, whose tag is one byte: how many bytes?
#[repr(u8)]
#[expect(dead_code)]
enum Event {
    Quit,
    Key(u8),
    Wait(u32),
}

fn main() {
    println!("{}", size_of::<Event>());
}

//@ why: The tag comes first, then three bytes of padding, then the largest content: 8. Rust may not hide the tag
//@ why: somewhere else here.
