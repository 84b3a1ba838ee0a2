// Why so: a type alias is a second name for the same type, a struct with one field is a type of its own, and costs
// nothing while running. Which operators there are is then a list that we write: metres and metres, seconds and
// seconds, metres over seconds. Whatever stands on no list is refused. A conversion exists in one direction, with its
// factor in one place. `Log` is ours, so we may implement a trait of others for it.

use std::fmt;
use std::ops::{Add, Div, Sub};

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Metres(f64);

impl Metres {
    pub fn new(value: f64) -> Self {
        Self(value)
    }

    pub fn value(self) -> f64 {
        self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Feet(f64);

impl Feet {
    pub fn new(value: f64) -> Self {
        Self(value)
    }

    pub fn value(self) -> f64 {
        self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Seconds(f64);

impl Seconds {
    pub fn new(value: f64) -> Self {
        Self(value)
    }

    pub fn value(self) -> f64 {
        self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct MetresPerSecond(f64);

impl MetresPerSecond {
    pub fn new(value: f64) -> Self {
        Self(value)
    }

    pub fn value(self) -> f64 {
        self.0
    }
}

impl Add for Metres {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Metres {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Add for Seconds {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Seconds {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Div<Seconds> for Metres {
    type Output = MetresPerSecond;

    fn div(self, time: Seconds) -> MetresPerSecond {
        MetresPerSecond(self.0 / time.0)
    }
}

impl From<Feet> for Metres {
    fn from(feet: Feet) -> Self {
        Self(feet.0 * FOOT)
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

impl fmt::Display for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Reading { at, depth }) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            write!(f, "{:.0} s: {:.1} m", at.0, depth.0)?;
        }
        Ok(())
    }
}
