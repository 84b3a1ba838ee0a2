// A public interface
//
// `Intervals<T>` is a set of values that is kept as intervals, both ends included. It works for all integers of 8 to 64
// bits, `usize`, `isize` and `char`, and for nothing else: between two floats there is always another one, so "next
// to each other" means nothing for them.
//
// * `Step` tells the next and the previous value, if there is one. Other crates can use the trait, and cannot implement
//   it: `lib.rs` has a private trait for that, and checks it. For `char` mind the hole in its numbers: behind
//   `'\u{D7FF}'` comes `'\u{E000}'`.
// * What overlaps or touches is one interval. So equal sets are equal values, whatever they were made of.
// * `Intervals` can be made with `new`, `Default` and `collect` (of intervals), extended by intervals, compared, hashed,
//   cloned, printed with `{:?}`, and walked through with `iter` or `for interval in &set`, in order.
// * `Iter` has a name, goes both ways, knows how many are left, stays at its end (`FusedIterator`), can be cloned and
//   printed. It gives out `Interval`s by value.
// * Calls that have a result and do nothing else get `#[must_use]`: nobody should throw the result away unseen.
// * Fields stay private, so that what is inside can change: `tests/walls/` holds users who try to reach in.
//
// Read: Rust API Guidelines, Future proofing
// https://rust-lang.github.io/api-guidelines/future-proofing.html

use std::fmt::Debug;

/// A value that has neighbours.
// TODO: Seal it, and implement it for all types named above.
pub trait Step: Copy + Ord + Debug {
    /// The value after this one; `None` at the end.
    #[must_use]
    fn next(self) -> Option<Self>;
    /// The value before this one; `None` at the beginning.
    #[must_use]
    fn previous(self) -> Option<Self>;
}

/// All values from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval<T> {
    first: T,
    last: T,
}

impl<T: Step> Interval<T> {
    /// `None` if the first is above the last.
    pub fn new(first: T, last: T) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The smallest value.
    pub fn first(&self) -> T {
        self.first
    }

    /// The largest value.
    pub fn last(&self) -> T {
        self.last
    }
}

/// A set of values.
// TODO: Add the traits that callers expect, and a public iterator.
pub struct Intervals<T> {
    /// In order; between two of them at least one value is missing.
    list: Vec<Interval<T>>,
}

/// The intervals of a set, in order.
pub struct Iter<'a, T> {
    list: std::slice::Iter<'a, Interval<T>>,
}

impl<T: Step> Intervals<T> {
    /// The empty set.
    pub fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// Adds all values of the interval.
    pub fn insert(&mut self, new: Interval<T>) {
        // TODO: Join it with all that it overlaps or touches.
        self.list.push(new);
    }

    /// Takes out all values of the interval.
    pub fn remove(&mut self, hole: Interval<T>) {
        todo!("{hole:?}")
    }

    /// Whether the value is in the set.
    pub fn contains(&self, value: T) -> bool {
        todo!("{value:?}")
    }

    /// What is in one of them.
    pub fn union(&self, other: &Self) -> Self {
        todo!("{} {}", self.list.len(), other.list.len())
    }

    /// What is in this one and not in the other.
    pub fn difference(&self, other: &Self) -> Self {
        todo!("{} {}", self.list.len(), other.list.len())
    }

    /// The intervals, in order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            list: self.list.iter(),
        }
    }

    /// How many intervals there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
