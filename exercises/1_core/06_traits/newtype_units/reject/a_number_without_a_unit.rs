// A number without a unit is added to metres.
use newtype_units::Metres;

fn main() {
    let _ = Metres::new(1.0) + 1.0; //~ E0308|E0277
}
