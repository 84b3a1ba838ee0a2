//! Fitting text into columns. It must not know what the text means. Widths are those of the terminal:
//! colours take no place, and some characters take two.

use console::{Alignment, measure_text_width, pad_str, truncate_str};

/// The text in lines of at most `width` columns. Its own line breaks stay, lines that begin with a blank
/// are left as they are (they are code), and no word is broken.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.trim_end().lines() {
        if paragraph.starts_with([' ', '\t']) {
            lines.push(paragraph.trim_end().to_owned());
            continue;
        }
        let mut line = String::new();
        let mut used = 0;
        for word in paragraph.split_whitespace() {
            let size = measure_text_width(word);
            if used > 0 && used + 1 + size > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.push_str(word);
            used += size;
        }
        lines.push(line);
    }
    lines
}

/// The text wrapped, the first line behind `first`, the others below it.
#[must_use]
pub fn hang(first: &str, text: &str, width: usize) -> String {
    let indent = measure_text_width(first);
    let lines = wrap(text, width.saturating_sub(indent));
    let mut hung = String::new();
    for (place, line) in lines.iter().enumerate() {
        if place == 0 {
            hung.push_str(first);
        } else if !line.is_empty() {
            hung.push_str(&" ".repeat(indent));
        }
        hung.push_str(line);
        hung.push('\n');
    }
    if hung.is_empty() { format!("{}\n", first.trim_end()) } else { hung }
}

/// Exactly `width` columns: filled up with blanks, or cut with `more` as its end.
#[must_use]
pub fn fit(text: &str, width: usize, more: &str) -> String {
    pad_str(&truncate_str(text, width, more), width, Alignment::Left, None).into_owned()
}

/// Filled up with blanks on the left.
#[must_use]
pub fn right(text: &str, width: usize) -> String {
    pad_str(text, width, Alignment::Right, None).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{fit, hang, right, wrap};

    #[test]
    fn words_stay_whole_and_code_stays_as_it_is() {
        let text = "one two three\n\n    let code = 1; // as long as it is\nhttps://example.org/long end";
        let lines =
            ["one two", "three", "", "    let code = 1; // as long as it is", "https://example.org/long"];
        assert_eq!(wrap(text, 8), [&lines[..], &["end"]].concat());
    }

    #[test]
    fn colours_and_wide_characters_are_measured_as_they_are_shown() {
        assert_eq!(wrap("\u{1b}[31mab\u{1b}[0m cd", 5), ["\u{1b}[31mab\u{1b}[0m cd"]);
        assert_eq!(wrap("日本 語", 5), ["日本", "語"]);
        assert_eq!(fit("日本語", 5, "…"), "日本…");
        assert_eq!(fit("ab", 4, "…"), "ab  ");
        assert_eq!(right("7", 3), "  7");
    }

    #[test]
    fn further_lines_hang_below_the_first() {
        assert_eq!(hang("help: ", "a b c d\n\ne", 9), "help: a b\n      c d\n\n      e\n");
        assert_eq!(hang("help: ", "", 9), "help:\n");
    }
}
