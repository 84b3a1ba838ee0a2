use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

/// The levels of all switches; names that differ in case alone share a bucket.
#[derive(Debug, Default)]
struct Switchboard {
    buckets: HashMap<u64, Vec<(String, u8)>>,
    hasher: RandomState,
    count: usize,
}

impl Switchboard {
    fn key(&self, name: &str) -> u64 {
        let mut state = self.hasher.build_hasher();
        name.bytes()
            .for_each(|byte| state.write_u8(byte.to_ascii_lowercase()));
        state.finish()
    }

    fn set(&mut self, name: &str, level: u8) -> Option<u8> {
        let key = self.key(name);
        let bucket = self.buckets.entry(key).or_default();
        for (known, old) in bucket.iter_mut() {
            if known.eq_ignore_ascii_case(name) {
                return Some(std::mem::replace(old, level));
            }
        }
        bucket.push((name.to_owned(), level));
        self.count += 1;
        None
    }

    fn level(&self, name: &str) -> Option<u8> {
        let bucket = self.buckets.get(&self.key(name))?;
        bucket
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|&(_, level)| level)
    }

    fn len(&self) -> usize {
        self.count
    }
}
