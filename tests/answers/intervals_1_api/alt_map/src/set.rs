// A sorted map from first to last, in which neighbours are found by searching.

use std::collections::{BTreeMap, btree_map};
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
    first: T,
    last: T,
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
    /// The last value of each interval by its first.
    ends: BTreeMap<T, T>,
}

/// The intervals of a set, in order.
#[derive(Clone, Debug)]
pub struct Iter<'a, T> {
    ends: btree_map::Iter<'a, T, T>,
}

impl<T: Step> Intervals<T> {
    /// The empty set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            ends: BTreeMap::new(),
        }
    }

    /// Adds all values of the interval.
    pub fn insert(&mut self, new: Interval<T>) {
        let Interval {
            mut first,
            mut last,
        } = new;
        let reach = last.next().unwrap_or(last);
        while let Some((&start, &end)) = self.ends.range(..=reach).next_back() {
            if end.next().is_some_and(|beside| beside < first) {
                break;
            }
            self.ends.remove(&start);
            (first, last) = (first.min(start), last.max(end));
        }
        self.ends.insert(first, last);
    }

    /// Takes out all values of the interval.
    pub fn remove(&mut self, hole: Interval<T>) {
        while let Some((&start, &end)) = self.ends.range(..=hole.last).next_back() {
            if end < hole.first {
                break;
            }
            self.ends.remove(&start);
            if end > hole.last {
                self.ends
                    .extend(hole.last.next().map(|behind| (behind, end)));
            }
            if start < hole.first {
                self.ends
                    .extend(hole.first.previous().map(|before| (start, before)));
            }
        }
    }

    /// Whether the value is in the set.
    #[must_use]
    pub fn contains(&self, value: T) -> bool {
        self.ends
            .range(..=value)
            .next_back()
            .is_some_and(|(_, &end)| value <= end)
    }

    /// What is in one of them.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.extend(other);
        both
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut left = self.clone();
        for hole in other {
            left.remove(hole);
        }
        left
    }

    /// The intervals, in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, T> {
        Iter {
            ends: self.ends.iter(),
        }
    }

    /// How many intervals there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
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
        self.ends
            .next()
            .map(|(&first, &last)| Interval { first, last })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.ends.size_hint()
    }
}

impl<T: Step> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Interval<T>> {
        self.ends
            .next_back()
            .map(|(&first, &last)| Interval { first, last })
    }
}

impl<T: Step> ExactSizeIterator for Iter<'_, T> {}

impl<T: Step> FusedIterator for Iter<'_, T> {}
