// Open door
//
// Greet each guest by name: `welcome("Ada")` is "Come in, Ada!".
//
// Read: https://doc.rust-lang.org/book/ch08-02-strings.html

fn welcome(name: &str) -> String {
    // TODO: Give back a text that can be kept, with the guest's name in it.
    "Come in, {name}!"
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn the_guest_is_named() {
        assert_eq!(welcome("Ada"), "Come in, Ada!");
    }

    #[test]
    fn somebody_is_let_in() {
        assert!(welcome("Edsger").starts_with("Come in"), "every guest is asked in");
    }
}
