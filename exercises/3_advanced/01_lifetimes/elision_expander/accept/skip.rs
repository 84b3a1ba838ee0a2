// `fn skip(&self, start: &str) -> &str` of `Tape` and `Skip` stand for each other.
use elision_expander::*;

trait Original {
    fn skip(&self, start: &str) -> &str;
}

impl Original for Tape {
    fn skip(&self, start: &str) -> &str {
        let yours: Skip = <Tape as Original>::skip;
        yours(self, start)
    }
}

fn main() {
    let _: Skip = <Tape as Original>::skip;
}
