// Feet over seconds make a number, or pass for a speed in metres.
use newtype_units::{Feet, Seconds};

fn main() {
    let _ = Feet::new(3.0) / Seconds::new(1.0); //~ E0369
}
