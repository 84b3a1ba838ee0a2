// `fn text(&self) -> &str` of `Word` and `Text` stand for each other.
use elision_expander::*;

trait Original {
    fn text(&self) -> &str;
}

impl Original for Word<'_> {
    fn text(&self) -> &str {
        let yours: Text = |word| word.text();
        yours(self)
    }
}

fn main() {
    let _: Text = |word| word.text();
}
