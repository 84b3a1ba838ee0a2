// First light
//
// Every exercise works like this one: change the part above the line `== checks ==`, save, and
// read what comes back. A red check is where an exercise begins, not a mistake of yours.
//
// This little program should greet a visitor by name and say how many exercises lie ahead.
// Two things are wrong with it. Mend the one that the compiler shows, save, and it shows the other.
//
// Read: The Rust Programming Language, chapter 1.2, Hello, World!
// https://doc.rust-lang.org/book/ch01-02-hello-world.html

fn greeting(name: &str, exercises: u32) -> String {
    // TODO: Fill both gaps; only one of the two values is handed over.
    format!("Good evening, {}. {} exercises lie ahead.", name)
}

fn main() {
    // TODO: No macro has this name. Ask for the one that prints a line.
    printline!("{}", greeting("Ada", 220));
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn greets_ada() {
        assert_eq!(
            greeting("Ada", 220),
            "Good evening, Ada. 220 exercises lie ahead."
        );
    }

    #[test]
    fn greets_whoever_comes_next() {
        let text = greeting("Edsger", 3);
        assert_eq!(
            text, "Good evening, Edsger. 3 exercises lie ahead.",
            "another visitor, another number"
        );
    }
}
