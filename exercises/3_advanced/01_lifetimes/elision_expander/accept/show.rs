// `fn show(value: &dyn Debug)` and `Show` stand for each other.
use elision_expander::*;
use std::fmt::Debug;

fn show(value: &dyn Debug) {
    let yours: Show = show;
    yours(value);
}

fn main() {
    let _: Show = show;
}
