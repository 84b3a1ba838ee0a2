// Bytes from outside are no text.
fn main() {
    println!("{}", String::from_utf8(vec![0xff]).is_err());
}

//@ why: Bytes come from anywhere, and the error even gives them back.
