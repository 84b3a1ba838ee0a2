// One impl is for all that can be printed, another for doors in particular.
use std::fmt::{Display, Formatter, Result};
struct Door;

trait Named {
    fn name(&self) -> &'static str;
}

impl Display for Door {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("door")
    }
}

impl<T: Display> Named for T {
    fn name(&self) -> &'static str {
        "printable"
    }
}

impl Named for Door {
    fn name(&self) -> &'static str {
        "door"
    }
}

fn main() {
    println!("{}", Door.name());
}

//@ why: There is no rule by which the more specific impl wins: two that may meet in one type are refused.
