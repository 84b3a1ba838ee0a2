// Why so: a match that names every variant is a list of decisions, and the compiler keeps it complete. A `_` is a
// decision about signals that do not exist yet, taken by somebody who cannot know them: it compiles for ever. To
// name three variants in one arm costs a line and leaves the question open for the fourth. The same goes for
// `matches!`, `if let` and `==`: each says no to everything else, known or not.

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
        Signal::Red | Signal::Amber(_) | Signal::Green => 1,
        Signal::RedAndAmber => 2,
    }
}

/// Whether somebody on foot may cross: at red only, and never at dark lights.
pub fn may_walk(signal: Signal) -> bool {
    match signal {
        Signal::Red => true,
        Signal::RedAndAmber | Signal::Amber(_) | Signal::Green | Signal::Dark => false,
    }
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
