// Guess three
//
// Say what each program in `guess_three/items/` does: `Compiles("…")` with what it prints, or
// `Fails("E0384", 4)` with the code and the line.
//
// Read: The Rust Programming Language
// https://doc.rust-lang.org/book/

use kit::predict::*;

// TODO: Replace each `Open` by what you expect.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[ITEM_01, ITEM_02, ITEM_03]);
    }
}
