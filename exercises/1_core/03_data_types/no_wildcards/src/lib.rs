// No wildcards
//
// Four functions about traffic lights, each still to be written with a `match` over the signal.
//
// Next year the lights will learn to flash, and `Signal` gets one more variant. Whoever adds it wants
// the compiler to show every place that has to decide what flashing means there. So the package is
// compiled a second time, with that variant: then each of your four functions must be refused because
// its match does not cover all signals (E0004). Today all of them have to work.
//
// Read: The Rust Programming Language, The match Control Flow Construct
// https://doc.rust-lang.org/book/ch06-02-match.html

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
    // TODO: Match on the signal.
    todo!("advice at {signal:?}")
}

/// How many lamps are lit.
pub fn lamps(signal: Signal) -> u32 {
    // TODO: Match on the signal.
    todo!("lamps of {signal:?}")
}

/// Whether somebody on foot may cross: at red only, and never at dark lights.
pub fn may_walk(signal: Signal) -> bool {
    // TODO: Match on the signal here as well, although the answer is only yes or no.
    todo!("walk at {signal:?}")
}

/// Red, red and amber, green, amber for three seconds, red. Dark lights stay dark.
pub fn next(signal: Signal) -> Signal {
    // TODO: Match on the signal.
    todo!("after {signal:?}")
}
