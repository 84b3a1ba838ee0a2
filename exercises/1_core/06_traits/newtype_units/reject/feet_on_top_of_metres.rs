// Feet are added to metres.
use newtype_units::{Feet, Metres};

fn main() {
    let _ = Metres::new(1.0) + Feet::new(1.0); //~ E0308|E0277
}
