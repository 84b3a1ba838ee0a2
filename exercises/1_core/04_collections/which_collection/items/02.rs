// The last hundred values are kept. Each new one comes in at the back, and the oldest goes out at the front.
//   a  Vec<Value>  b  LinkedList<Value>  c  VecDeque<Value>  d  BTreeSet<Value>
fn main() {}

//@ key: c
//@ why: A VecDeque is a ring: both ends are as cheap as the end of a Vec. `remove(0)` of a Vec moves all the others
//@ why: down by one, and a LinkedList allocates for each value.
