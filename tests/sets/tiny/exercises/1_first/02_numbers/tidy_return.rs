// Tidy return
//
// The function is right, and the linter has one remark. Answer it.
//
// Read: https://doc.rust-lang.org/book/ch03-03-how-functions-work.html

fn half(number: u32) -> u32 {
    // TODO: Say the same without the word that is not needed.
    return number / 2;
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn halves_are_rounded_down() {
        assert_eq!((half(8), half(9)), (4, 4));
    }
}
