// Feet over seconds pass for the same speed.
use newtype_units::{Feet, MetresPerSecond, Seconds};

fn main() {
    let _: MetresPerSecond = Feet::new(3.0) / Seconds::new(1.0); //~ E0369|E0308
}
