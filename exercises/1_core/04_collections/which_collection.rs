// Which collection?
//
// One: answer the six questions in `which_collection/items/` before you run anything: `Choice('a')` for the
// first three, which ask for the collection that fits best, and `Compiles("…")` with what is printed for
// the others.
// Two: write the three workloads, with whichever collections of the standard library fit. Each says how
// much it may spend; comparisons, hashes and bytes are counted, never seconds.
//
// Read: std::collections, When should you use which collection?
// https://doc.rust-lang.org/std/collections/index.html

use kit::predict::*;
use std::hash::Hash;

// TODO: Replace each `Open` by your answer to the question with the same number.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;

/// What was measured when. Times come in any order, and each once.
struct Journal<T, V> {
    // TODO: Choose what to keep it in.
    entries: Vec<(T, V)>,
}

impl<T: Ord + Hash + Clone, V: Clone> Journal<T, V> {
    fn new() -> Self {
        Self {
            entries: Vec::new(),
        }
    }

    fn note(&mut self, time: T, value: V) {
        self.entries.push((time, value));
    }

    /// All values from the first time to the second, both included, in the order of their times. The first
    /// is not above the second. With ten thousand entries this takes fewer than 200 comparisons of times if
    /// three values lie between, and hashes nothing.
    fn between(&self, first: &T, last: &T) -> Vec<V> {
        // TODO: Find the values without walking through all of them.
        let (_, _) = (first, last);
        self.entries
            .iter()
            .map(|(_, value)| value.clone())
            .collect()
    }
}

/// The largest value of each `width` neighbours: of the first to the `width`th, of the second to the next
/// one, and so on. Empty if there are fewer values, or if `width` is 0. Takes at most three comparisons
/// for each value, however wide the window is.
fn window_max<T: Ord>(values: &[T], width: usize) -> Vec<&T> {
    // TODO: Keep only those values that may still become the largest.
    todo!("{width} of {}", values.len())
}

