// Who runs when?
//
// In `lazy_trace/items/` lie ten small programs, each with a chain that prints while it works. For each of them
// write exactly what it prints, before you let a tool run it, and how sure you are in per cent:
// `Compiles("map1 got1").sure(80)`. All of them compile, and each prints one line; blanks at its end do not count.
//
// An item is run as soon as you have answered it, and not before. You may answer a few at a time.
//
// Read: The Rust Programming Language, Processing a Series of Items with Iterators
// https://doc.rust-lang.org/book/ch13-02-iterators.html

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

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10,
        ]);
    }
}
