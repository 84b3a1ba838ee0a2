// A stop and the rates are used by two threads at once.
use cell_menu::{Rates, Stop};

static STOP: Stop = Stop::new();

fn main() {
    let rates = Rates::default();
    std::thread::scope(|scope| {
        scope.spawn(|| rates.replace(Vec::new()));
        scope.spawn(|| STOP.ask());
    });
    assert!(STOP.is_asked());
}
