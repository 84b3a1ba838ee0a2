//! A value that counts what is done with it: how often was it cloned, dropped, compared?
//!
//! A move runs no code and cannot be counted; what can be seen of one is that nothing was counted.
//! Counts are kept for each thread, as with [`allocations`](crate::allocations): `default` has no
//! place for a counter to be handed in.

use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};

/// What was done with the [`Counted`] values of one thread while a closure ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Made by [`Counted::new`].
    pub made: u64,
    /// Made by `clone`, or overwritten by `clone_from`.
    pub clones: u64,
    /// Made by `default`.
    pub defaults: u64,
    /// Dropped.
    pub drops: u64,
    /// Compared, for equality or for order.
    pub comparisons: u64,
    /// Hashed.
    pub hashes: u64,
}

impl Tally {
    const NOTHING: Self = Self { made: 0, clones: 0, defaults: 0, drops: 0, comparisons: 0, hashes: 0 };

    fn since(self, before: Self) -> Self {
        Self {
            made: self.made - before.made,
            clones: self.clones - before.clones,
            defaults: self.defaults - before.defaults,
            drops: self.drops - before.drops,
            comparisons: self.comparisons - before.comparisons,
            hashes: self.hashes - before.hashes,
        }
    }
}

thread_local! {
    static TALLY: Cell<Tally> = const { Cell::new(Tally::NOTHING) };
}

fn note(change: impl FnOnce(&mut Tally)) {
    let mut tally = TALLY.get();
    change(&mut tally);
    TALLY.set(tally);
}

/// Runs `work` and says what was done meanwhile, on this thread, with values of type [`Counted`].
///
/// ```
/// let list = vec![kit::Counted::new('b'), kit::Counted::new('a')];
/// let (_, seen) = kit::tally(|| list.iter().min());
/// assert_eq!(seen, kit::Tally { comparisons: 1, ..Default::default() });
/// ```
pub fn tally<R>(work: impl FnOnce() -> R) -> (R, Tally) {
    let before = TALLY.get();
    let result = work();
    (result, TALLY.get().since(before))
}

/// A value in a wrapper that counts; otherwise it does as the value does.
pub struct Counted<T>(T);

impl<T> Counted<T> {
    /// Wraps a value.
    pub fn new(value: T) -> Self {
        note(|tally| tally.made += 1);
        Self(value)
    }
}

impl<T: Default> Default for Counted<T> {
    fn default() -> Self {
        note(|tally| tally.defaults += 1);
        Self(T::default())
    }
}

impl<T: Clone> Clone for Counted<T> {
    fn clone(&self) -> Self {
        note(|tally| tally.clones += 1);
        Self(self.0.clone())
    }

    fn clone_from(&mut self, source: &Self) {
        note(|tally| tally.clones += 1);
        self.0.clone_from(&source.0);
    }
}

impl<T> Drop for Counted<T> {
    fn drop(&mut self) {
        note(|tally| tally.drops += 1);
    }
}

impl<T: PartialEq> PartialEq for Counted<T> {
    fn eq(&self, other: &Self) -> bool {
        note(|tally| tally.comparisons += 1);
        self.0 == other.0
    }
}

impl<T: Eq> Eq for Counted<T> {}

impl<T: PartialOrd> PartialOrd for Counted<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        note(|tally| tally.comparisons += 1);
        self.0.partial_cmp(&other.0)
    }
}

impl<T: Ord> Ord for Counted<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        note(|tally| tally.comparisons += 1);
        self.0.cmp(&other.0)
    }
}

impl<T: Hash> Hash for Counted<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        note(|tally| tally.hashes += 1);
        self.0.hash(state);
    }
}

impl<T> Deref for Counted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Counted<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Counted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_move_counts_nothing_and_a_clone_does() {
        let ((), seen) = tally(|| {
            let text = Counted::new(String::from("a"));
            let moved = text;
            let mut other = moved.clone();
            other.clone_from(&moved);
            drop(std::mem::take(&mut other));
        });
        assert_eq!(seen, Tally { made: 1, clones: 2, defaults: 1, drops: 3, ..Tally::default() });
    }

    #[test]
    fn comparisons_and_hashes_are_counted() {
        let (two, three) = (Counted::new(2), Counted::new(3));
        let (found, seen) = tally(|| (two == three, two < three, two.cmp(&three), two.max(three)));
        assert_eq!((found.0, found.1, found.2, *found.3), (false, true, Ordering::Less, 3));
        assert_eq!((seen.comparisons, seen.drops), (4, 1), "`max` drops the lesser one");
        let (_, seen) = tally(|| HashSet::from([Counted::new('x')]));
        assert_eq!((seen.hashes, seen.made), (1, 1));
    }

    #[test]
    fn tallies_lie_inside_one_another_and_see_their_own_thread() {
        drop(Counted::new(0));
        let ((_, inner), outer) = tally(|| {
            drop(Counted::new(1));
            std::thread::spawn(|| drop(Counted::new(1))).join().expect("no panic");
            tally(|| Counted::<u8>::default())
        });
        assert_eq!((inner.made, inner.defaults, outer.made, outer.drops), (0, 1, 1, 1));
    }

    #[test]
    fn it_reads_as_its_value() {
        let mut list = Counted::new(vec![1]);
        list.push(2);
        assert_eq!((list.len(), format!("{list:?}")), (2, "[1, 2]".to_owned()));
    }
}
