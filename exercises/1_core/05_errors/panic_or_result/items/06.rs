// A map is asked for a key that it does not have.
use std::collections::HashMap;

fn main() {
    let prices = HashMap::from([("tea", 3)]);
    println!("{:?}", prices["milk"]);
}

//@ why: Brackets claim that the key is there, as with a list. `get` is the question.
