// `fn first(text: &str) -> &str` and `First` stand for each other.
use elision_expander::*;

fn first(text: &str) -> &str {
    let yours: First = first;
    yours(text)
}

fn main() {
    let _: First = first;
}
