// Benchmarks that lie
//
// Three benchmarks run, and none of them measures what its comment promises. Make them honest; the
// functions under measurement and the watch, below the line, are right. The watch counts steps of
// work in place of time, so a result is the same on every machine. Only `fold_all` has none: for it
// we look into the optimised program, where its work has to happen in every round.
//
// Read: the standard library, black_box
// https://doc.rust-lang.org/std/hint/fn.black_box.html

use kit::Rng;

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
/// Shows the steps that were taken while it ran.
#[derive(Default)]
pub struct Watch {
    runs: std::cell::Cell<bool>,
    shown: std::cell::Cell<u64>,
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
    #[cfg(test)]
    checks::folded(bytes);
    bytes.iter().fold(0, |sum: u32, &byte| {
        (sum.rotate_left(5) ^ u32::from(byte)).wrapping_add(1999)
    })
}

#[cfg(test)]
mod checks {
    use super::*;
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    thread_local! {
        static FOLDED: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    }

    /// `fold_all` was called; only our tests are told.
    pub fn folded(bytes: &[u8]) {
        FOLDED.with_borrow_mut(|calls| calls.push(bytes.to_vec()));
    }

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
    fn each_try_wants_another_number() {
        for n in SIZES {
            let mut rng = ::kit::Rng::salted("benchmarks_that_lie: tries");
            let tries = (0..64).map(|_| bench_find(n, 1, &mut rng, &Watch::default()));
            let steps: BTreeSet<u64> = tries.collect();
            assert!(
                steps.len() >= 24,
                "64 tries of one round each took only {} different numbers of steps for n = {n}; \
                 users do not always want the same",
                steps.len()
            );
        }
    }

    #[test]
    fn a_single_round_is_a_whole_round() {
        let mut rng = ::kit::Rng::salted("benchmarks_that_lie: one round");
        let n = 256;
        let steps = bench_sort(n, 1, &mut rng, &Watch::default());
        let (least, most) = ((n * n) as u64 / 8, (n * n) as u64 * 3 / 8);
        assert!(
            (least..=most).contains(&steps),
            "{steps} steps are reported for one round with n = {n}, and about {} are right",
            n * n / 4
        );
        let steps = bench_find(1, 1, &mut rng, &Watch::default());
        assert_eq!(
            steps, 1,
            "one number is found at the first look, in one round"
        );
    }

    #[test]
    fn every_round_folds_all_bytes() {
        let mut rng = ::kit::Rng::salted("benchmarks_that_lie: fold");
        let bytes = rng.bits().to_le_bytes();
        let rounds = rng.within(2..9_usize);
        FOLDED.take();
        bench_fold(&bytes, rounds);
        assert_eq!(
            FOLDED.take(),
            vec![bytes.to_vec(); rounds],
            "{rounds} rounds, and in each of them the work has to be done anew, over all bytes"
        );
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
