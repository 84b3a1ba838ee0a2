/// What every iterator learns here about items that follow each other.
pub trait Neighbours: Iterator + Sized {
    /// Hands out the first item of each run of equal neighbours: 7 7 8 7 becomes 7 8 7.
    fn dedup_runs(self) -> DedupRuns<Self>
    where
        Self::Item: PartialEq,
    {
        let mut items: Vec<Self::Item> = self.collect();
        items.dedup();
        DedupRuns {
            items: items.into_iter(),
        }
    }

    /// Hands out each item together with the one that follows it: 7 8 9 becomes (7, 8) (8, 9).
    fn pairwise(self) -> Pairwise<Self>
    where
        Self::Item: Clone,
    {
        let items: Vec<Self::Item> = self.collect();
        Pairwise { items, at: 0 }
    }
}

impl<I: Iterator> Neighbours for I {}

/// Made by [`Neighbours::dedup_runs`].
pub struct DedupRuns<I: Iterator> {
    items: std::vec::IntoIter<I::Item>,
}

impl<I: Iterator> Iterator for DedupRuns<I>
where
    I::Item: PartialEq,
{
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.items.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.items.len().min(1), Some(self.items.len()))
    }
}

/// Made by [`Neighbours::pairwise`].
pub struct Pairwise<I: Iterator> {
    items: Vec<I::Item>,
    at: usize,
}

impl<I: Iterator> Iterator for Pairwise<I>
where
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);

    fn next(&mut self) -> Option<Self::Item> {
        let left = self.items.get(self.at)?.clone();
        let right = self.items.get(self.at + 1)?.clone();
        self.at += 1;
        Some((left, right))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let pairs = (self.items.len() - self.at).saturating_sub(1);
        (pairs, Some(pairs))
    }
}
