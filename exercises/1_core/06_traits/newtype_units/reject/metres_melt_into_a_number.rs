// Metres and feet turn into plain numbers by themselves, and are added as those.
use newtype_units::{Feet, Metres};

fn sum(parts: [f64; 2]) -> f64 {
    parts.iter().sum()
}

fn main() {
    let _ = sum([
        Metres::new(1.0).into(), //~ E0277
        Feet::new(1.0).into(), //~ E0277
    ]);
}
