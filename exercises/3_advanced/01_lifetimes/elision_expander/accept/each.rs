// `fn each(visit: &mut dyn FnMut(&str) -> &str)` and `Each` stand for each other.
use elision_expander::*;

fn each(visit: &mut dyn FnMut(&str) -> &str) {
    let yours: Each = each;
    yours(visit);
}

fn main() {
    let _: Each = each;
}
