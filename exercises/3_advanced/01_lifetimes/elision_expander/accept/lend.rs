// `fn lend(cell: &RefCell<Box<dyn Debug>>) -> Ref<'_, dyn Debug>` and `Lend` stand for each other.
use elision_expander::*;
use std::cell::{Ref, RefCell};
use std::fmt::Debug;

fn lend(cell: &RefCell<Box<dyn Debug>>) -> Ref<'_, dyn Debug> {
    let yours: Lend = lend;
    yours(cell)
}

fn main() {
    let _: Lend = lend;
}
