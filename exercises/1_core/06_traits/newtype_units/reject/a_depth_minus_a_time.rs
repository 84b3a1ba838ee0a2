// A time is subtracted from a depth.
use newtype_units::{Metres, Seconds};

fn main() {
    let _ = Metres::new(1.0) - Seconds::new(1.0); //~ E0308|E0277
}
