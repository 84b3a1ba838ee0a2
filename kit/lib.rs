//! What the checks of the exercises share, so that no exercise carries its own copy: counters for
//! allocations, calls and hashes, a drop ledger, conversions between floats and integers that say
//! when nothing fits, seeded input, and a guard against panics that nobody sees.
//!
//! It uses the standard library only. It must not know any single exercise.
//! You are welcome to read it: everything in it is what later topics teach.

pub mod alloc;
pub mod count;
pub mod drops;
pub mod float;
pub mod input;
pub mod panics;
pub mod predict;
pub mod same;

pub use alloc::{Allocations, Heap, allocations};
pub use count::{Calls, CountingHash};
pub use drops::{DropLedger, Dropping};
pub use input::{Rng, salt};
pub use panics::no_stray_panics;
pub use same::{inside, same_place};
