//! Reading sets: what is refused and how it is said, the order of study, finding exercises, the sets that
//! are there. Most sets are made in memory from one good set with one thing changed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends right there")]

mod bad;
mod bytes;
mod disk;
mod order;
mod rules;
mod select;
mod sets;
mod support;
