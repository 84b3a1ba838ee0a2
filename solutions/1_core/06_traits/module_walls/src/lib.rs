// Why so: `mod` puts a file into the tree, and without a `pub` in front of it nobody outside can name it. What users
// see is decided here, in one place: five names, wherever they live. Inside, each item says for itself: `pub` for
// what leaves the crate, `pub(crate)` for what a sibling needs, nothing for the rest. A module of tests within a
// module sees all of it anyhow, so nothing has to be opened for tests.

mod mark;
mod read;
mod shelf;

pub use mark::{Mark, label};
pub use read::{Fault, read};
pub use shelf::Shelf;
