// The label is printed, so it stands beside the reading.

mod mark;
mod read;
mod shelf;

pub use mark::Mark;
pub use read::{Fault, label, read};
pub use shelf::Shelf;
