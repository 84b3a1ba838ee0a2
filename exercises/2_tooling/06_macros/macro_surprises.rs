// Macro surprises
//
// In `macro_surprises/items/` lie ten small programs with a macro in each. Say what each of them does
// before you let a tool say it: `Compiles("…")` with exactly what it prints, or `Fails("E0382", 7)`
// with the code of the error and the line on which the compiler stops. Add how sure you are, in per
// cent: `Compiles("3").sure(80)`.
//
// Nothing is compiled until you have answered; you may answer a few at a time. `E0425` is the
// compiler's word for a name that means nothing at this place.
//
// Read: Rust By Example, Designators
// https://doc.rust-lang.org/rust-by-example/macros/designators.html

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
