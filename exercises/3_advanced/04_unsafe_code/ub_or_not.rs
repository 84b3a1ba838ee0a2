// Defined or undefined?
//
// In `ub_or_not/items/` lie fourteen small programs with `unsafe` in them, and Miri interprets them as soon as you
// have answered. Say which are defined, with what they print, `Compiles("3")`, and which are not, with the rule
// that they break: `Undefined("dangling")`. Add how sure you are, in per cent: `.sure(80)`.
//
// The rules here: `aliasing`, `alignment`, `dangling`, `invalid-value`, `pointer-arithmetic`, `provenance` and
// `uninit`. Several programs may break the same one. What an undefined program would print does not count.
//
// Read: The Rustonomicon, What Unsafe Rust Can Do
// https://doc.rust-lang.org/nomicon/what-unsafe-does.html

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
const ITEM_12: Answer = Open;
const ITEM_13: Answer = Open;
const ITEM_14: Answer = Open;

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10, ITEM_11, ITEM_12, ITEM_13, ITEM_14,
        ]);
    }
}
