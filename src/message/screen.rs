//! What stands on the screen of a session, as a value. It must not hold layout: which line a thing goes to,
//! what is cut, and what is coloured is decided by `output`.

use std::path::PathBuf;
use std::time::Duration;

use super::{Hint, Message, Place};
use crate::progress::{ExerciseState, State};

/// A key as it was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which one.
    pub code: KeyCode,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// The keys a session may care for. Shift is in the character itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names are those on the keys")]
pub enum KeyCode {
    Char(char),
    Enter,
    Escape,
    Backspace,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

impl Key {
    /// A character without modifiers.
    #[must_use]
    pub const fn char(char: char) -> Self {
        Self { code: KeyCode::Char(char), ctrl: false, alt: false }
    }

    /// A character with Ctrl held.
    #[must_use]
    pub const fn ctrl(char: char) -> Self {
        Self { code: KeyCode::Char(char), ctrl: true, alt: false }
    }

    /// A key that writes nothing.
    #[must_use]
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }
}

/// Columns and rows of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Cells in a line.
    pub columns: usize,
    /// Lines.
    pub rows: usize,
}

/// All that a session shows at one moment.
#[derive(Clone, Debug)]
pub struct Screen {
    /// The exercise that is worked on.
    pub place: Place,
    /// Its file as an absolute path, for terminals that know links.
    pub file: PathBuf,
    /// How many exercises of its topic are done, of how many.
    pub topic_done: (usize, usize),
    /// What is going on, if anything.
    pub running: Option<Running>,
    /// What fills the screen.
    pub view: View,
    /// News, the newest last.
    pub notices: Vec<String>,
    /// A question, or what is being typed.
    pub prompt: Option<String>,
    /// The keys that help now, the most useful first.
    pub keys: Vec<KeyHelp>,
    /// How many lines of the view are above the screen.
    pub scroll: usize,
}

/// A judging that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// For how long.
    pub since: Duration,
    /// Whether what stands below was found by the run before it.
    pub below_is_older: bool,
}

/// What fills the screen.
#[derive(Clone, Debug)]
pub enum View {
    /// The exercise: an open hint, and what is known about the learner's text.
    Exercise {
        /// The rung that was asked for.
        hint: Option<Hint>,
        /// What was found, in order.
        found: Vec<Message>,
        /// Whether it was found in an earlier save than the newest.
        earlier: bool,
    },
    /// A text to read.
    Page(Page),
    /// The whole map.
    List(List),
    /// All keys.
    Keys(Vec<KeyHelp>),
}

/// A text to read, or two beside each other.
#[derive(Clone, Debug)]
pub enum Page {
    /// One, with a title.
    Text {
        /// What it is.
        title: String,
        /// Its lines.
        text: String,
    },
    /// Two, with their titles.
    Beside {
        /// On the left, or first.
        left: (String, String),
        /// On the right, or second.
        right: (String, String),
    },
    /// An answer that looks the same everywhere.
    Told(Message),
}

/// A key and what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyHelp {
    /// As it stands on the key.
    pub label: &'static str,
    /// In a word.
    pub short: &'static str,
    /// In a sentence.
    pub long: &'static str,
}

/// The map as lines, with one of them chosen.
#[derive(Clone, Debug)]
pub struct List {
    /// Topics with their exercises.
    pub rows: Vec<ListRow>,
    /// Which row is chosen.
    pub chosen: usize,
    /// What is searched for.
    pub filter: String,
    /// How many exercises were found.
    pub found: usize,
}

/// A line of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListRow {
    /// A heading.
    Topic {
        /// Its title.
        title: String,
        /// How far it is.
        state: State,
        /// How many of its exercises are done.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// One that can be chosen.
    Exercise {
        /// Its name.
        name: String,
        /// How far it is.
        state: ExerciseState,
        /// How long it should take.
        minutes: u32,
        /// Whether it is the one that is worked on.
        current: bool,
    },
}
