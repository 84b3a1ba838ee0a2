// Feet may be mixed with metres after they have become metres.
use newtype_units::{Feet, Metres};

fn main() {
    let depth: Metres = Metres::new(1.0) + Metres::from(Feet::new(10.0));
    assert!((depth.value() - 4.048).abs() < 1e-9);
}
