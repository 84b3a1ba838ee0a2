// Metres times metres are no metres, and nobody has asked for areas.
use newtype_units::Metres;

fn main() {
    let _ = Metres::new(2.0) * Metres::new(2.0); //~ E0369
}
