// Feet may be mixed with metres after they have become metres.
use newtype_units::{Feet, Metres};

fn main() {
    let depth: Metres = Metres::new(1.0) + Metres::from(Feet::new(10.0));
    let rock = Metres::from(Feet::new(20.0)) - Metres::new(1.0);
    assert!(depth < rock);
}
