//! Colours, symbols and widths. Colour never carries a meaning alone, and every colour is one of the
//! terminal's own sixteen, which the user has made readable on their background.

use std::fmt::Write as _;

use console::Style as Paint;

use crate::progress::{ExerciseState, State};

/// How text may look on one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours may be used.
    pub colour: bool,
    /// Whether the terminal shows more than ASCII.
    pub unicode: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether links may be links.
    pub hyperlinks: bool,
}

impl Style {
    /// No colours, ASCII only.
    #[must_use]
    pub fn plain(width: usize) -> Self {
        Self { colour: false, unicode: false, width, hyperlinks: false }
    }

    fn paint(&self, text: &str, paint: Paint) -> String {
        if self.colour { paint.force_styling(true).apply_to(text).to_string() } else { text.to_owned() }
    }

    /// Stands out.
    #[must_use]
    pub fn bold(&self, text: &str) -> String {
        self.paint(text, Paint::new().bold())
    }

    /// Steps back.
    #[must_use]
    pub fn dim(&self, text: &str) -> String {
        self.paint(text, Paint::new().dim())
    }

    /// Well done.
    #[must_use]
    pub fn good(&self, text: &str) -> String {
        self.paint(text, Paint::new().green().bold())
    }

    /// To be mended.
    #[must_use]
    pub fn bad(&self, text: &str) -> String {
        self.paint(text, Paint::new().red().bold())
    }

    /// To be noticed.
    #[must_use]
    pub fn warn(&self, text: &str) -> String {
        self.paint(text, Paint::new().yellow().bold())
    }

    /// A name, a file, a command.
    #[must_use]
    pub fn name(&self, text: &str) -> String {
        self.paint(text, Paint::new().cyan())
    }

    /// The mark of a topic's or stage's state.
    #[must_use]
    pub fn mark(&self, state: State) -> &'static str {
        match (state, self.unicode) {
            (State::Untouched, true) => "·",
            (State::Untouched, false) => ".",
            (State::Started, true) => "◐",
            (State::Started, false) => "~",
            (State::Complete, true) => "●",
            (State::Complete, false) => "+",
            (State::Mastered, true) => "★",
            (State::Mastered, false) => "*",
        }
    }

    /// The mark of an exercise's state.
    #[must_use]
    pub fn exercise_mark(&self, state: ExerciseState) -> &'static str {
        match (state, self.unicode) {
            (ExerciseState::Pending, true) => "○",
            (ExerciseState::Pending, false) => "-",
            (ExerciseState::Partial, true) => "◐",
            (ExerciseState::Partial, false) => "~",
            (ExerciseState::Done, true) => "✓",
            (ExerciseState::Done, false) => "x",
        }
    }

    /// A bar of `width` columns, filled in proportion; something done is never shown as nothing.
    #[must_use]
    pub fn bar(&self, done: usize, all: usize, width: usize) -> String {
        let (full, empty) = if self.unicode { ("█", "░") } else { ("#", ".") };
        let exact = (done * width).checked_div(all).unwrap_or(0);
        let filled = if done > 0 { exact.max(1) } else { 0 };
        let rest = empty.repeat(width - filled.min(width));
        format!("{}{}", self.paint(&full.repeat(filled.min(width)), Paint::new().green()), self.dim(&rest))
    }
}

/// Breaks text into lines of at most `width` columns, each after `indent`; a word longer than a line stays whole.
#[must_use]
pub fn wrap(text: &str, width: usize, indent: &str) -> String {
    let mut wrapped = String::new();
    for paragraph in text.lines() {
        let mut line = indent.to_owned();
        for word in paragraph.split_whitespace() {
            let gap = usize::from(line.len() > indent.len());
            if gap == 1 && console::measure_text_width(&line) + 1 + console::measure_text_width(word) > width
            {
                let _ = writeln!(wrapped, "{line}");
                line = format!("{indent}{word}");
            } else {
                line.push_str(&" ".repeat(gap));
                line.push_str(word);
            }
        }
        let _ = writeln!(wrapped, "{}", line.trim_end());
    }
    wrapped
}

/// What strangers wrote, made harmless: of the control characters only line ends, tabs and (where colours are
/// allowed) the sequences that colour text remain.
#[must_use]
pub fn tame(text: &str, colour: bool) -> String {
    let mut tamed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_control() && c != '\n' && c != '\t') {
        tamed.push_str(&rest[..at]);
        rest = &rest[at..];
        match sgr(rest) {
            Some(end) => {
                if colour {
                    tamed.push_str(&rest[..end]);
                }
                rest = &rest[end..];
            }
            None => {
                let mut chars = rest.chars();
                let odd = chars.next();
                // A carriage return before a line end is how Windows ends lines.
                if odd != Some('\r') {
                    tamed.push('\u{fffd}');
                }
                rest = chars.as_str();
            }
        }
    }
    tamed.push_str(rest);
    tamed
}

/// The length of a colour sequence, `ESC [ digits and semicolons m`, at the start of the text.
fn sgr(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("\u{1b}[")?;
    let end = inner.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    inner[end..].starts_with('m').then_some(2 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_colours_of_strangers_get_through() {
        let odd = "a\u{1b}[31mred\u{1b}[0m\u{1b}[2J\u{1b}]0;title\u{7}b\r\n";
        assert_eq!(tame(odd, true), "a\u{1b}[31mred\u{1b}[0m\u{fffd}[2J\u{fffd}]0;title\u{fffd}b\n");
        assert_eq!(tame(odd, false), "ared\u{fffd}[2J\u{fffd}]0;title\u{fffd}b\n");
    }

    #[test]
    fn text_is_broken_between_words() {
        assert_eq!(wrap("one two three\nfour", 9, "  "), "  one two\n  three\n  four\n");
    }

    #[test]
    fn a_bar_shows_the_first_step_and_never_overflows() {
        let style = Style::plain(80);
        assert_eq!(style.bar(0, 9, 4), "....");
        assert_eq!(style.bar(1, 99, 4), "#...");
        assert_eq!(style.bar(9, 9, 4), "####");
        assert_eq!(style.bar(0, 0, 4), "....");
    }
}
