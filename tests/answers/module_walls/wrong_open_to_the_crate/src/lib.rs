// What is not for users is for the crate.

mod mark;
mod read;
mod shelf;

pub use mark::{Mark, label};
pub use read::{Fault, read};
pub use shelf::Shelf;
