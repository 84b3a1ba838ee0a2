// Every field is public: what is inside is a promise for ever.

use std::fmt::Debug;
use std::iter::FusedIterator;

use crate::sealed::Sealed;

/// A value that has neighbours.
pub trait Step: Copy + Ord + Debug + Sealed {
    /// The value after this one; `None` at the end.
    #[must_use]
    fn next(self) -> Option<Self>;
    /// The value before this one; `None` at the beginning.
    #[must_use]
    fn previous(self) -> Option<Self>;
}

macro_rules! integers {
    ($($integer:ty)*) => {
        $(
            impl Sealed for $integer {}

            impl Step for $integer {
                fn next(self) -> Option<Self> {
                    self.checked_add(1)
                }

                fn previous(self) -> Option<Self> {
                    self.checked_sub(1)
                }
            }
        )*
    };
}

integers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

impl Sealed for char {}

impl Step for char {
    fn next(self) -> Option<Self> {
        // A range of characters steps over the hole.
        (self..=Self::MAX).nth(1)
    }

    fn previous(self) -> Option<Self> {
        ('\0'..self).next_back()
    }
}

/// All values from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval<T> {
    pub first: T,
    pub last: T,
}

impl<T: Step> Interval<T> {
    /// `None` if the first is above the last.
    #[must_use]
    pub fn new(first: T, last: T) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The smallest value.
    #[must_use]
    pub fn first(&self) -> T {
        self.first
    }

    /// The largest value.
    #[must_use]
    pub fn last(&self) -> T {
        self.last
    }
}

/// A set of values.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Intervals<T> {
    /// In order; between two of them at least one value is missing.
    pub list: Vec<Interval<T>>,
}

/// The intervals of a set, in order.
#[derive(Clone, Debug)]
pub struct Iter<'a, T> {
    pub list: std::slice::Iter<'a, Interval<T>>,
}

impl<T: Step> Intervals<T> {
    /// The empty set.
    #[must_use]
    pub fn new() -> Self {
        Self { list: Vec::new() }
    }

    /// Adds all values of the interval.
    pub fn insert(&mut self, new: Interval<T>) {
        // Those that neither overlap nor touch, on both sides.
        let before =
            |have: &Interval<T>| have.last < new.first && have.last.next() != Some(new.first);
        let not_behind =
            |have: &Interval<T>| have.first <= new.last || new.last.next() == Some(have.first);
        let start = self.list.partition_point(before);
        let end = self.list.partition_point(not_behind);
        let joined = self.list[start..end]
            .iter()
            .fold(new, |joined, have| Interval {
                first: joined.first.min(have.first),
                last: joined.last.max(have.last),
            });
        self.list.splice(start..end, [joined]);
    }

    /// Takes out all values of the interval.
    pub fn remove(&mut self, hole: Interval<T>) {
        let start = self.list.partition_point(|have| have.last < hole.first);
        let end = self.list.partition_point(|have| have.first <= hole.last);
        let left = self.list[start..end]
            .first()
            .and_then(|have| Interval::new(have.first, hole.first.previous()?));
        let right = self.list[start..end]
            .last()
            .and_then(|have| Interval::new(hole.last.next()?, have.last));
        self.list.splice(start..end, left.into_iter().chain(right));
    }

    /// Whether the value is in the set.
    #[must_use]
    pub fn contains(&self, value: T) -> bool {
        let place = self.list.partition_point(|have| have.last < value);
        self.list.get(place).is_some_and(|have| have.first <= value)
    }

    /// What is in one of them.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.iter().chain(other).collect()
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut left = self.clone();
        other.iter().for_each(|hole| left.remove(hole));
        left
    }

    /// The intervals, in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            list: self.list.iter(),
        }
    }

    /// How many intervals there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl<T: Step> Default for Intervals<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Step> Extend<Interval<T>> for Intervals<T> {
    fn extend<I: IntoIterator<Item = Interval<T>>>(&mut self, new: I) {
        new.into_iter().for_each(|new| self.insert(new));
    }
}

impl<T: Step> FromIterator<Interval<T>> for Intervals<T> {
    fn from_iter<I: IntoIterator<Item = Interval<T>>>(all: I) -> Self {
        let mut set = Self::new();
        set.extend(all);
        set
    }
}

impl<'a, T: Step> IntoIterator for &'a Intervals<T> {
    type Item = Interval<T>;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T: Step> Iterator for Iter<'_, T> {
    type Item = Interval<T>;

    fn next(&mut self) -> Option<Interval<T>> {
        self.list.next().copied()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.list.size_hint()
    }
}

impl<T: Step> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Interval<T>> {
        self.list.next_back().copied()
    }
}

impl<T: Step> ExactSizeIterator for Iter<'_, T> {}

impl<T: Step> FusedIterator for Iter<'_, T> {}
