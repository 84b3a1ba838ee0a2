//! What the checks of the exercises share, so that no exercise carries its own copy: counters for
//! allocations, calls, hashes and clones, memory that runs out, a drop ledger, probes about types, conversions
//! between floats and integers that say when nothing fits, seeded input, a clock that stands still, a strict
//! executor, peers and disks that fail by script, small stacks, and a guard against panics that nobody sees.
//!
//! It uses the standard library only. It must not know any single exercise.
//! You are welcome to read it: everything in it is what later topics teach.

pub mod alloc;
pub mod blocks;
pub mod clock;
pub mod count;
pub mod counted;
pub mod crashes;
pub mod disk;
pub mod drops;
pub mod executor;
pub mod float;
pub mod input;
pub mod panics;
pub mod peer;
pub mod predict;
pub mod probes;
pub mod same;
pub mod shortage;
pub mod source;
pub mod stack;
mod wakes;
pub mod watched;

pub use alloc::{Allocations, Heap, Meter, allocations};
pub use blocks::{Blocks, WrongFree, inspect};
pub use clock::{Sleep, VirtualClock};
pub use count::{Calls, CountingHash};
pub use counted::{Counted, Tally, tally};
pub use crashes::{Crash, crash_everywhere};
pub use disk::{Disk, NoPower, SECTOR};
pub use drops::{DropLedger, Dropping};
pub use executor::{Strict, Task, blocking};
pub use input::{Rng, salt};
pub use panics::no_stray_panics;
pub use peer::Peer;
pub use probes::{assert_send, assert_static, assert_sync, assert_unpin};
pub use same::{inside, same_place};
pub use shortage::{Shortage, fail_each_allocation, short_of_memory};
pub use source::Endless;
pub use stack::with_small_stack;
pub use watched::Watched;
