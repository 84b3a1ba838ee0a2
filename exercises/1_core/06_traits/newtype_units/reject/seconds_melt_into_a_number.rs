// Seconds turn into a plain number by themselves.
use newtype_units::Seconds;

fn main() {
    let _: f64 = Seconds::new(2.0).into(); //~ E0277
}
