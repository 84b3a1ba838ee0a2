// Siblings by way of `super`, and `pub` where a private module stands in front.

mod mark;
mod read;
mod shelf;

pub use mark::{Mark, label};
pub use read::{Fault, read};
pub use shelf::Shelf;
