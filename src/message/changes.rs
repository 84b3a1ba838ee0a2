//! What was made or changed on disk, as values: a scaffold, an update. It must not know how either is done.

use std::path::PathBuf;

/// Files that somebody has now, and what to do with them (`new`).
#[derive(Clone, Debug)]
pub struct Made {
    /// What they are, in a sentence.
    pub what: String,
    /// The exercise they belong to.
    pub exercise: String,
    /// The files, as the user would type them.
    pub files: Vec<PathBuf>,
    /// What is the next thing to do, in order.
    pub next: Vec<String>,
}

/// What an update did, or would do (`update`).
#[derive(Clone, Debug)]
pub struct Update {
    /// The name of the set.
    pub set: String,
    /// One for each exercise that changed, and for each other file.
    pub lines: Vec<UpdateLine>,
    /// Where everything lies that was replaced, moved or taken away.
    pub backup: Option<PathBuf>,
    /// Whether it was only looked at.
    pub dry_run: bool,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateLine {
    /// What became of it.
    pub action: Action,
    /// The exercise, where it is one.
    pub exercise: Option<String>,
    /// Where it is now, relative to the workspace.
    pub path: PathBuf,
    /// Where it was before, if that was elsewhere.
    pub from: Option<PathBuf>,
}

/// What becomes of a file or of an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It is new.
    Added,
    /// Nobody had touched it, and it is replaced.
    Replaced,
    /// The learner's part is kept, and ours is replaced.
    Kept,
    /// It has another place or name, and nothing else is new.
    Moved,
    /// The set has it no more, and nobody had touched it: it is taken away.
    Removed,
    /// The set has it no more, or it cannot be told what is whose in it: it stays as it is.
    Stays,
}

impl Action {
    /// The word for it in machine output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Replaced => "replaced",
            Self::Kept => "kept",
            Self::Moved => "moved",
            Self::Removed => "removed",
            Self::Stays => "stays",
        }
    }
}
