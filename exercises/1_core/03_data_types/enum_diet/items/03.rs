// How many bytes does an optional optional truth value take?
fn main() {
    println!("{}", size_of::<Option<Option<bool>>>());
}

//@ why: There are 254 unused patterns in the byte, and each layer of Option takes one of them.
