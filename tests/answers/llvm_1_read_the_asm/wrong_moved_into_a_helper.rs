// The loop itself has no check any more.

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
    for value in &mut values[..count] {
        *value = value.wrapping_add(more);
    }
}

/// Multiplies each value by its weight, wrapping around. Panics if there are fewer weights than values.
pub fn weigh(values: &mut [u32], weights: &[u32]) {
    for at in 0..values.len() {
        values[at] = values[at].wrapping_mul(weight_of(weights, at));
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
    let out = &mut out[..values.len().saturating_sub(1)];
    for (step, pair) in out.iter_mut().zip(values.windows(2)) {
        *step = pair[1].wrapping_sub(pair[0]);
    }
}

/// Whether two texts have the same first `count` bytes. Panics if either has fewer, whatever the bytes are.
pub fn same_start(one: &[u8], other: &[u8], count: usize) -> bool {
    let (one, other) = (&one[..count], &other[..count]);
    one == other
}

#[inline(never)]
fn weight_of(weights: &[u32], at: usize) -> u32 {
    weights[at]
}
