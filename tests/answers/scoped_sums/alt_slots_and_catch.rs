// Each thread fills its own place, and catches its own panic.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// The work on this part panicked; the first part is 0.
#[derive(Debug, PartialEq, Eq)]
pub struct Panicked {
    pub part: usize,
}

/// What `work` makes of each part of `numbers`. There are `parts` of them, or fewer if there are not
/// enough numbers; all but the last are of the same length. Panics if `parts` is 0.
pub fn sums<W>(numbers: &[u64], parts: usize, work: W) -> Result<Vec<u64>, Panicked>
where
    W: Fn(&[u64]) -> u64 + Sync,
{
    let length = numbers.len().div_ceil(parts).max(1);
    let mut slots: Vec<Result<u64, Panicked>> = Vec::new();
    slots.resize_with(numbers.len().div_ceil(length), || Ok(0));
    std::thread::scope(|scope| {
        let places = slots.iter_mut().zip(numbers.chunks(length)).enumerate();
        for (part, (slot, numbers)) in places {
            let work = &work;
            scope.spawn(move || {
                let sum = catch_unwind(AssertUnwindSafe(|| work(numbers)));
                *slot = sum.map_err(|_| Panicked { part });
            });
        }
    });
    slots.into_iter().collect()
}
