// Read the assembly
//
// Six small loops without `unsafe`. In two the optimiser sees that every index fits. In four the bound is looked at
// step by step, at least for what is left over when several are taken at a time, and `panic_bounds_check` is called if
// it is broken. Guess which four; then compile the part above the line with
// `rustc -O -C link-dead-code --crate-type lib --emit=asm` and search each function for that call.
//
// Reshape those four, without `unsafe`, so that the bound is looked at once, before the loop, and not in it by way of
// `get` either. Results stay the same. What panicked still panics, now before anything is written.
// Read: The Rust Programming Language, Loops against Iterators
// https://doc.rust-lang.org/book/ch13-04-performance.html

// TODO: Let four of these look once.

/// The sum of all, wrapping around.
pub fn total(values: &[u64]) -> u64 {
    let mut sum = 0_u64;
    for at in 0..values.len() {
        sum = sum.wrapping_add(values[at]);
    }
    sum
}

/// Adds `more` to each of the first `count`, wrapping around. Panics if there are fewer.
pub fn raise_first(values: &mut [u64], count: usize, more: u64) {
    for at in 0..count {
        values[at] = values[at].wrapping_add(more);
    }
}

/// Multiplies each value by its weight, wrapping around. Panics if there are fewer weights than values.
pub fn weigh(values: &mut [u32], weights: &[u32]) {
    for at in 0..values.len() {
        values[at] = values[at].wrapping_mul(weights[at]);
    }
}

/// The sum of what stands where the turns say, going round in a ring, wrapping around.
pub fn ring(values: &[u64; 64], turns: &[u8]) -> u64 {
    let mut sum = 0_u64;
    for turn in turns {
        sum = sum.wrapping_add(values[usize::from(*turn) % 64]);
    }
    sum
}

/// How far each value is from the one before it, wrapping around. Panics if there is no room for all of that in `out`;
/// what is in `out` behind it stays.
pub fn steps(values: &[i32], out: &mut [i32]) {
    for at in 1..values.len() {
        out[at - 1] = values[at].wrapping_sub(values[at - 1]);
    }
}

/// Whether two texts have the same first `count` bytes. Panics if either has fewer, whatever the bytes are.
pub fn same_start(one: &[u8], other: &[u8], count: usize) -> bool {
    let mut same = true;
    for at in 0..count {
        same &= one[at] == other[at];
    }
    same
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    fn panics<R>(call: impl FnOnce() -> R + std::panic::UnwindSafe) -> bool {
        catch_unwind(call).is_err()
    }

    #[test]
    fn the_first_are_raised() {
        let mut rng = ::kit::Rng::salted("llvm_1_read_the_asm: first");
        let values: Vec<u64> = (0..40).map(|_| rng.within(0..1000_u64)).collect();
        let more = rng.within(1..1000_u64);
        for count in [0, 1, rng.below(40), 40] {
            let mut raised = values.clone();
            raise_first(&mut raised, count, more);
            let wanted: Vec<u64> = values
                .iter()
                .enumerate()
                .map(|(at, value)| value + if at < count { more } else { 0 })
                .collect();
            assert_eq!(raised, wanted, "the first {count}, by {more}");
        }
        let mut high = [u64::MAX, 3];
        raise_first(&mut high, 1, 2);
        assert_eq!(high, [1, 3], "it wraps around");
        for count in [41, usize::MAX] {
            let mut kept = values.clone();
            assert!(
                panics(AssertUnwindSafe(|| raise_first(&mut kept, count, more))),
                "there are 40 and not {count}"
            );
            assert_eq!(
                kept, values,
                "one bound for all, asked before the loop: nothing is written when it is broken"
            );
        }
    }

    #[test]
    fn values_are_weighed() {
        let mut rng = ::kit::Rng::salted("llvm_1_read_the_asm: weighed");
        let values: Vec<u32> = (0..21).map(|_| rng.within(1..100_u32)).collect();
        let weights: Vec<u32> = (0..24).map(|_| rng.within(2..100_u32)).collect();
        let wanted: Vec<u32> = values
            .iter()
            .zip(&weights)
            .map(|(value, weight)| value * weight)
            .collect();
        for many in [21, 24] {
            let mut weighed = values.clone();
            weigh(&mut weighed, &weights[..many]);
            assert_eq!(weighed, wanted, "21 values and {many} weights");
        }
        let mut high = [1 << 31, 7];
        weigh(&mut high, &[2, 1]);
        assert_eq!(high, [0, 7], "it wraps around");
        weigh(&mut [], &[1]);
        let mut kept = values.clone();
        assert!(
            panics(AssertUnwindSafe(|| weigh(&mut kept, &weights[..20]))),
            "21 values and 20 weights"
        );
        assert_eq!(
            kept, values,
            "one bound for all, asked before the loop: nothing is written when it is broken"
        );
    }

    #[test]
    fn steps_are_taken() {
        let mut rng = ::kit::Rng::salted("llvm_1_read_the_asm: steps");
        let values: Vec<i32> = (0..19).map(|_| rng.within(0..1000_i32)).collect();
        let wanted: Vec<i32> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
        for room in [18, 22] {
            let mut out = vec![7; room];
            steps(&values, &mut out);
            assert_eq!(out[..18], wanted, "into {room} places");
            assert!(
                out[18..].iter().all(|spare| *spare == 7),
                "what is behind stays"
            );
        }
        let mut out = [7];
        steps(&[i32::MAX, i32::MIN], &mut out);
        assert_eq!(out, [1], "it wraps around");
        steps(&[5], &mut []);
        steps(&[], &mut []);
        let mut out = [7; 17];
        assert!(
            panics(AssertUnwindSafe(|| steps(&values, &mut out))),
            "18 steps and 17 places"
        );
        assert_eq!(
            out, [7; 17],
            "one bound for all, asked before the loop: nothing is written when it is broken"
        );
    }

    #[test]
    fn beginnings_are_compared() {
        let mut rng = ::kit::Rng::salted("llvm_1_read_the_asm: same");
        let one: Vec<u8> = (0..30).map(|_| rng.u8()).collect();
        let differs = rng.within(1..30_usize);
        let mut other = one.clone();
        other[differs] ^= 1;
        other.push(1);
        for count in [0, 1, differs, differs + 1, 30] {
            assert_eq!(
                same_start(&one, &other, count),
                count <= differs,
                "{count} bytes, byte {differs} differs"
            );
        }
        assert!(
            panics(|| same_start(&one, &other, 31)),
            "the first has 30 bytes"
        );
        assert!(
            panics(|| same_start(&other, &one, 31)),
            "the second has 30 bytes"
        );
        assert!(
            panics(|| same_start(b"a", b"b", 2)),
            "also where the bytes differ before that"
        );
    }

    #[test]
    fn the_other_two_stay_as_they_are() {
        let mut rng = ::kit::Rng::salted("llvm_1_read_the_asm: others");
        let values: [u64; 64] = std::array::from_fn(|_| rng.within(0..1000_u64));
        assert_eq!(total(&values), values.iter().sum());
        assert_eq!(total(&[u64::MAX, 2]), 1, "it wraps around");
        let turn = rng.u8();
        assert_eq!(
            ring(&values, &[turn, 64]),
            values[usize::from(turn) % 64] + values[0]
        );
        let high = [u64::MAX; 64];
        assert_eq!(ring(&high, &[0, 1]), u64::MAX - 1, "it wraps around");
    }
}
