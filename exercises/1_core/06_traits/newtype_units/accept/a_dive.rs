// Like is added to like, and a distance over a time is a speed.
use newtype_units::{Metres, MetresPerSecond, Reading, Seconds, sinking};

fn main() {
    let depth = Metres::new(6.0) + Metres::new(3.0) - Metres::new(1.0);
    let time = Seconds::new(5.0) - Seconds::new(2.0) + Seconds::new(1.0);
    let speed: MetresPerSecond = depth / time;
    assert_eq!(speed.value(), 2.0);
    let top = Reading {
        at: Seconds::new(0.0),
        depth: Metres::new(0.0),
    };
    assert_eq!(sinking(top, Reading { at: time, depth }), speed);
}
