// A user relies on what is inside a set, so that it can never be something else.
fn main() {
    let set = intervals::Intervals::<u8>::new();
    let _ = &set.list; //~ E0609|E0616
}
