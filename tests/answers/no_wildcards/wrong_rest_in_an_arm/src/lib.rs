// The usual last arm.

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
        _ => Advice::GiveWay,
    }
}

/// How many lamps are lit.
pub fn lamps(signal: Signal) -> u32 {
    match signal {
        Signal::Dark => 0,
        Signal::RedAndAmber => 2,
        _ => 1,
    }
}

/// Whether somebody on foot may cross: at red only, and never at dark lights.
pub fn may_walk(signal: Signal) -> bool {
    match signal {
        Signal::Red => true,
        _ => false,
    }
}

/// Red, red and amber, green, amber for three seconds, red. Dark lights stay dark.
pub fn next(signal: Signal) -> Signal {
    match signal {
        Signal::Red => Signal::RedAndAmber,
        Signal::RedAndAmber => Signal::Green,
        Signal::Green => Signal::Amber(3),
        Signal::Amber(_) => Signal::Red,
        _ => Signal::Dark,
    }
}
