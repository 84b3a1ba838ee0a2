// A log can be printed wherever a text is.
use newtype_units::{Log, Metres, Reading, Seconds};

fn main() {
    let log = Log(vec![Reading {
        at: Seconds::new(5.0),
        depth: Metres::new(1.5),
    }]);
    assert_eq!(format!("[{log}]"), "[5 s: 1.5 m]");
}
