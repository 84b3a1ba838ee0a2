use std::iter::Peekable;

/// What every iterator learns here about items that follow each other.
pub trait Neighbours: Iterator + Sized {
    /// Hands out the first item of each run of equal neighbours: 7 7 8 7 becomes 7 8 7.
    fn dedup_runs(self) -> DedupRuns<Self>
    where
        Self::Item: PartialEq,
    {
        DedupRuns {
            inner: self.peekable(),
        }
    }

    /// Hands out each item together with the one that follows it: 7 8 9 becomes (7, 8) (8, 9).
    fn pairwise(self) -> Pairwise<Self>
    where
        Self::Item: Clone,
    {
        Pairwise {
            inner: self.peekable(),
        }
    }
}

impl<I: Iterator> Neighbours for I {}

/// Made by [`Neighbours::dedup_runs`].
pub struct DedupRuns<I: Iterator> {
    inner: Peekable<I>,
}

impl<I: Iterator> Iterator for DedupRuns<I>
where
    I::Item: PartialEq,
{
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        let first = self.inner.next()?;
        while self.inner.next_if(|item| *item == first).is_some() {}
        Some(first)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.inner.size_hint();
        (if low == 0 { 0 } else { 1 }, high)
    }
}

/// Made by [`Neighbours::pairwise`].
pub struct Pairwise<I: Iterator> {
    inner: Peekable<I>,
}

impl<I: Iterator> Iterator for Pairwise<I>
where
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);

    fn next(&mut self) -> Option<Self::Item> {
        let left = self.inner.next()?;
        let right = self.inner.peek()?.clone();
        Some((left, right))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (low, high) = self.inner.size_hint();
        (
            low.saturating_sub(1),
            high.map(|high| high.saturating_sub(1)),
        )
    }
}
