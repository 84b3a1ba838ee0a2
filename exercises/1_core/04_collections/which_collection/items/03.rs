// Of an endless stream of prices, the ten highest so far are wanted. A price that is higher than the lowest of the
// ten pushes it out.
//   a  BinaryHeap<Reverse<Price>>  b  Vec<Price>, sorted after each  c  BinaryHeap<Price>  d  HashSet<Price>
fn main() {}

//@ key: a
//@ why: The one to be pushed out has to be at hand, and that is the lowest. A BinaryHeap has its largest on top, so
//@ why: the order is turned round. Keeping all prices, or sorting after each, is work that nobody asked for.
