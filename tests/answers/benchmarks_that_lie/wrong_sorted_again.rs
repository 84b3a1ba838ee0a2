// The list is made once, before everything.

use std::hint::black_box;

use kit::Rng;

/// Steps that `sort` takes for `n` numbers in mixed order, on average.
pub fn bench_sort(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    let mut list = mixed(n, rng, watch);
    for _ in 0..rounds {
        watch.time(|| sort(&mut list, watch));
    }
    watch.shown() / rounds
}

/// Steps that `find` takes in a list of `n` numbers, on average, each of them wanted as often as any other.
pub fn bench_find(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    let list: Vec<usize> = (0..n).collect();
    for _ in 0..rounds {
        let wanted = rng.below(n);
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
