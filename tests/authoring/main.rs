//! What authors and learners of other sets do, with the real program: begin exercises, follow docs/authoring.md, bring
//! a workspace up to date, and say whom they trust.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts the program and ends where something is missing"
)]

mod new;
mod page;
mod support;
mod trust;
mod update;
mod update_fixture;
