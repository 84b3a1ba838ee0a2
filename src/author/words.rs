//! Text as words and signs, for rules that compare prose with code: what an apostrophe is to a compiler does not matter
//! here. It must not judge.

/// Words of letters, digits and `_`, and every other sign for itself; blanks are left out.
#[must_use]
pub fn pieces(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let letter = |c: char| c.is_alphanumeric() || c == '_';
        let end = if letter(first) {
            rest.find(|c: char| !letter(c)).unwrap_or(rest.len())
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
        assert_eq!(pieces("don't call a.iter()"), ["don", "'", "t", "call", "a", ".", "iter", "(", ")"]);
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
