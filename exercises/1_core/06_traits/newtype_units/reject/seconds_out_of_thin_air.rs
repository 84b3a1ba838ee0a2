// A plain number turns into seconds by itself.
use newtype_units::Seconds;

fn main() {
    let _: Seconds = 9.0.into(); //~ E0277
}
