//! `cargo roadmap watch` in a real terminal: the cases of the design that were real bugs somewhere.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts programs and ends where something is missing"
)]

mod endings;
mod places;
mod programs;
mod saves;
#[path = "../support/nobody.rs"]
mod support;
mod talk;
mod trust;
#[path = "../terminal/mod.rs"]
mod terminal;
