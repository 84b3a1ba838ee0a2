// Why so: a thread from `spawn` may live as long as it likes, so it may borrow nothing. A scope promises that all its
// threads have ended when it is left, and so the list and `work` outlive every one of them. The first `collect` is the
// point where all have been started; without it the iterator would start one, wait for it, and start the next. All of
// them are waited for before an error is looked at, because a panic that nobody took makes the scope panic as well.

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
    let work = &work;
    let ended: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = numbers
            .chunks(length)
            .map(|part| scope.spawn(move || work(part)))
            .collect();
        workers.into_iter().map(|worker| worker.join()).collect()
    });
    let named = ended.into_iter().enumerate();
    named
        .map(|(part, sum)| sum.map_err(|_| Panicked { part }))
        .collect()
}
