// Shadow or change?
//
// In `shadow_or_mut/items/` lie six small programs about names and what becomes of them. For each of them say
// what happens, before a tool says it: `Compiles("…")` with exactly what it prints (`\n` between two lines), or
// `Fails("E0384", 4)` with the code of the error and the line where the compiler stops. Add how sure you are, in
// per cent: `Compiles("3").sure(80)`. An item is compiled as soon as you have answered it, and not before.
//
// `E0384` means that something was assigned twice that is not `mut`, `E0308` that a type does not fit,
// `E0381` that a variable has no value yet, `E0070` that the left of an `=` is no place.
//
// Read: The Rust Programming Language, Variables and Mutability
// https://doc.rust-lang.org/book/ch03-01-variables-and-mutability.html

use kit::predict::*;

// TODO: Replace each `Open` by what you expect of the program with the same number.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06]);
    }
}
