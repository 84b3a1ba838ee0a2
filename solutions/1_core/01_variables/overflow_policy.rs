// Why so: a plain `+` leaves the answer to the build: with overflow checks, as in a debug build, it
// panics at the top, and without them, as in a release build, it rolls over without a word. The four
// method families say in the source what is meant, and mean it in every build: `checked_` reports,
// `saturating_` stops, `wrapping_` goes round, `overflowing_` goes round and says so. The flag of
// `overflowing_add` tells of that one addition only, so the flags of several are joined by "or".

/// The new count in `Some`, or `None` where it does not fit.
fn report(count: u32, reading: u32) -> Option<u32> {
    count.checked_add(reading)
}

/// The new count; a full meter stays full.
fn stay_full(count: u32, reading: u32) -> u32 {
    count.saturating_add(reading)
}

/// The new count; past the top it goes on from 0, like the wheels of an old meter.
fn roll_over(count: u32, reading: u32) -> u32 {
    count.wrapping_add(reading)
}

/// Adds the readings of morning, noon and evening in this order, rolling over where needed.
/// The flag tells whether that happened at any of the three.
fn roll_and_flag(count: u32, readings: [u32; 3]) -> (u32, bool) {
    let mut sum = count;
    let mut rolled = false;
    for reading in readings {
        let (next, passed_the_top) = sum.overflowing_add(reading);
        sum = next;
        rolled = rolled || passed_the_top;
    }
    (sum, rolled)
}
