// A packed field is looked at through a reference: what is printed, or where does the compiler stop?
#[repr(C, packed)]
struct Reading {
    channel: u8,
    level: u64,
}

fn double(level: &u64) -> u64 {
    level * 2
}

fn main() {
    let reading = Reading {
        channel: 3,
        level: 21,
    };
    let channel = reading.channel;
    println!("{channel}");
    println!("{}", double(&reading.level));
}

//@ why: A reference has to be aligned, and this field stands one byte off. Its value may be copied out, as it is
//@ why: done with the channel; a reference to it may not even be made.
