// A queue is turned by one, a value goes in at the front, and a key is put in twice.
use std::collections::{HashMap, VecDeque};

fn main() {
    let mut queue: VecDeque<u8> = (1..4).collect();
    queue.rotate_left(1);
    queue.push_front(9);
    let mut seats = HashMap::from([("Ada", 1)]);
    let before = seats.insert("Ada", 2);
    println!("{queue:?} {before:?} {}", seats.len());
}

//@ why: `rotate_left` takes from the front and puts to the back. A map holds one value for a key, and `insert` hands
//@ why: back the one that had to go.
