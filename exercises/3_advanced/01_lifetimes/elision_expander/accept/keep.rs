// `fn keep(value: Box<dyn Debug>)` and `Keep` stand for each other.
use elision_expander::*;
use std::fmt::Debug;

fn keep(value: Box<dyn Debug>) {
    let yours: Keep = keep;
    yours(value);
}

fn main() {
    let _: Keep = keep;
}
