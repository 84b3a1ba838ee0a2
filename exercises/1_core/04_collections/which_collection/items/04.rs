// A heap is looked at while nothing has been taken out.
use std::collections::BinaryHeap;

fn main() {
    let mut heap = BinaryHeap::from([1, 5, 3]);
    heap.push(9);
    print!("{:?} {:?} ", heap.peek(), heap.len());
    println!("{:?}", heap.into_sorted_vec());
}

//@ why: The largest is on top, and `into_sorted_vec` sorts as everything sorts: the smallest first.
