// Metres are added to feet.
use newtype_units::{Feet, Metres};

fn main() {
    let _ = Feet::new(1.0) + Metres::new(1.0); //~ E0369|E0308|E0277
}
