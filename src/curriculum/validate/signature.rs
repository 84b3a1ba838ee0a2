//! The grammar of failure signatures (`fails_with`, `fails`). It must not know which failures a check
//! can have; a signature that nothing produces is found when the start is judged.

use std::collections::{BTreeSet, HashMap};

use super::At;
use crate::curriculum::raw::{RawExercise, Word};

/// Signatures without a part of their own.
const PLAIN: &[&str] =
    &["build", "crashed", "fmt", "golden", "no_tests", "out_of_memory", "test", "timed_out", "unanswered"];

/// What a signature looks like, for people.
const FORMS: &str = "write `E0382@14`, `E0277@checks+24` below the line, `clippy::needless_return@9`, `unused_mut@9`, \
    `words-of-the-first-sentence@19`, `test:name`, `accept:file`, `reject:file`, `mutant:file`, `item:3`, \
    `exit:101`, `source:fact`, `emit:fact`, `miri:class`, `machine:run`, `publish:what`, or one of `crashed`, `fmt`, \
    `golden`, `no_tests`, `out_of_memory`, `timed_out`, `unanswered`";

/// Whether a check could fail with this.
#[must_use]
pub(super) fn is_signature(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    if let Some((key, line)) = text.rsplit_once('@') {
        // Below the line between the learner's part and ours, lines are counted from there.
        return is_key(key) && is_number(line.strip_prefix("checks+").unwrap_or(line));
    }
    match text.split_once(':') {
        None => PLAIN.contains(&text),
        Some(("test", name)) => is_path(name),
        Some(("accept" | "reject" | "mutant", file)) => is_file(file),
        Some(("item" | "exit", number)) => is_number(number),
        Some(("source" | "emit" | "miri" | "machine" | "publish", fact)) => is_fact(fact),
        Some(_) => false,
    }
}

/// `E0382`, `clippy::needless_return`, `unused_mut`, or the words of a message that has no code.
fn is_key(key: &str) -> bool {
    if key.starts_with('E') {
        return is_error_code(key);
    }
    if let Some((tool, lint)) = key.split_once("::") {
        return matches!(tool, "clippy" | "rustdoc") && is_lint(lint);
    }
    let word =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    is_lint(key) || key.split('-').all(word)
}

/// `E0382`.
pub(super) fn is_error_code(text: &str) -> bool {
    text.strip_prefix('E').is_some_and(|digits| digits.len() == 4 && is_number(digits))
}

/// The name of a lint without its tool.
pub(super) fn is_lint(name: &str) -> bool {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(letter)
}

fn is_number(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit())
}

/// A function, with its modules below `checks`.
pub(super) fn is_path(text: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    text.split("::").all(|part| !part.is_empty() && part.chars().all(letter))
}

/// A file's name without its extension, or with a directory.
fn is_file(text: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    text.split('/').all(|part| !part.starts_with('.') && !part.is_empty() && part.chars().all(letter))
}

pub(super) fn is_fact(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-:.".contains(c))
}

/// Each signature of a list, once and in the grammar.
pub(super) fn list(words: &[Word], at: &mut At<'_>) {
    let mut seen = BTreeSet::new();
    for word in words {
        let text = word.get_ref();
        if !is_signature(text) {
            at.say(word.span(), format!("`{text}` is not a failure signature"), FORMS);
        } else if !seen.insert(text) {
            at.say(word.span(), format!("the signature `{text}` stands here twice"), "take one of them out");
        }
    }
}

/// What the start fails with.
pub(super) fn fails_with(raw: &RawExercise, at: &mut At<'_>) {
    list(&raw.fails_with, at);
}

/// Traps: signatures, ids, and no two with the same set, of which only one could ever speak.
pub(super) fn traps(raw: &RawExercise, at: &mut At<'_>) {
    let mut seen: HashMap<BTreeSet<&str>, &str> = HashMap::new();
    for trap in &raw.traps {
        list(trap.fails.get_ref(), at);
        let set: BTreeSet<&str> = trap.fails.get_ref().iter().map(|word| word.get_ref().as_str()).collect();
        let belief = trap.belief.get_ref();
        if set.is_empty() {
            let help = "name every failure that a learner with this belief meets";
            at.say(trap.fails.span(), "a trap without failures never speaks", help);
        } else if let Some(first) = seen.insert(set, belief) {
            at.say(
                trap.fails.span(),
                format!("this trap has the same failures as the trap for `{first}`"),
                "shape the tests so that the two answers fail differently, or join the traps",
            );
        }
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        if !belief.starts_with(|c: char| c.is_ascii_lowercase()) || !belief.chars().all(letter) {
            let help = "use small letters, digits, `-` and `.`, as in `own.clone-is-wrong`";
            at.say(trap.belief.span(), format!("`{belief}` is not the id of a belief"), help);
        }
        if let Some(answer) = &trap.answer
            && !is_lint(answer.get_ref())
        {
            at.say(
                answer.span(),
                format!("`{}` is not the name of an answer", answer.get_ref()),
                "name the file in tests/answers without its directory and without `.rs`",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_holds() {
        for good in [
            "E0106@9",
            "E0277@checks+24",
            "clippy::needless_return@9",
            "unused_mut@9",
            "cannot-find-macro-in-this@19",
            "expected@3",
            "2-positional-arguments-in-format@14",
            "test:greets_ada",
            "test:deep::inner",
            "accept:late_drop",
            "reject:text_dropped_first",
            "item:3",
            "golden",
            "fmt",
            "source:loop",
            "emit:no_bounds_check",
            "miri:use-after-free",
            "machine:greets",
            "mutant:off_by_one",
            "timed_out",
            "crashed",
            "exit:101",
            "no_tests",
            "unanswered",
            "out_of_memory",
        ] {
            assert!(is_signature(good), "{good}");
        }
    }

    #[test]
    fn what_is_written_otherwise_is_no_signature() {
        for bad in [
            "",
            "@",
            "@9",
            "E0106",
            "E106@9",
            "E0106@",
            "E0106@x",
            "E0106@checks",
            "E0106@checks+",
            "E0106@start+2",
            "e0106 @9",
            "clippy::@9",
            "clippy::x y@1",
            "Test:x",
            "test:",
            "test:a b",
            "test:::a",
            "item:three",
            "accept:../x",
            "accept:",
            "golden:x",
            "a--b@1",
            "passed",
            "needless_return",
            "E0106@9999999",
            "source:",
            "machine:",
            "\u{1b}[2J@3",
        ] {
            assert!(!is_signature(bad), "{bad}");
        }
    }
}
