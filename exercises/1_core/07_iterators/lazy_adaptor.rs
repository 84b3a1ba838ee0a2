// Lazy adaptor
//
// A trait with a blanket `impl` can teach every iterator a new method. `dedup_runs` hands out the
// first of each run of equal neighbours; `pairwise` hands out each item together with the next one.
//
// Write both so that they ask their source for an item only when they are asked for one, draw no
// more than they need, and ask for no memory. Their hints know what the source's hint allows to
// know: at least how many items come, and at most. An endless source is fine. The checks count.
//
// Read: Trait Iterator in the standard library, method size_hint
// https://doc.rust-lang.org/std/iter/trait.Iterator.html#method.size_hint

/// What every iterator learns here about items that follow each other.
pub trait Neighbours: Iterator + Sized {
    /// Hands out the first item of each run of equal neighbours: 7 7 8 7 becomes 7 8 7.
    fn dedup_runs(self) -> DedupRuns<Self>
    where
        Self::Item: PartialEq,
    {
        // TODO: Wrap the source, here and in `pairwise`.
        todo!("wrap a source with the hint {:?}", self.size_hint())
    }

    /// Hands out each item together with the one that follows it: 7 8 9 becomes (7, 8) (8, 9).
    fn pairwise(self) -> Pairwise<Self>
    where
        Self::Item: Clone,
    {
        todo!("wrap a source with the hint {:?}", self.size_hint())
    }
}

impl<I: Iterator> Neighbours for I {}

/// Made by [`Neighbours::dedup_runs`].
pub struct DedupRuns<I: Iterator> {
    inner: I,
}

impl<I: Iterator> Iterator for DedupRuns<I>
where
    I::Item: PartialEq,
{
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        // TODO: Hand out the first of the next run; add fields for what has to be remembered.
        todo!("the first item of the next run")
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // TODO: Of how many runs can one be sure, and how many can there be at most?
        todo!("{:?} items are left in the source", self.inner.size_hint())
    }
}

/// Made by [`Neighbours::pairwise`].
pub struct Pairwise<I: Iterator> {
    inner: I,
}

