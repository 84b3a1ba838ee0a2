// One half of a pair moves out; the other is read.
fn main() {
    let pair = (String::from("salt"), String::from("pepper"));
    let first = pair.0;
    println!("{first} and {}", pair.1);
}

//@ why: Each part of a pair is owned on its own. Only `pair.0` has moved, and `pair.1` is where it was.