/// The `count` largest values, the largest first; all of them if there are fewer. It never holds room
/// for more than `4 * count + 8` values at once, and the stream may be long.
fn largest(count: usize, stream: impl Iterator<Item = u64>) -> Vec<u64> {
    // TODO: Keep only the best so far.
    let mut all: Vec<u64> = stream.collect();
    all.truncate(count);
    all
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use ::kit::Counted;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06]);
    }

    /// Even times below twice this number, in any order; the value is the time.
    fn journal(rng: &mut ::kit::Rng, len: u32) -> Journal<u32, u32> {
        let mut times: Vec<u32> = (0..len).map(|n| 2 * n).collect();
        rng.shuffle(&mut times);
        let mut journal = Journal::new();
        for time in times {
            journal.note(time, time);
        }
        journal
    }

    #[test]
    fn a_range_holds_both_ends_in_order() {
        let mut rng = ::kit::Rng::salted("which_collection: both ends");
        let journal = journal(&mut rng, 10);
        assert_eq!(
            journal.between(&4, &10),
            [4, 6, 8, 10],
            "from 4 to 10, both included"
        );
        assert_eq!(journal.between(&6, &6), [6], "from 6 to 6");
        assert_eq!(journal.between(&0, &18).len(), 10, "all of them");
    }

    #[test]
    fn a_range_may_begin_and_end_where_nothing_is() {
        let mut rng = ::kit::Rng::salted("which_collection: no ends");
        let journal = journal(&mut rng, 10);
        assert_eq!(
            journal.between(&5, &9),
            [6, 8],
            "from 5 to 9, among even times"
        );
        assert_eq!(journal.between(&7, &7), [0; 0], "nothing was measured at 7");
        assert_eq!(journal.between(&19, &99), [0; 0], "after the last one");
        assert_eq!(
            Journal::<u32, u32>::new().between(&0, &9),
            [0; 0],
            "in an empty journal"
        );
    }

    #[test]
    fn any_range_is_what_a_search_finds() {
        let mut rng = ::kit::Rng::salted("which_collection: any range");
        let journal = journal(&mut rng, 300);
        for _ in 0..40 {
            let first = rng.within(0..610_u32);
            let last = rng.within(first..620_u32);
            let expected: Vec<u32> = (first..=last).filter(|n| n % 2 == 0 && *n < 600).collect();
            assert_eq!(
                journal.between(&first, &last),
                expected,
                "from {first} to {last}"
            );
        }
    }

    #[test]
    fn a_short_range_of_a_long_journal_is_found_with_few_comparisons() {
        let mut rng = ::kit::Rng::salted("which_collection: cost");
        let mut times: Vec<u64> = (0..10_000).collect();
        rng.shuffle(&mut times);
        let mut journal = Journal::new();
        for time in times {
            journal.note(Counted::new(time), time);
        }
        for _ in 0..10 {
            let first = rng.within(0..9_990_u64);
            let (from, to) = (Counted::new(first), Counted::new(first + 2));
            let (found, seen) = ::kit::tally(|| journal.between(&from, &to));
            assert_eq!(found, [first, first + 1, first + 2]);
            assert!(
                seen.comparisons < 39,
                "{} comparisons for three values out of 10 000: as if all had been looked at",
                seen.comparisons
            );
            assert_eq!(
                seen.hashes, 0,
                "times hashed, which says nothing about what lies between"
            );
        }
    }

    #[test]
    fn a_window_slides_by_one() {
        assert_eq!(window_max(&[1, 3, 2, 0, 5, 4], 3), [&3, &3, &5, &5]);
        assert_eq!(
            window_max(&[5, 4, 3, 2], 2),
            [&5, &4, &3],
            "the largest leaves in front"
        );
        assert_eq!(window_max(&[7, 7, 1, 1], 2), [&7, &7, &1], "equal values");
    }

    #[test]
    fn windows_of_all_widths_have_an_answer() {
        assert_eq!(window_max(&[2, 9, 4], 1), [&2, &9, &4], "one wide");
        assert_eq!(
            window_max(&[2, 9, 4], 3),
            [&9],
            "as wide as there are values"
        );
        assert_eq!(window_max(&[2, 9, 4], 4), [&0; 0], "wider");
        assert_eq!(window_max(&[2, 9, 4], 0), [&0; 0], "0 wide");
        assert_eq!(window_max(&[0; 0], 2), [&0; 0], "no values");
    }

    #[test]
    fn any_window_is_what_a_search_finds() {
        let mut rng = ::kit::Rng::salted("which_collection: windows");
        for width in 1..20 {
            let values: Vec<u32> = (0..100).map(|_| rng.within(0..30_u32)).collect();
            let expected: Vec<&u32> = values
                .windows(width)
                .filter_map(|w| w.iter().max())
                .collect();
            assert_eq!(
                window_max(&values, width),
                expected,
                "{width} wide, over {values:?}"
            );
        }
    }

    #[test]
    fn a_wide_window_costs_no_more_than_a_narrow_one() {
        let mut rng = ::kit::Rng::salted("which_collection: window cost");
        let drawn: Vec<Counted<u32>> = (0..5000).map(|_| Counted::new(rng.u32())).collect();
        let falling: Vec<Counted<u32>> = (0..5000).rev().map(Counted::new).collect();
        for values in [drawn, falling] {
            for width in [3, 1000] {
                let (found, seen) = ::kit::tally(|| window_max(&values, width).len());
                assert_eq!(found, 5001 - width);
                assert!(
                    seen.comparisons <= 3 * 5000,
                    "{} comparisons for 5000 values in a window of {width}, at most 15000 are needed",
                    seen.comparisons
                );
            }
        }
    }

    #[test]
    fn the_largest_come_first() {
        assert_eq!(largest(3, [4, 9, 1, 9, 7].into_iter()), [9, 9, 7]);
        assert_eq!(
            largest(9, [2, 3, 1].into_iter()),
            [3, 2, 1],
            "there are only three"
        );
        assert_eq!(largest(0, [2, 3].into_iter()), [0; 0], "none is wanted");
    }

    #[test]
    fn any_stream_has_its_largest() {
        let mut rng = ::kit::Rng::salted("which_collection: largest");
        for count in [1, 2, 10, 99, 100] {
            let values: Vec<u64> = (0..100).map(|_| rng.within(0..500_u64)).collect();
            let mut expected = values.clone();
            expected.sort_unstable_by_key(|&value| std::cmp::Reverse(value));
            expected.truncate(count);
            assert_eq!(
                largest(count, values.into_iter()),
                expected,
                "{count} of 100"
            );
        }
    }

    #[test]
    fn a_long_stream_needs_no_long_memory() {
        let mut rng = ::kit::Rng::salted("which_collection: memory");
        let (found, seen) = ::kit::allocations(|| largest(100, (0..50_000).map(|_| rng.bits())));
        assert_eq!(found.len(), 100);
        let budget = (4 * 100 + 8) * 8;
        assert!(
            seen.peak <= budget,
            "{} bytes at once for the 100 largest values: room for 408 values takes {budget}",
            seen.peak
        );
    }
}
