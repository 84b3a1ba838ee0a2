//! Text as words and signs, for rules that compare prose with code: what an apostrophe is to a compiler does not matter
//! here. It must not judge.

/// Signs that are one token together.
const PAIRS: [&str; 16] =
    ["->", "=>", "::", "==", "!=", "<=", ">=", "&&", "||", "..", "+=", "-=", "*=", "/=", "<<", ">>"];

/// Words of letters, digits and `_`, lifetimes, and operators; blanks are left out.
#[must_use]
pub fn pieces(text: &str) -> Vec<&str> {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word_from =
            |start: usize| rest[start..].find(|c: char| !letter(c)).map_or(rest.len(), |end| start + end);
        let end = if letter(first) {
            word_from(0)
        } else if first == '\'' && rest[1..].starts_with(letter) {
            word_from(1)
        } else if PAIRS.iter().any(|pair| rest.starts_with(pair)) {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            found.push(&rest[..end]);
        }
        rest = &rest[end..];
    }
    found
}

/// How many words a text has.
#[must_use]
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// What stands between backticks.
#[must_use]
pub fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Whether one of these words stands in the text, as a word.
#[must_use]
pub fn holds(text: &str, word: &str) -> bool {
    pieces(text).iter().any(|piece| piece.eq_ignore_ascii_case(word))
}

/// The first run of so many pieces that both have, as it stands in the first.
#[must_use]
pub fn shared_run(left: &[&str], right: &[&str], length: usize) -> Option<String> {
    let known: std::collections::HashSet<&[&str]> = right.windows(length).collect();
    left.windows(length).find(|run| known.contains(run)).map(|run| run.join(" "))
}

/// A line of code without its comment; empty for a line that is nothing else.
#[must_use]
pub fn code_of(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with("//") { "" } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_and_code_have_the_same_pieces() {
        assert_eq!(pieces("don't call a.iter()"), ["don", "'t", "call", "a", ".", "iter", "(", ")"]);
        assert_eq!(pieces("-> &'a T::x"), ["->", "&", "'a", "T", "::", "x"]);
        assert_eq!(quoted("say `a b` and `c`"), ["a b", "c"]);
        assert_eq!((count("a - b, c"), holds("take Foo!", "foo"), holds("food", "foo")), (3, true, false));
    }

    #[test]
    fn a_run_is_shared_only_where_all_of_it_is() {
        let (left, right) = (pieces("x = a + b * c;"), pieces("let y = a + b * d;"));
        assert_eq!(shared_run(&left, &right, 5).as_deref(), Some("= a + b *"));
        assert_eq!(shared_run(&left, &right, 6), None);
    }
}
