//! Counters that a test hands to the code it watches: how often was this called, how often hashed?

use std::cell::Cell;
use std::collections::hash_map::DefaultHasher;
use std::hash::{BuildHasher, Hasher};
use std::rc::Rc;

/// Counts calls. Clones share one count, so a closure can own one while the test keeps another.
#[derive(Clone, Debug, Default)]
pub struct Calls(Rc<Cell<u64>>);

impl Calls {
    /// A counter that stands at zero.
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one call.
    pub fn note(&self) {
        self.0.set(self.0.get() + 1);
    }

    /// How many calls were noted so far, by all clones together.
    pub fn count(&self) -> u64 {
        self.0.get()
    }
}

/// A hasher for `HashMap` and `HashSet` that counts how many keys were hashed.
/// Clones share one count; the hashes are the same in every run.
#[derive(Clone, Debug, Default)]
pub struct CountingHash(Calls);

impl CountingHash {
    /// A hasher whose count stands at zero.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many keys were hashed so far.
    pub fn count(&self) -> u64 {
        self.0.count()
    }
}

impl BuildHasher for CountingHash {
    type Hasher = CountedHasher;

    fn build_hasher(&self) -> CountedHasher {
        CountedHasher { inner: DefaultHasher::new(), calls: self.0.clone() }
    }
}

/// One key being hashed; made by [`CountingHash`].
pub struct CountedHasher {
    inner: DefaultHasher,
    calls: Calls,
}

impl Hasher for CountedHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.inner.write(bytes);
    }

    fn finish(&self) -> u64 {
        self.calls.note();
        self.inner.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn a_look_up_and_an_insertion_are_two_hashes() {
        let hashes = CountingHash::new();
        let mut map = HashMap::with_capacity_and_hasher(8, hashes.clone());
        // An empty map answers look-ups without hashing, so one key is there first.
        map.insert("first", 0);
        if !map.contains_key("a") {
            map.insert("a", 1);
        }
        assert_eq!(hashes.count(), 3);
    }

    #[test]
    fn clones_share_the_count() {
        let calls = Calls::new();
        let other = calls.clone();
        other.note();
        calls.note();
        assert_eq!(calls.count(), 2);
    }
}
