// Lazy futures
//
// Eleven programs lie in `lazy_futures/items/`. Each runs its futures on one thread, with `kit::Strict`: a list of
// tasks, worked on in the order in which they were put there, and a task goes back to its end when it was woken. The
// clock in some of them moves only while all tasks sleep.
//
// Say what each program prints, word for word, as in `Compiles("begin end").sure(60)`; for item 5 a number,
// `Value(7)`. Blanks at the end do not matter. All of them compile.
//
// Read: The Rust Programming Language, Futures and the Async Syntax
// https://doc.rust-lang.org/book/ch17-01-futures-and-syntax.html

use kit::predict::*;

// TODO: Replace each `Open` by what you expect of the program with the same number.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;
const ITEM_07: Answer = Open;
const ITEM_08: Answer = Open;
const ITEM_09: Answer = Open;
const ITEM_10: Answer = Open;
const ITEM_11: Answer = Open;

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10, ITEM_11,
        ]);
    }
}
