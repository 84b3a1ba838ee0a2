// Benchmarks that lie
//
// Three benchmarks run, and none of them measures what its comment promises. Make them honest; the
// functions under measurement and the watch are right and stay as they are. The watch counts steps
// of work in place of time, so a result is the same on every machine. Only `fold_all` counts
// nothing: for it we look into the optimised program, where its work has to happen in every round.
//
// Read: the standard library, black_box
// https://doc.rust-lang.org/std/hint/fn.black_box.html

use std::cell::Cell;

use kit::Rng;

/// Shows the steps that were taken while it ran.
#[derive(Default)]
pub struct Watch {
    runs: Cell<bool>,
    shown: Cell<u64>,
}

impl Watch {
    /// Does this work with the watch running.
    pub fn time<R>(&self, work: impl FnOnce() -> R) -> R {
        self.runs.set(true);
        let result = work();
        self.runs.set(false);
        result
    }

    pub fn shown(&self) -> u64 {
        self.shown.get()
    }

    fn steps(&self, count: u64) {
        self.shown
            .set(self.shown.get() + if self.runs.get() { count } else { 0 });
    }
}

/// The numbers below `n` in a new order each time. This is slow, and nobody measures it.
pub fn mixed(n: usize, rng: &mut Rng, watch: &Watch) -> Vec<usize> {
    watch.steps((n * n) as u64);
    let mut list: Vec<usize> = (0..n).collect();
    rng.shuffle(&mut list);
    list
}

/// Sorts by insertion.
pub fn sort(list: &mut [usize], watch: &Watch) {
    for end in 1..list.len() {
        let mut place = end;
        watch.steps(1);
        while place > 0 && list[place - 1] > list[place] {
            list.swap(place - 1, place);
            place -= 1;
            watch.steps(1);
        }
    }
}

/// Looks at one number after the other.
pub fn find(list: &[usize], wanted: usize, watch: &Watch) -> Option<usize> {
    list.iter().position(|&number| {
        watch.steps(1);
        number == wanted
    })
}

/// Makes one number of many.
pub fn fold_all(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum: u32, &byte| {
        (sum.rotate_left(5) ^ u32::from(byte)).wrapping_add(1999)
    })
}

/// Steps that `sort` takes for `n` numbers in mixed order, on average.
// TODO: Time the sorting of a list in mixed order, every round, and nothing else.
pub fn bench_sort(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    watch.time(|| {
        for _ in 0..rounds {
            let mut list = mixed(n, rng, watch);
            sort(&mut list, watch);
        }
    });
    watch.shown() / rounds
}

/// Steps that `find` takes in a list of `n` numbers, on average, each of them wanted as often as any other.
// TODO: Look for what users look for.
pub fn bench_find(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    let list: Vec<usize> = (0..n).collect();
    let wanted = rng.within(0..3_usize);
    for _ in 0..rounds {
        watch.time(|| find(&list, wanted, watch));
    }
    watch.shown() / rounds
}

/// Runs `fold_all` so many times over these bytes, for a clock outside, and says how many bytes that were.
// TODO: Keep the optimiser from leaving the work out.
pub fn bench_fold(bytes: &[u8], rounds: usize) -> usize {
    for _ in 0..rounds {
        let _result = fold_all(bytes);
    }
    bytes.len() * rounds
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    fn sorted(n: usize) -> u64 {
        let mut rng = ::kit::Rng::salted("benchmarks_that_lie: sort");
        bench_sort(n, 12, &mut rng, &Watch::default())
    }

    fn found(n: usize) -> u64 {
        let mut rng = ::kit::Rng::salted("benchmarks_that_lie: find");
        bench_find(n, 512, &mut rng, &Watch::default())
    }

    /// Sorting `n` mixed numbers takes `n * n / 4` steps on average, finding one of them `n / 2`.
    const SIZES: [usize; 2] = [256, 1024];

    #[test]
    fn no_setup_is_timed() {
        for n in SIZES {
            let (steps, most) = (sorted(n), (n * n) as u64 * 5 / 16);
            assert!(
                steps <= most,
                "{steps} steps are reported for n = {n}, and sorting takes at most {most}: \
                 what else is done while the watch runs?"
            );
        }
    }

    #[test]
    fn every_round_sorts_a_mixed_list() {
        for n in SIZES {
            let (steps, least) = (sorted(n), (n * n) as u64 * 3 / 16);
            assert!(
                steps >= least,
                "{steps} steps are reported for n = {n}, and sorting a mixed list takes at least \
                 {least}: in which order are the numbers in the second round?"
            );
        }
    }

    #[test]
    fn not_only_early_numbers_are_wanted() {
        for n in SIZES {
            let (steps, least) = (found(n), n as u64 * 3 / 8);
            assert!(
                steps >= least,
                "{steps} steps are reported for n = {n}; with each number wanted equally often, \
                 about half the list is looked at"
            );
        }
    }

    #[test]
    fn not_only_late_numbers_are_wanted() {
        for n in SIZES {
            let (steps, most) = (found(n), n as u64 * 5 / 8);
            assert!(
                steps <= most,
                "{steps} steps are reported for n = {n}; with each number wanted equally often, \
                 about half the list is looked at"
            );
        }
    }

    #[test]
    fn reports_are_what_the_watch_shows() {
        let mut rng = ::kit::Rng::salted("benchmarks_that_lie: watch");
        let n = rng.within(40..80_usize);
        let (first, second) = (Watch::default(), Watch::default());
        let sorted = bench_sort(n, 10, &mut rng, &first);
        let found = bench_find(n, 10, &mut rng, &second);
        let shown = (first.shown() / 10, second.shown() / 10);
        assert_eq!(
            (sorted, found),
            shown,
            "each report is the watch's reading for one round"
        );
        assert!(found > 0, "the watch ran while something was looked for");
    }

    #[test]
    fn bytes_are_counted() {
        assert_eq!(bench_fold(b"rust", 3), 12, "four bytes, three times");
    }
}
