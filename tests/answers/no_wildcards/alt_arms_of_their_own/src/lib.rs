// One arm for each variant, and one total match that the yes or no is taken from.

mod signal;

pub use signal::Signal;

/// What drivers do when they see this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    Stop,
    Go,
    /// Whoever comes from the right goes first.
    GiveWay,
}

/// Red, amber and both at once mean stop; at dark lights everybody gives way.
pub fn advice(signal: Signal) -> Advice {
    match signal {
        Signal::Red | Signal::RedAndAmber | Signal::Amber(_) => Advice::Stop,
        Signal::Green => Advice::Go,
        Signal::Dark => Advice::GiveWay,
    }
}

/// How many lamps are lit.
pub fn lamps(signal: Signal) -> u32 {
    match signal {
        Signal::Dark => 0,
        Signal::RedAndAmber => 1 + 1,
        Signal::Amber(0..) | Signal::Red | Signal::Green => 1,
    }
}

/// Whether somebody on foot may cross: at red only, and never at dark lights.
pub fn may_walk(signal: Signal) -> bool {
    use Signal::{Amber, Dark, Green, Red, RedAndAmber};
    let still = match signal {
        Red => Some(()),
        Amber(_) | Dark | Green | RedAndAmber => None,
    };
    still.is_some()
}

/// Red, red and amber, green, amber for three seconds, red. Dark lights stay dark.
pub fn next(signal: Signal) -> Signal {
    match signal {
        Signal::Red => Signal::RedAndAmber,
        Signal::RedAndAmber => Signal::Green,
        Signal::Green => Signal::Amber(3),
        Signal::Amber(_) => Signal::Red,
        Signal::Dark => Signal::Dark,
    }
}
