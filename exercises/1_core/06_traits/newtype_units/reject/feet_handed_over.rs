// Feet are handed over where metres are wanted.
use newtype_units::{Feet, Reading, Seconds};

fn main() {
    let _ = Reading { at: Seconds::new(0.0), depth: Feet::new(3.0) }; //~ E0308
}
