//! Everything a user can be told, as values. It must not know who sends it or who shows it, and holds
//! no layout: widths, colours and symbols belong to `output`.

mod changes;
mod author;
mod screen;

use std::path::PathBuf;

pub use author::{Finding, Mutation, Review, Survivor, Weight};
pub use changes::{Action, Made, Update, UpdateLine};
pub use screen::{Key, KeyCode, KeyHelp, List, ListRow, Page, Running, Screen, Size, View};

use crate::check::{Diagnostic, Outcome, Word};
use crate::curriculum::Reading;
use crate::progress::State;

/// One thing said to the user.
#[derive(Clone, Debug)]
pub enum Message {
    /// A sentence of news: a workspace was made, a backup lies there.
    News(String),
    /// Something only the user can decide; the answer is typed behind it.
    Question(String),
    /// Something went wrong with us or with how we were called.
    Problem(Problem),
    /// A check of this exercise begins.
    Checking(Place),
    /// What the compiler said, before anything is linked or run.
    Diagnostics(Vec<Diagnostic>),
    /// What the learner's program printed just now.
    Printed(Vec<u8>),
    /// One exercise was judged (`run`, `watch`).
    Judged(Box<Report>),
    /// Many exercises were judged (`verify`).
    Verified(Box<Verification>),
    /// The whole map (`list`).
    Map(Box<Map>),
    /// A hint.
    Hint(Hint),
    /// What to read for an exercise.
    Readings {
        /// For which topic.
        topic: String,
        /// Best first.
        readings: Vec<Reading>,
    },
    /// A solution.
    Solution {
        /// Where it lies in the set.
        path: PathBuf,
        /// Its text.
        text: String,
    },
    /// What is there now (`new`).
    Made(Box<Made>),
    /// What an update did, or would do.
    Updated(Box<Update>),
    /// What is installed (`doctor`).
    Tools(Vec<ToolLine>),
    /// What the rules say about exercises (`author check`).
    Reviewed(Review),
    /// How the mutants of solutions fared (`author mutants`).
    Mutated(Vec<Mutation>),
}

/// A fault that the user can mend: what, because of what, and what helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What went wrong, in a sentence.
    pub what: String,
    /// Why, if there is more to say.
    pub because: Vec<String>,
    /// What to do now.
    pub help: Vec<String>,
}

impl Problem {
    /// A problem with its first sentence.
    #[must_use]
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), because: Vec::new(), help: Vec::new() }
    }

    /// The same with a reason.
    #[must_use]
    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.because.push(reason.into());
        self
    }

    /// The same with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }
}

/// Which exercise, and where in the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The exercise's name.
    pub name: String,
    /// The file to edit, as the user would type it from where they are.
    pub file: PathBuf,
    /// The title of its topic.
    pub topic: String,
    /// Its number in the order of study, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

/// One exercise, judged, with all that is said about it.
#[derive(Clone, Debug)]
pub struct Report {
    /// Which one.
    pub place: Place,
    /// Its kind and tier, topic and stage ids, for machine output.
    pub ids: Ids,
    /// What became of it.
    pub outcome: Outcome,
    /// How many of its topic's exercises are done, and how many there are.
    pub topic_done: (usize, usize),
    /// The state of the topic now.
    pub topic_state: State,
    /// The number, title and state of its stage, where no exercise that gates it is left.
    pub stage_done: Option<(usize, String, State)>,
    /// Whether the pass was recorded; the reason where it was not.
    pub not_recorded: Option<String>,
    /// How many hint rungs were seen, of how many.
    pub hints: (usize, usize),
    /// The name of what comes next, where this one is done.
    pub next: Option<String>,
    /// What the exercise was about, where the set says so.
    pub learned: Option<String>,
    /// How well the learner's first answers were, beside how sure they were, where the exercise asks for predictions.
    pub calibration: Option<String>,
    /// Where everything that was said lies, where it is too long for a screen.
    pub log: Option<PathBuf>,
}

/// The ids around an exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids {
    /// The topic's id.
    pub topic: String,
    /// The stage's id.
    pub stage: String,
}

/// Many exercises, judged.
#[derive(Clone, Debug)]
pub struct Verification {
    /// In the order of study.
    pub reports: Vec<Judged>,
    /// Topics in order, with how many of their judged exercises passed.
    pub topics: Vec<TopicLine>,
    /// The ids of the topics that are mastered now.
    pub mastered: Vec<String>,
    /// A sentence that says what was selected when nothing was.
    pub nothing: Option<String>,
}

/// One exercise of a verification.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The ids around it.
    pub ids: Ids,
    /// What became of it.
    pub outcome: Outcome,
}

impl Verification {
    /// How many ended with this word.
    #[must_use]
    pub fn count(&self, word: Word) -> usize {
        self.reports.iter().filter(|judged| judged.outcome.word() == word).count()
    }
}

/// A topic in a table of results.
#[derive(Clone, Debug)]
pub struct TopicLine {
    /// The topic's title.
    pub title: String,
    /// Passed, of the judged ones.
    pub passed: usize,
    /// Judged.
    pub judged: usize,
    /// The topic's state after it.
    pub state: State,
}

/// Stages, topics, exercises and how far each is.
#[derive(Clone, Debug)]
pub struct Map {
    /// The set's name.
    pub set: String,
    /// 1 or 2.
    pub format_version: u8,
    /// The current exercise.
    pub current: Option<String>,
    /// In order.
    pub stages: Vec<MapStage>,
}

/// A stage of the map.
#[derive(Clone, Debug)]
pub struct MapStage {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How far it is.
    pub state: State,
    /// Its topics in order.
    pub topics: Vec<MapTopic>,
}

/// A topic of the map.
#[derive(Clone, Debug)]
pub struct MapTopic {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How far it is.
    pub state: State,
    /// The ids of the topics before it.
    pub requires: Vec<String>,
    /// Its exercises in file order.
    pub exercises: Vec<MapExercise>,
}

/// An exercise of the map.
#[derive(Clone, Debug)]
pub struct MapExercise {
    /// Its name.
    pub name: String,
    /// Where it lies, relative to the workspace.
    pub path: PathBuf,
    /// A word for people.
    pub kind: String,
    /// `A` or `B`.
    pub tier: char,
    /// The check words.
    pub checks: Vec<String>,
    /// How long it should take.
    pub minutes: u32,
    /// `pending`, `done` or `partial`.
    pub state: crate::progress::ExerciseState,
    /// Whether a done one's source differs from what passed.
    pub changed: bool,
}

/// One rung.
#[derive(Clone, Debug)]
pub struct Hint {
    /// For which exercise.
    pub exercise: String,
    /// Counted from 1; 0 where there are no hints.
    pub rung: usize,
    /// How many there are.
    pub of: usize,
    /// The text; it may hold several paragraphs.
    pub text: String,
    /// Whether all were seen before, so that this is the last one again.
    pub again: bool,
}

/// One tool in `doctor`.
#[derive(Clone, Debug)]
pub struct ToolLine {
    /// Its name.
    pub name: String,
    /// Its version or what was found; none where it is missing.
    pub found: Option<String>,
    /// Whether the core of the program needs it.
    pub needed: bool,
    /// What is lost without it.
    pub lost: String,
    /// The command that installs it, or what to do.
    pub install: String,
}
