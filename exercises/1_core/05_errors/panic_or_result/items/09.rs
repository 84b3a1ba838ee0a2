// A queue of two is told to remove its tenth element.
use std::collections::VecDeque;

fn main() {
    let mut queue = VecDeque::from([1, 2]);
    println!("{:?}", queue.remove(9));
}

//@ why: Where the line runs is a decision of whoever designs the function: `Vec::remove` panics for the same request.
//@ why: Both say so in their documentation, and that is what callers have to go by.
