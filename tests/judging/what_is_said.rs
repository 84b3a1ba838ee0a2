//! What is said of an answer that is near to a known one, and what is not held against anybody.

use crate::support::MadeUp;

/// Adds nothing to what is judged above it.
const BELOW: &str = "#[cfg(test)]
mod checks {
    #[test]
    fn adds() {
        assert_eq!(super::add(1, 2), 3);
    }
}
";

#[test]
fn an_empty_line_before_the_checks_is_no_fault_of_layout() {
    let exercise = MadeUp::new("checks = [\"test\", \"fmt\"]", BELOW, &[]);
    let add = "fn add(a: u8, b: u8) -> u8 {\n    a + b\n}\n";
    exercise.passes(add);
    exercise.passes(&format!("{add}\n"));
    exercise.fails(&format!("{add}\n\n"), &["fmt"]);
    exercise.fails("fn add(a: u8, b: u8) -> u8 { a + b }\n\n", &["fmt"]);
}

#[test]
fn a_remark_is_made_where_the_same_came_on_another_line() {
    let entry = "checks = [\"test\"]\nfails_with = [\"E0425@1\"]\n\
        [[exercises.traps]]\nfails = [\"E0308@2\"]\nbelief = \"a.text\"\nsays = \"A text is no number.\"\n\
        [[exercises.traps]]\nfails = [\"E0384@1\", \"E0425@1\"]\nbelief = \"a.other\"\nsays = \"Another one.\"\n";
    let exercise = MadeUp::new(entry, BELOW, &[]);
    let said = |theirs: &str| exercise.judge(theirs).trap;
    let wrong = "fn add(a: u8, b: u8) -> u8 {\n\"three\"\n}\n";
    assert_eq!(said(wrong).as_deref(), Some("A text is no number."));
    assert_eq!(said(&format!("// Mine.\n\n{wrong}")).as_deref(), Some("A text is no number."));
    assert_eq!(said("fn add(a: u8, b: u8) -> u8 { a + c }\n"), None, "this is what the start has");
    assert_eq!(said("fn add(a: u8, b: u8) -> u8 { a - b }\n"), None);
}
