// Metres are taken for a plain number, and lose their unit on the way.
use newtype_units::Metres;

fn main() {
    let _ = Metres::new(9.0).sqrt(); //~ E0599
}
