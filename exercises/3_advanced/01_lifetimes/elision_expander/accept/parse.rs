// `fn parse(line: &str) -> Box<dyn Debug + '_>` and `Parse` stand for each other.
use elision_expander::*;
use std::fmt::Debug;

fn parse(line: &str) -> Box<dyn Debug + '_> {
    let yours: Parse = parse;
    yours(line)
}

fn main() {
    let _: Parse = parse;
}
