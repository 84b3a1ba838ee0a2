// `fn next(tape: &mut Tape) -> Option<Word<'_>>` and `Next` stand for each other.
use elision_expander::*;

fn next(tape: &mut Tape) -> Option<Word<'_>> {
    let yours: Next = next;
    yours(tape)
}

fn main() {
    let _: Next = next;
}
