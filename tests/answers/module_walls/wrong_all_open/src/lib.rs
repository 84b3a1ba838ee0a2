// Everything moved, everything open.

pub mod mark;
pub mod read;
pub mod shelf;

pub use mark::{Mark, label};
pub use read::{Fault, read};
pub use shelf::Shelf;
