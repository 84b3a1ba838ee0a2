// Names from a range of keys, and the first stop at a key or after it.
use std::collections::BTreeMap;

fn main() {
    let stops = BTreeMap::from([(30, "c"), (10, "a"), (20, "b"), (40, "d")]);
    let names: Vec<&str> = stops.range(10..30).map(|(_, name)| *name).collect();
    let next = stops.range(21..).next();
    println!("{} {:?}", names.concat(), next);
}

//@ why: A range takes its ends as everywhere: `10..30` stops before 30. The key 21 need not be there; the range
//@ why: begins at the next one that is.