impl<I: Iterator> Iterator for Pairwise<I>
where
    I::Item: Clone,
{
    type Item = (I::Item, I::Item);

    fn next(&mut self) -> Option<Self::Item> {
        // TODO: Hand out the next pair; the right item of one pair is the left item of the next.
        todo!("the next pair")
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // TODO: How many pairs do the items left make?
        todo!("{:?} items are left in the source", self.inner.size_hint())
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    /// A few numbers, many of them like the one before.
    fn numbers(rng: &mut ::kit::Rng) -> Vec<usize> {
        (0..rng.below(12)).map(|_| rng.below(3)).collect()
    }

    /// An endless source that notes each number drawn and loses patience after a thousand of them.
    fn endless(drawn: &::kit::Calls) -> impl Iterator<Item = u64> {
        let drawn = drawn.clone();
        (0..).inspect(move |_| {
            drawn.note();
            assert!(
                drawn.count() < 1000,
                "a thousand items were drawn from a source that never ends"
            );
        })
    }

    /// Takes item after item and checks that each hint on the way was true.
    fn true_hints<I: Iterator>(mut items: I) -> Result<(), String> {
        let mut hints = vec![items.size_hint()];
        while items.next().is_some() {
            hints.push(items.size_hint());
        }
        let total = hints.len() - 1;
        for (taken, (low, high)) in hints.into_iter().enumerate() {
            let left = total - taken;
            if low > left || high.is_some_and(|high| high < left) {
                return Err(format!(
                    "items taken: {taken}, left: {left}, the hint is ({low}, {high:?})"
                ));
            }
        }
        Ok(())
    }

    #[test]
    fn runs_shrink_to_their_first_item() {
        let seen: Vec<u32> = [5, 5, 5, 2, 5, 5].into_iter().dedup_runs().collect();
        assert_eq!(seen, [5, 2, 5], "5 comes back as a new run");
        assert_eq!(
            [9].into_iter().dedup_runs().collect::<Vec<u32>>(),
            [9],
            "one item is one run"
        );
        assert_eq!(
            std::iter::empty::<u32>().dedup_runs().next(),
            None,
            "no item, no run"
        );

        #[derive(PartialEq, Debug)]
        struct Ticket(u32);
        let mut tickets = [Ticket(1), Ticket(1), Ticket(2)].into_iter().dedup_runs();
        assert_eq!(tickets.next(), Some(Ticket(1)), "items need no Clone");
        assert_eq!(tickets.next(), Some(Ticket(2)), "items need no Clone");

        let mut two = [1, 1].into_iter().dedup_runs();
        assert_eq!(
            (two.next(), two.next(), two.next()),
            (Some(1), None, None),
            "after the end comes nothing"
        );
    }

    #[test]
    fn pairs_overlap() {
        let seen: Vec<(u32, u32)> = [1, 4, 9, 16].into_iter().pairwise().collect();
        assert_eq!(
            seen,
            [(1, 4), (4, 9), (9, 16)],
            "each item with the one after it"
        );
        assert_eq!(
            [1].into_iter().pairwise().next(),
            None,
            "one item makes no pair"
        );
        assert_eq!(
            std::iter::empty::<u32>().pairwise().next(),
            None,
            "no item, no pair"
        );
        let mut two = [1, 2].into_iter().pairwise();
        assert_eq!(
            (two.next(), two.next(), two.next()),
            (Some((1, 2)), None, None),
            "after the end comes nothing"
        );
    }

    #[test]
    fn both_agree_with_lists() {
        let mut rng = ::kit::Rng::salted("both_agree_with_lists");
        for _ in 0..200 {
            let list = numbers(&mut rng);
            let mut runs = list.clone();
            runs.dedup();
            assert_eq!(
                list.iter().copied().dedup_runs().collect::<Vec<_>>(),
                runs,
                "runs of {list:?}"
            );
            let pairs: Vec<_> = list.windows(2).map(|two| (two[0], two[1])).collect();
            assert_eq!(
                list.iter().copied().pairwise().collect::<Vec<_>>(),
                pairs,
                "pairs of {list:?}"
            );
        }
    }

    #[test]
    fn nothing_is_drawn_before_somebody_asks() {
        let drawn = ::kit::Calls::new();
        let source = || {
            let drawn = drawn.clone();
            (0..5).inspect(move |_| drawn.note())
        };
        let _runs = source().dedup_runs();
        assert_eq!(
            drawn.count(),
            0,
            "`dedup_runs` drew an item although nobody has asked for one"
        );
        let _pairs = source().pairwise();
        assert_eq!(
            drawn.count(),
            0,
            "`pairwise` drew an item although nobody has asked for one"
        );
    }

    #[test]
    fn no_more_is_drawn_than_the_answer_needs() {
        let drawn = ::kit::Calls::new();
        let mut runs = endless(&drawn).map(|number| number / 4).dedup_runs();
        assert_eq!(
            (runs.next(), runs.next()),
            (Some(0), Some(1)),
            "runs of four"
        );
        assert!(
            drawn.count() <= 9,
            "the item that ends the second run is the ninth, drawn: {}",
            drawn.count()
        );

        let drawn = ::kit::Calls::new();
        let mut pairs = endless(&drawn).pairwise();
        assert_eq!(
            (pairs.next(), pairs.next()),
            (Some((0, 1)), Some((1, 2))),
            "two pairs"
        );
        assert!(
            drawn.count() <= 3,
            "two pairs are made of three items, drawn: {}",
            drawn.count()
        );
    }

    #[test]
    fn no_memory_is_asked_for() {
        let (count, seen) =
            ::kit::allocations(|| (0..100).map(|number| number / 4).dedup_runs().count());
        assert_eq!(
            (count, seen.count),
            (25, 0),
            "25 runs, and no allocation by `dedup_runs`"
        );
        let (count, seen) = ::kit::allocations(|| (0..100).pairwise().count());
        assert_eq!(
            (count, seen.count),
            (99, 0),
            "99 pairs, and no allocation by `pairwise`"
        );
    }

    #[test]
    fn a_hint_is_never_false() {
        assert_eq!(
            true_hints([1, 1, 2].into_iter().dedup_runs()),
            Ok(()),
            "`dedup_runs`"
        );
        assert_eq!(
            true_hints([1, 1, 2].into_iter().pairwise()),
            Ok(()),
            "`pairwise`"
        );
        let mut rng = ::kit::Rng::salted("a_hint_is_never_false");
        for _ in 0..200 {
            let list = numbers(&mut rng);
            assert_eq!(
                true_hints(list.iter().dedup_runs()),
                Ok(()),
                "`dedup_runs` over {list:?}"
            );
            assert_eq!(
                true_hints(list.iter().pairwise()),
                Ok(()),
                "`pairwise` over {list:?}"
            );
            let even = || list.iter().filter(|&number| number % 2 == 0);
            assert_eq!(
                true_hints(even().dedup_runs()),
                Ok(()),
                "`dedup_runs` over the even ones of {list:?}"
            );
            assert_eq!(
                true_hints(even().pairwise()),
                Ok(()),
                "`pairwise` over the even ones of {list:?}"
            );
        }
    }

    #[test]
    fn a_hint_says_what_can_be_known() {
        let mut runs = [1, 1, 2].into_iter().dedup_runs();
        assert_eq!(
            runs.size_hint(),
            (1, Some(3)),
            "three items are at least one run and at most three"
        );
        runs.next();
        assert_eq!(
            runs.size_hint(),
            (1, Some(1)),
            "the run of 2 is certain, and the source is empty"
        );
        runs.next();
        assert_eq!(runs.size_hint(), (0, Some(0)), "no run is left");
        assert_eq!(
            (0_u64..).dedup_runs().size_hint(),
            (1, None),
            "an endless source may be one single run"
        );
        let maybe = [1, 3].into_iter().filter(|number| number % 2 == 0);
        let (low, high) = maybe.dedup_runs().size_hint();
        assert_eq!(low, 0, "a filter may let nothing pass");
        assert!(
            high.is_some_and(|high| high <= 2),
            "two items are at most two runs, not {high:?}"
        );

        let mut rng = ::kit::Rng::salted("a_hint_says_what_can_be_known");
        let list: Vec<_> = (0..2 + rng.below(9)).collect();
        let mut pairs = list.iter().pairwise();
        for left in (0..list.len()).rev() {
            assert_eq!(
                pairs.size_hint(),
                (left, Some(left)),
                "{left} pairs are left of {list:?}"
            );
            pairs.next();
        }
        assert_eq!(
            std::iter::empty::<u32>().pairwise().size_hint(),
            (0, Some(0)),
            "no item, no pair"
        );
        assert_eq!(
            (0_u64..).pairwise().size_hint().1,
            None,
            "an endless source has endless pairs"
        );
    }
}
