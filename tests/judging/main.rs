//! Small exercises made up on the spot, judged by the real tools: what each check passes and refuses, and
//! what must never pass.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts tools and ends where something is missing"
)]

mod bad_input;
mod documented;
mod emitted;
mod facts;
mod support;
mod theirs_judged;
mod variants;
mod what_is_said;
