// Units as types
//
// A diving log counts in metres, feet and seconds, and all of them are one type with four names: whoever
// adds feet to metres gets a number, and nobody notices. Give each unit a type of its own. Allowed is what
// makes sense: the programs in `newtype_units/accept/` show all of it. What mixes units, or turns a number
// into a unit and back by itself, must be refused, as in `newtype_units/reject/`.
//
// A list of readings shall be printed as well. `Display` and `Vec` both come from the standard library,
// so you cannot bring the two together yourself; `Log` is a type of your own around the list.
//
// Read: The Rust Programming Language, Advanced Traits
// https://doc.rust-lang.org/book/ch20-02-advanced-traits.html

use std::ops::{Add, Div, Sub};

// TODO: Make four types of these four names. Each can be copied, compared and ordered, and has `new` and `value`.
pub type Metres = Amount;
pub type Feet = Amount;
pub type Seconds = Amount;
pub type MetresPerSecond = Amount;

// TODO: Take this apart, so that only what makes sense is left: metres and seconds can each be added and
// subtracted, metres divided by seconds are a speed, and a foot turns into metres through `From`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Amount(f64);

impl Amount {
    pub fn new(value: f64) -> Self {
        Self(value)
    }

    pub fn value(self) -> f64 {
        self.0
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Amount {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Div for Amount {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        Self(self.0 / other.0)
    }
}

/// A foot in metres.
pub const FOOT: f64 = 0.3048;

/// How deep the diver was, and when.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub at: Seconds,
    pub depth: Metres,
}

/// How fast the diver sank between two readings; negative on the way up.
pub fn sinking(from: Reading, to: Reading) -> MetresPerSecond {
    (to.depth - from.depth) / (to.at - from.at)
}

/// Readings that can be printed: for each a line such as `30 s: 4.5 m`, the seconds rounded to a whole
/// number, the metres to one digit behind the point. A line break stands between two lines, and none at
/// the end.
pub struct Log(pub Vec<Reading>);

// TODO: Implement `Display` for the log.

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    fn reading(at: f64, depth: f64) -> Reading {
        Reading {
            at: Seconds::new(at),
            depth: Metres::new(depth),
        }
    }

    /// Quarters, of which sums and differences are exact.
    fn quarters(rng: &mut ::kit::Rng) -> f64 {
        f64::from(rng.within(1..4000_u32)) / 4.0
    }

    #[test]
    fn like_units_add_and_subtract() {
        let mut rng = ::kit::Rng::salted("newtype_units: like");
        for _ in 0..20 {
            let (a, b) = (quarters(&mut rng), quarters(&mut rng));
            let (metres, seconds) = (Metres::new, Seconds::new);
            assert_eq!(metres(a) + metres(b), metres(a + b), "{a} m + {b} m");
            assert_eq!(metres(a) - metres(b), metres(a - b), "{a} m - {b} m");
            assert_eq!(seconds(a) + seconds(b), seconds(a + b), "{a} s + {b} s");
            assert_eq!(seconds(a) - seconds(b), seconds(a - b), "{a} s - {b} s");
        }
    }

    #[test]
    fn metres_over_seconds_are_a_speed() {
        let speed: MetresPerSecond = Metres::new(9.0) / Seconds::new(4.0);
        assert_eq!(speed, MetresPerSecond::new(2.25));
        assert_eq!(speed.value(), 2.25, "9 m in 4 s");
    }

    #[test]
    fn a_diver_sinks_and_rises() {
        let mut rng = ::kit::Rng::salted("newtype_units: sinking");
        for _ in 0..20 {
            let (start, depth, speed) =
                (quarters(&mut rng), quarters(&mut rng), quarters(&mut rng));
            let (before, after) = (
                reading(start, depth),
                reading(start + 8.0, depth + 8.0 * speed),
            );
            assert_eq!(sinking(before, after), MetresPerSecond::new(speed));
            let up = reading(start + 8.0, depth - 8.0 * speed);
            assert_eq!(sinking(before, up), MetresPerSecond::new(-speed));
        }
    }

    #[test]
    fn feet_become_metres() {
        for feet in [0.0, 1.0, 33.0, -7.0] {
            assert_eq!(Feet::new(feet).value(), feet, "feet stay feet");
            let metres = Metres::from(Feet::new(feet)).value();
            assert!(
                (metres - feet * 0.3048).abs() < 1e-9,
                "{feet} ft are {} m, and not {metres} m",
                feet * 0.3048
            );
        }
    }

    #[test]
    fn a_log_has_a_line_for_each_reading() {
        assert_eq!(Log(vec![reading(30.0, 4.5)]).to_string(), "30 s: 4.5 m");
        let log = Log(vec![
            reading(0.0, 0.0),
            reading(61.6, 12.25),
            reading(90.0, 100.04),
        ]);
        assert_eq!(
            log.to_string(),
            "0 s: 0.0 m\n62 s: 12.2 m\n90 s: 100.0 m",
            "seconds without digits behind the point, metres with exactly one, no line break at the end"
        );
    }

    #[test]
    fn an_empty_log_is_an_empty_text() {
        assert_eq!(Log(Vec::new()).to_string(), "");
    }

    #[test]
    fn logs_of_any_length_have_as_many_lines() {
        let mut rng = ::kit::Rng::salted("newtype_units: log");
        for len in 1..20_usize {
            let readings: Vec<Reading> = (0..len)
                .map(|_| reading(quarters(&mut rng).floor(), quarters(&mut rng).floor()))
                .collect();
            let expected: Vec<String> = readings
                .iter()
                .map(|reading| format!("{} s: {}.0 m", reading.at.value(), reading.depth.value()))
                .collect();
            assert_eq!(
                Log(readings).to_string().split('\n').collect::<Vec<_>>(),
                expected
            );
        }
    }
}
