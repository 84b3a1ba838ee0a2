// A reference that may be missing: how many times as large as the reference?

fn main() {
    println!("{}", size_of::<Option<&u8>>() / size_of::<&u8>());
}

//@ why: A reference is never null, so null is free to stand for `None`. That is promised, and that is why such an
//@ why: option can be handed to C.
