//! Packages and crates, judged with the real cargo: what a learner's package can be, what must not pass, and what is
//! said where crates are not on this machine.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts tools and ends where one is missing"
)]

mod bad_input;
mod crates;
mod machines;
mod publish;
mod shapes;
mod steps;
mod support;
