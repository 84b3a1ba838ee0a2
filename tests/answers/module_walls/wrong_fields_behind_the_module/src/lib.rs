// The modules are private, so what is in them is hidden.

mod mark;
mod read;
mod shelf;

pub use mark::{Mark, label};
pub use read::{Fault, read};
pub use shelf::Shelf;
