//! What the terminal can show, as a value, and the few styles and symbols that we use. It must not ask
//! the environment: whoever makes a [`Style`] has decided.
//!
//! No state is told by colour alone: a symbol or a word stands beside it. The tones are those that can be
//! read on light and on dark backgrounds, so there is no yellow, no white and no grey.

use crate::check::Word;
use crate::progress::{ExerciseState, State};

use super::harmless::harmless;

/// Lines longer than this are hard to read, however wide the window is.
const WIDEST: usize = 100;

/// How many rows are filled where nobody knows how many there are, and never more.
pub const TALL: usize = 60;

/// What the terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each says yes or no to something of its own")]
pub struct Style {
    /// Whether to colour.
    pub colour: bool,
    /// Whether symbols beyond ASCII arrive.
    pub unicode: bool,
    /// How many columns there are.
    pub width: usize,
    /// How many rows a report may fill, so that all of it is seen at once.
    pub height: usize,
    /// Whether the terminal understands hyperlinks.
    pub hyperlinks: bool,
    /// Whether a verdict is `[PASS]` or `[FAIL]` in the place of a symbol, as in a session without a screen.
    pub tags: bool,
}

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Names, titles, commands.
    Strong,
    /// Passed, done.
    Good,
    /// Not passed, wrong.
    Bad,
    /// On the way, or only in part.
    Half,
    /// What may be skipped.
    Faint,
}

/// A small picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// Passed, done.
    Pass,
    /// Not passed.
    Fail,
    /// On the way, or only in part.
    Half,
    /// Not touched.
    Open,
    /// All of it.
    Star,
    /// The one the learner is at.
    Current,
    /// A part of a bar that is done.
    Full,
    /// A part of a bar that is not.
    Empty,
    /// Between two things on a line.
    Dot,
    /// Where something was left out.
    More,
    /// A word to the learner.
    Speech,
    /// Nothing, as wide as the others.
    Blank,
}

impl Style {
    /// No colours and nothing but ASCII.
    #[must_use]
    pub fn plain(width: usize) -> Self {
        Self { colour: false, unicode: false, width, height: TALL, hyperlinks: false, tags: false }
    }

    /// The text in this tone.
    #[must_use]
    pub fn paint(&self, tone: Tone, text: &str) -> String {
        if !self.colour || text.trim().is_empty() {
            return text.to_owned();
        }
        let style = console::Style::new().force_styling(true);
        let style = match tone {
            Tone::Strong => style.bold(),
            Tone::Good => style.green().bold(),
            Tone::Bad => style.red().bold(),
            Tone::Half => style.magenta().bold(),
            Tone::Faint => style.dim(),
        };
        style.apply_to(text).to_string()
    }

    /// The symbol, without colour.
    #[must_use]
    pub fn symbol(&self, symbol: Symbol) -> &'static str {
        let (rich, ascii) = match symbol {
            Symbol::Pass => ("✓", "+"),
            Symbol::Fail => ("✗", "x"),
            Symbol::Half => ("◐", "~"),
            Symbol::Open => ("○", "."),
            Symbol::Star => ("★", "*"),
            Symbol::Current => ("▶", ">"),
            Symbol::Full => ("█", "#"),
            Symbol::Empty => ("░", "-"),
            Symbol::Dot => ("·", "-"),
            Symbol::More => ("…", "..."),
            Symbol::Speech => ("▸", ">"),
            Symbol::Blank => (" ", " "),
        };
        if self.unicode { rich } else { ascii }
    }

    /// A text that is not ours, made harmless; its colours stay where we colour.
    #[must_use]
    pub fn clean(&self, text: &str) -> String {
        harmless(text, self.colour)
    }

    /// A name, a title, a path: a text that is not ours, on one line and without colours.
    #[must_use]
    pub fn word(&self, text: &str) -> String {
        harmless(text, false).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text as a link to the address, where the terminal knows links. The address must be harmless.
    #[must_use]
    pub fn link(&self, address: &str, text: &str) -> String {
        if self.hyperlinks && !address.is_empty() {
            format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
        } else {
            text.to_owned()
        }
    }

    /// How many columns our own text uses.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.width.clamp(20, WIDEST)
    }

    /// A bar of this many columns. It is full only if all is done, and empty only if nothing is.
    #[must_use]
    pub fn bar(&self, done: usize, of: usize, columns: usize) -> String {
        let exact = (done.min(of) * columns).checked_div(of).unwrap_or(0);
        let full = if done > 0 { exact.max(1) } else { 0 };
        let tone = if full == columns { Tone::Good } else { Tone::Half };
        let left = self.paint(tone, &self.symbol(Symbol::Full).repeat(full));
        let right = self.paint(Tone::Faint, &self.symbol(Symbol::Empty).repeat(columns - full));
        format!("{left}{right}")
    }
}

/// How a state is shown: its symbol and its tone.
#[must_use]
pub fn of_state(state: State) -> (Symbol, Tone) {
    match state {
        State::Untouched => (Symbol::Open, Tone::Faint),
        State::Started => (Symbol::Half, Tone::Half),
        State::Complete => (Symbol::Pass, Tone::Good),
        State::Mastered => (Symbol::Star, Tone::Good),
    }
}

/// How an exercise's state is shown.
#[must_use]
pub fn of_exercise(state: ExerciseState) -> (Symbol, Tone) {
    match state {
        ExerciseState::Pending => (Symbol::Open, Tone::Faint),
        ExerciseState::Partial => (Symbol::Half, Tone::Half),
        ExerciseState::Done => (Symbol::Pass, Tone::Good),
    }
}

/// How an outcome or a verdict is shown: its symbol, its tone, and its word for people.
#[must_use]
pub fn of_word(word: Word) -> (Symbol, Tone, &'static str) {
    match word {
        Word::Passed => (Symbol::Pass, Tone::Good, "passed"),
        Word::Failed => (Symbol::Fail, Tone::Bad, "failed"),
        Word::TimedOut => (Symbol::Fail, Tone::Bad, "timed out"),
        Word::OutOfMemory => (Symbol::Fail, Tone::Bad, "out of memory"),
        Word::Crashed => (Symbol::Fail, Tone::Bad, "crashed"),
        Word::Cancelled => (Symbol::Open, Tone::Faint, "cancelled"),
        Word::Unavailable => (Symbol::Half, Tone::Half, "not judged"),
        Word::Partial => (Symbol::Half, Tone::Half, "passed in part"),
    }
}
