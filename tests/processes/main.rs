//! Programs that misbehave, really run: each has its own ending, within its time, and nobody is left.
#![cfg(target_os = "linux")] // the only system this is tested on
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod endings;
mod nobody_left;
mod output;
mod support;
