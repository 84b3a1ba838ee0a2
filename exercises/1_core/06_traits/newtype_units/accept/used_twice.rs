// A unit is a number, and is copied and compared like one.
use newtype_units::{Feet, Metres, MetresPerSecond, Seconds};

fn main() {
    let depth = Metres::new(7.5);
    assert!(depth + depth > depth && depth == depth);
    let (time, speed, feet) = (Seconds::new(3.0), MetresPerSecond::new(1.0), Feet::new(2.0));
    let again = (time, speed, feet);
    assert!(time < again.0 + time && speed == again.1 && feet <= again.2);
}
