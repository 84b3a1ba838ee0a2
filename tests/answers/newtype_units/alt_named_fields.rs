// Named fields, one macro for the unit types, and the lines joined.

use std::fmt::{Display, Formatter, Result};
use std::ops::{Add, Div, Sub};

macro_rules! unit {
    ($name:ident) => {
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
        pub struct $name {
            amount: f64,
        }

        impl $name {
            pub const fn new(amount: f64) -> Self {
                Self { amount }
            }

            pub const fn value(&self) -> f64 {
                self.amount
            }
        }

        impl Add for $name {
            type Output = Self;

            fn add(self, other: Self) -> Self {
                Self::new(self.amount + other.amount)
            }
        }

        impl Sub for $name {
            type Output = Self;

            fn sub(self, other: Self) -> Self {
                Self::new(self.amount - other.amount)
            }
        }
    };
}

unit!(Metres);
unit!(Feet);
unit!(Seconds);
unit!(MetresPerSecond);

pub const FOOT: f64 = 0.3048;

impl Div<Seconds> for Metres {
    type Output = MetresPerSecond;

    fn div(self, time: Seconds) -> Self::Output {
        MetresPerSecond::new(self.amount / time.amount)
    }
}

impl From<Feet> for Metres {
    fn from(feet: Feet) -> Self {
        Self::new(FOOT * feet.value())
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub at: Seconds,
    pub depth: Metres,
}

pub fn sinking(from: Reading, to: Reading) -> MetresPerSecond {
    (to.depth - from.depth) / (to.at - from.at)
}

pub struct Log(pub Vec<Reading>);

impl Display for Log {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let lines: Vec<String> = self
            .0
            .iter()
            .map(|reading| format!("{:.0} s: {:.1} m", reading.at.amount, reading.depth.amount))
            .collect();
        f.write_str(&lines.join("\n"))
    }
}
