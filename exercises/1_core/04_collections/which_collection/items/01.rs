// Measurements arrive in any order of their times, one million of them. Again and again somebody asks for all
// those between two times, in order, and few lie between.
//   a  HashMap<Time, Value>     b  Vec<(Time, Value)>, as they come
//   c  VecDeque<(Time, Value)>  d  BTreeMap<Time, Value>
fn main() {}

//@ key: d
//@ why: A BTreeMap is sorted at any time and finds the beginning of a range in a few steps. A HashMap scatters its
//@ why: keys on purpose: to find what lies between it must look at all of them, and sort what it found.
