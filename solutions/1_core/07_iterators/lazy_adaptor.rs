// Why so: the methods only wrap the source; each `next` draws what this one answer needs. To know
// that a run is over, `dedup_runs` has to see the item after it, so one item waits in a field, and
// no more than one: no list, no allocation, no matter how long the source is. The hints count
// that waiting item as well, and promise only what holds for every source: three items may be three
// runs or a single one, but n items always make n - 1 pairs.

/// What every iterator learns here about items that follow each other.
pub trait Neighbours: Iterator + Sized {
    /// Hands out the first item of each run of equal neighbours: 7 7 8 7 becomes 7 8 7.
    fn dedup_runs(self) -> DedupRuns<Self>
    where
        Self::Item: PartialEq,
    {
        DedupRuns {
            inner: self,
            ahead: None,
        }
    }

    /// Hands out each item together with the one that follows it: 7 8 9 becomes (7, 8) (8, 9).
    fn pairwise(self) -> Pairwise<Self>
    where
        Self::Item: Clone,
    {
        Pairwise {
            inner: self,
            left: None,
        }
    }
}

impl<I: Iterator> Neighbours for I {}

/// Made by [`Neighbours::dedup_runs`].
pub struct DedupRuns<I: Iterator> {
    inner: I,
    ahead: Option<I::Item>,
}

impl<I: Iterator> Iterator for DedupRuns<I>
where
    I::Item: PartialEq,
{
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        let first = self.ahead.take().or_else(|| self.inner.next())?;
        self.ahead = self.inner.find(|item| *item != first);
        Some(first)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.inner.size_hint();
        let ahead = usize::from(self.ahead.is_some());
        (
            low.min(1).max(ahead),
            high.map(|high| high.saturating_add(ahead)),
        )
    }
}

/// Made by [`Neighbours::pairwise`].
pub struct Pairwise<I: Iterator> {
    inner: I,
    left: Option<I::Item>,
}

impl<I: Iterator> Iterator for Pairwise<I>
where
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);

    fn next(&mut self) -> Option<Self::Item> {
        let left = self.left.take().or_else(|| self.inner.next())?;
        let right = self.inner.next()?;
        self.left = Some(right.clone());
        Some((left, right))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.inner.size_hint();
        let missing = usize::from(self.left.is_none());
        (
            low.saturating_sub(missing),
            high.map(|high| high.saturating_sub(missing)),
        )
    }
}
