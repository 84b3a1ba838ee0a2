//! The parts of `cargo roadmap`, in the order in which they may know each other: a module uses only
//! modules of the lines above its own (`tests/architecture.rs` reads every path and says so).
//! This file holds that table and nothing else.

pub mod curriculum; // 1  what there is to learn
pub mod process; // 1  the only place a program starts
pub mod scaffold; // 2  what a new exercise and a new set consist of
pub mod registry; // 2  a package registry on 127.0.0.1, for as long as a check runs
pub mod toolchain; // 2  which tools exist, where, which version
pub mod workspace; // 2  the learner's directory
pub mod check; // 3  how an exercise is judged
pub mod progress; // 4  what has been learned
pub mod message; // 5  everything a user can be told
pub mod engine; // 6  a plan and a runner make an outcome
pub mod machines; // 6  interpreters for what learners build for other machines
pub mod author; // 6  what makes a set good
pub mod output; // 6  how it is told
pub mod terminal; // 6  raw mode, keys, size, signals
pub mod watch; // 6  the session
pub mod cli; // 7  the command line
pub mod commands; // 8  where the parts meet
