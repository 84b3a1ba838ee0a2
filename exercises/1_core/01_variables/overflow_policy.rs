// Overflow policy
//
// A heat meter keeps its count in a `u32` and adds what each reading brings. Sooner or later the count
// reaches the top. Four buyers of the meter want four things to happen there, and each function below
// says which. Reaching `u32::MAX` exactly is no overflow yet.
//
// Write the four bodies. The checks run twice, once as a debug build and once as a release build,
// and both must say the same. The integer types bring a method for each policy.
//
// Read: The Rust Programming Language, chapter 3.2, Data Types (integer overflow)
// https://doc.rust-lang.org/book/ch03-02-data-types.html

/// The new count in `Some`, or `None` where it does not fit.
fn report(count: u32, reading: u32) -> Option<u32> {
    // TODO: Say so when the sum does not fit.
    todo!("{count} and {reading}")
}

/// The new count; a full meter stays full.
fn stay_full(count: u32, reading: u32) -> u32 {
    // TODO: Stop at the top.
    todo!("{count} and {reading}")
}

/// The new count; past the top it goes on from 0, like the wheels of an old meter.
fn roll_over(count: u32, reading: u32) -> u32 {
    // TODO: Start again after the top.
    todo!("{count} and {reading}")
}

/// Adds the readings of morning, noon and evening in this order, rolling over where needed.
/// The flag tells whether that happened at any of the three.
fn roll_and_flag(count: u32, readings: [u32; 3]) -> (u32, bool) {
    // TODO: Roll over, and remember that it happened.
    todo!("{count} and {readings:?}")
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    const TOP: u32 = u32::MAX;

    /// A pair that passes the top by `past` steps; 1 lands on 0.
    fn pair_past_the_top(rng: &mut ::kit::Rng, past: u32) -> (u32, u32) {
        let count = u32::try_from(rng.between(1_000, 4_000_000_000)).unwrap();
        (count, TOP - count + past)
    }

    #[test]
    fn report_gives_the_sum_where_it_fits() {
        assert_eq!(report(40, 2), Some(42));
        assert_eq!(report(TOP - 5, 5), Some(TOP), "the top itself still fits");
        assert_eq!(report(TOP, 0), Some(TOP), "nothing was added");
    }

    #[test]
    fn report_gives_none_past_the_top() {
        let mut rng = ::kit::Rng::salted("overflow_policy: report");
        for past in 1..20 {
            let (count, reading) = pair_past_the_top(&mut rng, past);
            assert_eq!(
                report(count, reading),
                None,
                "{count} and {reading} pass the top by {past}"
            );
        }
    }

    #[test]
    fn stay_full_adds_and_then_stops_at_the_top() {
        let mut rng = ::kit::Rng::salted("overflow_policy: stay_full");
        assert_eq!(stay_full(40, 2), 42);
        assert_eq!(
            stay_full(TOP - 5, 4),
            TOP - 1,
            "one below the top is not full"
        );
        for past in 0..20 {
            let (count, reading) = pair_past_the_top(&mut rng, past);
            assert_eq!(
                stay_full(count, reading),
                TOP,
                "{count} and {reading} fill the meter"
            );
        }
    }

    #[test]
    fn roll_over_adds_below_the_top() {
        assert_eq!(roll_over(40, 2), 42);
        assert_eq!(roll_over(TOP - 5, 5), TOP, "the top itself still fits");
    }

    #[test]
    fn roll_over_goes_on_from_zero() {
        let mut rng = ::kit::Rng::salted("overflow_policy: roll_over");
        assert_eq!(roll_over(TOP, 1), 0, "one step past the top is 0");
        for past in 1..20 {
            let (count, reading) = pair_past_the_top(&mut rng, past);
            assert_eq!(
                roll_over(count, reading),
                past - 1,
                "{count} and {reading} pass the top by {past}"
            );
        }
    }

    #[test]
    fn no_flag_without_a_roll_over() {
        assert_eq!(roll_and_flag(1, [2, 30, 400]), (433, false));
        assert_eq!(
            roll_and_flag(TOP - 6, [1, 2, 3]),
            (TOP, false),
            "the top itself still fits"
        );
        assert_eq!(
            roll_and_flag(TOP, [0, 0, 0]),
            (TOP, false),
            "nothing was added"
        );
    }

    #[test]
    fn the_last_reading_may_roll_over() {
        assert_eq!(roll_and_flag(TOP - 6, [1, 2, 4]), (0, true));
    }

    #[test]
    fn an_early_roll_over_is_not_forgotten() {
        let mut rng = ::kit::Rng::salted("overflow_policy: early");
        for past in 1..20 {
            let (count, reading) = pair_past_the_top(&mut rng, past);
            let (noon, evening) = (rng.between(0, 90_000), rng.between(0, 90_000));
            let (noon, evening) = (
                u32::try_from(noon).unwrap(),
                u32::try_from(evening).unwrap(),
            );
            assert_eq!(
                roll_and_flag(count, [reading, noon, evening]),
                (past - 1 + noon + evening, true),
                "the first of {reading}, {noon}, {evening} takes {count} past the top"
            );
        }
    }

    #[test]
    fn two_roll_overs_are_still_one_flag() {
        assert_eq!(
            roll_and_flag(TOP, [1, 5, TOP]),
            (4, true),
            "twice past the top"
        );
        assert_eq!(
            roll_and_flag(TOP, [TOP, TOP, TOP]),
            (TOP - 3, true),
            "three times past the top"
        );
    }
}
