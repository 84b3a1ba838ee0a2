// `fn longest(words: &mut Vec<Word>, least: &usize)` and `Longest` stand for each other.
use elision_expander::*;

fn longest(words: &mut Vec<Word>, least: &usize) {
    let yours: Longest = longest;
    yours(words, least);
}

fn main() {
    let _: Longest = longest;
}
