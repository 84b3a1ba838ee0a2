// A scavenger hunt
//
// `hashbrown` is the table inside of the standard library's `HashMap`. Its documentation promises
// little; its source decides. Answer six questions about it, and prove each answer by an experiment.
//
// An experiment is a function over any `Table`: it must not know the answer, it measures it. The
// checks run it on hashbrown, and on two other tables that answer differently. The constant beside
// it is what you found for hashbrown.
//
// Read: the source of hashbrown, raw.rs
// https://docs.rs/hashbrown/latest/src/hashbrown/raw.rs.html

/// A set of numbers that can be asked about itself.
pub trait Table {
    fn with_capacity(capacity: usize) -> Self;
    /// How many keys it holds before it has to grow, those in it included.
    fn capacity(&self) -> usize;
    fn insert(&mut self, key: u32);
    fn remove(&mut self, key: u32);
    /// Gives back what it does not need.
    fn shrink(&mut self);
    fn copy(&self) -> Self;
    /// How many keys all tables of this kind have hashed so far.
    fn hashed() -> u64;
}

// TODO: Answer each question in its constant, and measure it in the function below it.

/// What is the capacity of a table that was made for one key?
pub const LEAST: usize = 1;
pub fn least<T: Table>() -> usize {
    T::with_capacity(1).capacity().min(LEAST)
}

/// Which capacities does a table have, one after the other, that begins with 0 and gets the keys 1 to 50? The 0 counts.
pub const STEPS: [usize; 6] = [0, 4, 8, 16, 32, 64];
pub fn steps<T: Table>() -> Vec<usize> {
    let table = T::with_capacity(0);
    vec![table.capacity()]
}

/// A table that was made for 20 keys is filled up to its capacity. How many keys does the next `insert` hash?
pub const HASHED_BY_GROWTH: u64 = 1;
pub fn hashed_by_growth<T: Table>() -> u64 {
    T::hashed()
}

/// How many keys does `copy` hash, of a table that holds 20?
pub const HASHED_BY_COPY: u64 = 20;
pub fn hashed_by_copy<T: Table>() -> u64 {
    T::hashed()
}

/// What is the capacity of a table that was made for 20 keys, got them, and lost them one by one?
pub const EMPTIED: usize = 0;
pub fn emptied<T: Table>() -> usize {
    T::with_capacity(20).capacity()
}

