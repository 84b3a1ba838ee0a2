//! `cargo-roadmap __confine --memory-mb N --parent PID -- program args…`: the hidden subcommand below
//! which a learner's program runs. It must not be used for tools: they may need more memory.
//!
//! On Linux it is the parent to which every orphan below it falls, so that at the end it finds all of
//! them, those in sessions of their own included; and it is told when the process that started it
//! dies, so that a SIGKILL of that one leaves nobody. On other Unix systems it ends the program's
//! process group. It ends the same way as the program did.

use std::ffi::OsString;
use std::process::ExitCode;

#[cfg(unix)]
use super::{order::Order, supervisor};

/// The subcommand's name, by which `main` knows that it is meant.
pub const WORD: &str = "__confine";

/// The exit code that, together with a word on the line to the starter, says "could not be started".
#[cfg(unix)]
pub(super) const NOT_STARTED: i32 = 127;

/// Runs the subcommand. `args` is what follows [`WORD`]; the answer is the whole process's exit code,
/// unless the program was ended by a signal: then this process ends by the same one.
#[must_use]
pub fn main(args: impl Iterator<Item = OsString>) -> ExitCode {
    #[cfg(unix)]
    if let Some(order) = Order::read(args) {
        return supervisor::supervise(&order);
    }
    #[cfg(not(unix))]
    drop(args); // a job object does this work there, and nobody calls it
    ExitCode::from(2) // nobody calls it by hand, so nobody needs words
}
