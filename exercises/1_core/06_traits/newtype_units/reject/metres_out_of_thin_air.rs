// A plain number turns into metres by itself.
use newtype_units::Metres;

fn main() {
    let _: Metres = 9.0.into(); //~ E0277
}
