// One mixed list and a copy for each round; users want each number in turn; the results are added up.

use std::hint::black_box;

use kit::Rng;

/// Steps that `sort` takes for `n` numbers in mixed order, on average.
pub fn bench_sort(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    let original = mixed(n, rng, watch);
    for _ in 0..rounds {
        let mut list = original.clone();
        watch.time(|| sort(&mut list, watch));
    }
    watch.shown() / rounds
}

/// Steps that `find` takes in a list of `n` numbers, on average, each of them wanted as often as any other.
pub fn bench_find(n: usize, rounds: u64, rng: &mut Rng, watch: &Watch) -> u64 {
    let list: Vec<usize> = (0..n).collect();
    let in_turn = mixed(n, rng, watch);
    for wanted in in_turn.into_iter().cycle().take(rounds as usize) {
        watch.time(|| find(&list, wanted, watch));
    }
    watch.shown() / rounds
}

/// Runs `fold_all` so many times over these bytes, for a clock outside, and says how many bytes that were.
pub fn bench_fold(bytes: &[u8], rounds: usize) -> usize {
    for _ in 0..rounds {
        let result = fold_all(bytes);
        black_box(result);
    }
    bytes.len() * rounds
}
