/// What every iterator learns here about items that follow each other.
pub trait Neighbours: Iterator + Sized {
    /// Hands out the first item of each run of equal neighbours: 7 7 8 7 becomes 7 8 7.
    fn dedup_runs(mut self) -> DedupRuns<Self>
    where
        Self::Item: PartialEq,
    {
        let ahead = self.next();
        DedupRuns { inner: self, ahead }
    }

    /// Hands out each item together with the one that follows it: 7 8 9 becomes (7, 8) (8, 9).
    fn pairwise(mut self) -> Pairwise<Self>
    where
        Self::Item: Clone,
    {
        let left = self.next();
        Pairwise { inner: self, left }
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
        let first = self.ahead.take()?;
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
        let left = self.left.take()?;
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
