// A star saves a list.

mod mark;
mod read;
mod shelf;

pub use mark::*;
pub use read::*;
pub use shelf::*;
