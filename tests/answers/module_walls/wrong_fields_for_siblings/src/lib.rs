// The fields are for the family.

mod mark;
mod read;
mod shelf;

pub use mark::{Mark, label};
pub use read::{Fault, read};
pub use shelf::Shelf;
