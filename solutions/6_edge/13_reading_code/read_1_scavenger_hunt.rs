// Why so: a promise in a documentation says what will hold tomorrow, and the source what holds today; only an
// experiment says that one has read it right. hashbrown fills seven eighths of a power of two, and has a smallest
// table of four places of which three may be used. It keeps no hashes, so growing hashes every key again and the
// new one; a copy has the same places, so nothing is hashed. It never shrinks by itself, and when it is asked to, it
// goes to the smallest power of two that has room. Each experiment was written so that another table would
// give another number: one that agrees whatever it looks at has measured nothing.

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

/// What is the capacity of a table that was made for one key?
pub const LEAST: usize = 3;
pub fn least<T: Table>() -> usize {
    T::with_capacity(1).capacity()
}

/// Which capacities does a table have, one after the other, that begins with 0 and gets the keys 1 to 50? The 0 counts.
pub const STEPS: [usize; 6] = [0, 3, 7, 14, 28, 56];
pub fn steps<T: Table>() -> Vec<usize> {
    let mut table = T::with_capacity(0);
    let mut steps = vec![table.capacity()];
    for key in 1..=50 {
        table.insert(key);
        steps.push(table.capacity());
    }
    steps.dedup();
    steps
}

/// A table that was made for 20 keys is filled up to its capacity. How many keys does the next `insert` hash?
pub const HASHED_BY_GROWTH: u64 = 29;
pub fn hashed_by_growth<T: Table>() -> u64 {
    let mut table = filled::<T>(20);
    let full = u32::try_from(table.capacity()).unwrap_or(u32::MAX);
    (21..=full).for_each(|key| table.insert(key));
    counted::<T>(|| table.insert(full + 1))
}

/// How many keys does `copy` hash, of a table that holds 20?
pub const HASHED_BY_COPY: u64 = 0;
pub fn hashed_by_copy<T: Table>() -> u64 {
    let table = filled::<T>(20);
    counted::<T>(|| drop(table.copy()))
}

/// What is the capacity of a table that was made for 20 keys, got them, and lost them one by one?
pub const EMPTIED: usize = 28;
pub fn emptied<T: Table>() -> usize {
    let mut table = filled::<T>(20);
    (1..=20).for_each(|key| table.remove(key));
    table.capacity()
}

/// A table begins with 0, gets the keys 1 to 50, and loses all but 15 of them. What is its capacity after `shrink`?
pub const SHRUNK: usize = 28;
pub fn shrunk<T: Table>() -> usize {
    let mut table = T::with_capacity(0);
    (1..=50).for_each(|key| table.insert(key));
    (16..=50).for_each(|key| table.remove(key));
    table.shrink();
    table.capacity()
}

/// A table that was made for so many keys, and has them.
fn filled<T: Table>(keys: u32) -> T {
    let mut table = T::with_capacity(usize::try_from(keys).unwrap_or(usize::MAX));
    (1..=keys).for_each(|key| table.insert(key));
    table
}

/// How many keys are hashed meanwhile.
fn counted<T: Table>(work: impl FnOnce()) -> u64 {
    let before = T::hashed();
    work();
    T::hashed() - before
}
