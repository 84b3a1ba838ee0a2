// Text from outside is no number.
fn main() {
    println!("{}", "12a".parse::<u8>().is_err());
}

//@ why: Any text may come in, however correct the program is. That is what Result is for.
