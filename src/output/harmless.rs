//! Texts of a set and of the learner's program, made safe to show: a terminal obeys control characters,
//! and some of them hide or reorder what stands there. It must not change anything else.

use std::fmt::Write;

const ESC: char = '\u{1b}';
const RESET: &str = "\u{1b}[0m";

/// The text with every control character made visible, but for newlines and tabs. Colours stay if
/// `colours`, and end at the end of each line at the latest; otherwise they are taken out.
#[must_use]
pub fn harmless(text: &str, colours: bool) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut coloured = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(length) = colour(rest) {
            if colours {
                safe.push_str(&rest[..length]);
                coloured = !matches!(&rest[2..length], "m" | "0m");
            }
            rest = &rest[length..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c == '\r' && rest.starts_with('\n') {
            continue;
        }
        if c == '\n' && coloured {
            safe.push_str(RESET);
            coloured = false;
        }
        push(&mut safe, c);
    }
    if coloured {
        safe.push_str(RESET);
    }
    safe
}

fn push(safe: &mut String, c: char) {
    match c {
        '\n' | '\t' => safe.push(c),
        // ^[, ^G, ^M … as terminals have always shown them.
        '\0'..='\u{1f}' => safe.extend(['^', char::from(c as u8 ^ 0x40)]),
        '\u{7f}' => safe.push_str("^?"),
        _ if c.is_control() || reorders(c) => {
            // Writing to a string cannot fail.
            let _ = write!(safe, "<{:04x}>", u32::from(c));
        }
        _ => safe.push(c),
    }
}

/// Characters that make a line read differently from what the compiler reads.
fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// The length of the colour sequence at the start of the text, if there is one: `ESC [ digits ; : m`.
fn colour(text: &str) -> Option<usize> {
    let numbers = text.strip_prefix(ESC)?.strip_prefix('[')?;
    let end = numbers.find(|c: char| !matches!(c, '0'..='9' | ';' | ':'))?;
    numbers[end..].starts_with('m').then_some(end + 3)
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        for (text, shown) in [
            ("plain ünïcode 日本\n\ttab\n", "plain ünïcode 日本\n\ttab\n"),
            ("one\r\ntwo\rthree", "one\ntwo^Mthree"),
            ("\u{1b}[2J\u{1b}[Hcleared", "^[[2J^[[Hcleared"),
            ("\u{1b}]0;title\u{7}", "^[]0;title^G"),
            ("\u{1b}]8;;http://x\u{1b}\\link", "^[]8;;http://x^[\\link"),
            ("\u{9b}2J \u{7f} \0", "<009b>2J ^? ^@"),
            ("a\u{202e}b\u{2066}c", "a<202e>b<2066>c"),
            ("\u{1b}", "^["),
            ("\u{1b}[", "^[["),
            ("\u{1b}[31", "^[[31"),
        ] {
            assert_eq!(harmless(text, false), shown);
            assert_eq!(harmless(text, true), shown);
        }
    }

    #[test]
    fn colours_stay_or_go_and_never_leak_into_the_next_line() {
        let text = "\u{1b}[31mred\u{1b}[0m \u{1b}[1;38:5:4mbold\nplain";
        assert_eq!(harmless(text, false), "red bold\nplain");
        let kept = "\u{1b}[31mred\u{1b}[0m \u{1b}[1;38:5:4mbold\u{1b}[0m\nplain";
        assert_eq!(harmless(text, true), kept);
        assert_eq!(harmless("\u{1b}[7mend", true), "\u{1b}[7mend\u{1b}[0m");
        assert_eq!(harmless("\u{1b}[7mend\u{1b}[m", true), "\u{1b}[7mend\u{1b}[m");
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_text_comes_out(text in "(\\PC|\\x1b|\\[|[0-9;m]|[\\x00-\\x20]|\u{9b}|\u{202e}){0,60}") {
            let safe = harmless(&text, false);
            proptest::prop_assert!(!safe.contains(|c: char| c.is_control() && c != '\n' && c != '\t'), "{safe:?}");
        }
    }
}
