// A user keeps a walk in a struct, and bounds a type by `Step`.
use intervals::{Interval, Intervals, Iter, Step};

struct Walk<'a, T> {
    left: Iter<'a, T>,
}

fn one<T: Step>(only: T) -> Option<Interval<T>> {
    Interval::new(only, only)
}

fn main() {
    let set: Intervals<u8> = one(7).into_iter().collect();
    let walk = Walk { left: set.iter() };
    assert_eq!(walk.left.count(), 1);
}