/// A table begins with 0, gets the keys 1 to 50, and loses all but 15 of them. What is its capacity after `shrink`?
pub const SHRUNK: usize = 15;
pub fn shrunk<T: Table>() -> usize {
    T::with_capacity(15).capacity()
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::cell::Cell;

    thread_local! {
        static HASHES: ::kit::CountingHash = ::kit::CountingHash::new();
        static PLAIN: Cell<u64> = const { Cell::new(0) };
        static FLAT: Cell<u64> = const { Cell::new(0) };
    }

    /// The real one.
    struct Brown(::hashbrown::HashSet<u32, ::kit::CountingHash>);

    impl Table for Brown {
        fn with_capacity(capacity: usize) -> Self {
            let hashes = HASHES.with(Clone::clone);
            Self(::hashbrown::HashSet::with_capacity_and_hasher(
                capacity, hashes,
            ))
        }
        fn capacity(&self) -> usize {
            self.0.capacity()
        }
        fn insert(&mut self, key: u32) {
            self.0.insert(key);
        }
        fn remove(&mut self, key: u32) {
            self.0.remove(&key);
        }
        fn shrink(&mut self) {
            self.0.shrink_to_fit();
        }
        fn copy(&self) -> Self {
            Self(self.0.clone())
        }
        fn hashed() -> u64 {
            HASHES.with(|hashes| u64::try_from(hashes.count()).expect("not that many"))
        }
    }

    /// A list of keys with a capacity that it makes up: multiples of a number, or that number doubled again and again.
    struct List<const STEP: usize, const DOUBLES: bool> {
        keys: Vec<u32>,
        capacity: usize,
    }

    impl<const STEP: usize, const DOUBLES: bool> List<STEP, DOUBLES> {
        fn room(keys: usize) -> usize {
            let mut room = 0;
            while room < keys {
                room = if DOUBLES && room > 0 {
                    room * 2
                } else {
                    room + STEP
                };
            }
            room
        }
        fn hash(count: usize) {
            let counter = if DOUBLES { &FLAT } else { &PLAIN };
            let count = u64::try_from(count).expect("not that many");
            counter.with(|hashed| hashed.set(hashed.get() + count));
        }
    }

    /// `DOUBLES` keeps the hashes beside its keys, and gives back what it does not need at once; the other one
    /// hashes all keys again whenever anything happens.
    impl<const STEP: usize, const DOUBLES: bool> Table for List<STEP, DOUBLES> {
        fn with_capacity(capacity: usize) -> Self {
            let capacity = Self::room(capacity);
            Self {
                keys: Vec::new(),
                capacity,
            }
        }
        fn capacity(&self) -> usize {
            self.capacity
        }
        fn insert(&mut self, key: u32) {
            Self::hash(1);
            if !self.keys.contains(&key) {
                self.keys.push(key);
            }
            if self.keys.len() > self.capacity {
                Self::hash(if DOUBLES {
                    0
                } else {
                    2 * (self.keys.len() - 1)
                });
                self.capacity = Self::room(self.keys.len());
            }
        }
        fn remove(&mut self, key: u32) {
            Self::hash(1);
            self.keys.retain(|other| *other != key);
            if DOUBLES {
                self.shrink();
            }
        }
        fn shrink(&mut self) {
            self.capacity = Self::room(self.keys.len());
        }
        fn copy(&self) -> Self {
            Self::hash(if DOUBLES { 7 } else { self.keys.len() });
            Self {
                keys: self.keys.clone(),
                capacity: self.capacity,
            }
        }
        fn hashed() -> u64 {
            if DOUBLES { FLAT.get() } else { PLAIN.get() }
        }
    }

    type Doubling = List<5, true>;
    type Stepwise = List<11, false>;

    /// Work that has nothing to do with any experiment.
    fn disturb<T: Table>(name: &str) {
        let mut rng = ::kit::Rng::salted(&format!("read_1_scavenger_hunt: {name}"));
        let mut table = T::with_capacity(0);
        for key in 0..rng.within(1..40_u32) {
            table.insert(key);
        }
    }

    /// What an experiment finds in two tables that are not hashbrown.
    #[track_caller]
    fn assert_measures<V: PartialEq + std::fmt::Debug>(
        (doubling, wanted): (V, V),
        (stepwise, as_well): (V, V),
    ) {
        assert_eq!(
            doubling, wanted,
            "on a table that doubles from 5, keeps hashes and shrinks at once, the experiment should find the right one"
        );
        assert_eq!(
            stepwise, as_well,
            "on a table that grows by 11 and hashes often, the experiment should find the right one"
        );
    }

    /// Each kind of table has hashed something before.
    fn disturb_all(name: &str) {
        disturb::<Doubling>(name);
        disturb::<Stepwise>(name);
        disturb::<Brown>(name);
    }

    #[test]
    fn the_experiment_measures_the_least_capacity() {
        disturb_all("the_least_capacity");
        assert_measures((least::<Doubling>(), 5), (least::<Stepwise>(), 11));
    }

    #[test]
    fn the_answer_is_the_least_capacity() {
        disturb_all("the_least_capacity, hashbrown");
        assert!(
            least::<Brown>() == LEAST,
            "your experiment finds something else in hashbrown than your answer: which function of its source decides it?"
        );
    }

    #[test]
    fn the_experiment_measures_the_steps_of_growth() {
        disturb_all("the_steps_of_growth");
        assert_measures(
            (steps::<Doubling>(), vec![0, 5, 10, 20, 40, 80]),
            (steps::<Stepwise>(), vec![0, 11, 22, 33, 44, 55]),
        );
    }

    #[test]
    fn the_answer_is_the_steps_of_growth() {
        disturb_all("the_steps_of_growth, hashbrown");
        assert!(
            steps::<Brown>() == STEPS,
            "your experiment finds something else in hashbrown than your answer: which function of its source decides it?"
        );
    }

    #[test]
    fn the_experiment_measures_the_hashes_of_growth() {
        disturb_all("the_hashes_of_growth");
        assert_measures(
            (hashed_by_growth::<Doubling>(), 1),
            (hashed_by_growth::<Stepwise>(), 45),
        );
    }

    #[test]
    fn the_answer_is_the_hashes_of_growth() {
        disturb_all("the_hashes_of_growth, hashbrown");
        assert!(
            hashed_by_growth::<Brown>() == HASHED_BY_GROWTH,
            "your experiment finds something else in hashbrown than your answer: which function of its source decides it?"
        );
    }

    #[test]
    fn the_experiment_measures_the_hashes_of_a_copy() {
        disturb_all("the_hashes_of_a_copy");
        assert_measures(
            (hashed_by_copy::<Doubling>(), 7),
            (hashed_by_copy::<Stepwise>(), 20),
        );
    }

    #[test]
    fn the_answer_is_the_hashes_of_a_copy() {
        disturb_all("the_hashes_of_a_copy, hashbrown");
        assert!(
            hashed_by_copy::<Brown>() == HASHED_BY_COPY,
            "your experiment finds something else in hashbrown than your answer: which function of its source decides it?"
        );
    }

    #[test]
    fn the_experiment_measures_what_removals_leave() {
        disturb_all("what_removals_leave");
        assert_measures((emptied::<Doubling>(), 0), (emptied::<Stepwise>(), 22));
    }

    #[test]
    fn the_answer_is_what_removals_leave() {
        disturb_all("what_removals_leave, hashbrown");
        assert!(
            emptied::<Brown>() == EMPTIED,
            "your experiment finds something else in hashbrown than your answer: which function of its source decides it?"
        );
    }

    #[test]
    fn the_experiment_measures_what_shrinking_leaves() {
        disturb_all("what_shrinking_leaves");
        assert_measures((shrunk::<Doubling>(), 20), (shrunk::<Stepwise>(), 22));
    }

    #[test]
    fn the_answer_is_what_shrinking_leaves() {
        disturb_all("what_shrinking_leaves, hashbrown");
        assert!(
            shrunk::<Brown>() == SHRUNK,
            "your experiment finds something else in hashbrown than your answer: which function of its source decides it?"
        );
    }
}
