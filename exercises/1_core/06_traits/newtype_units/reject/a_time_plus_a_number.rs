// A number without a unit is added to a time.
use newtype_units::Seconds;

fn main() {
    let _ = Seconds::new(1.0) + 1.0; //~ E0308|E0277
}
