// What threads share has to be in an Arc.

use std::sync::Arc;

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
    let (work, numbers) = (&work, Arc::new(numbers.to_vec()));
    let ended: Vec<_> = std::thread::scope(|scope| {
        let starts = (0..numbers.len()).step_by(length);
        let workers: Vec<_> = starts
            .map(|from| {
                let numbers = Arc::clone(&numbers);
                scope.spawn(move || work(&numbers[from..numbers.len().min(from + length)]))
            })
            .collect();
        workers.into_iter().map(|worker| worker.join()).collect()
    });
    let named = ended.into_iter().enumerate();
    named
        .map(|(part, sum)| sum.map_err(|_| Panicked { part }))
        .collect()
}
