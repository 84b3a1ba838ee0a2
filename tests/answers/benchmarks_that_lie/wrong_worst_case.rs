// The slowest case is the honest one.

use std::cell::Cell;
use std::hint::black_box;

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
pub fn bench_sort(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    for _ in 0..rounds {
        let mut list = mixed(n, rng, watch);
        watch.time(|| sort(&mut list, watch));
    }
    watch.shown() / rounds
}

/// Steps that `find` takes in a list of `n` numbers, on average, each of them wanted as often as any other.
pub fn bench_find(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    let list: Vec<usize> = (0..n).collect();
    for _ in 0..rounds {
        let wanted = list[n - 1];
        watch.time(|| find(&list, wanted, watch));
    }
    watch.shown() / rounds
}

/// Runs `fold_all` so many times over these bytes, for a clock outside, and says how many bytes that were.
pub fn bench_fold(bytes: &[u8], rounds: usize) -> usize {
    for _ in 0..rounds {
        black_box(fold_all(black_box(bytes)));
    }
    bytes.len() * rounds
}
