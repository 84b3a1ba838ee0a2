// One half of a pair moves out; then the whole is shown.
fn main() {
    let pair = (String::from("salt"), String::from("pepper"));
    let first = pair.0;
    println!("{first}");
    println!("{pair:?}");
}

//@ why: A pair of which a part is missing is no whole pair any more. Its other part may be read, the pair may not.
