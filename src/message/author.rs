//! What an author is told about a set: findings by rule, and how many mutants of the solutions were noticed. It
//! must not know how a rule comes to its finding.

use std::path::PathBuf;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The exercise may not go out like this.
    Error,
    /// Somebody should look at it.
    Warning,
    /// The rule could not be judged here.
    Skipped,
}

/// One rule that is broken at one place, and the mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `R05`.
    pub rule: &'static str,
    /// How much it weighs.
    pub weight: Weight,
    /// The exercise, or the topic; empty where it is about the whole set.
    pub of: String,
    /// The file to open, relative to the set.
    pub file: PathBuf,
    /// The line, from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong, and why it is.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// What `author check` found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// By file and line; errors and warnings and what was skipped.
    pub findings: Vec<Finding>,
    /// How many exercises were looked at.
    pub exercises: usize,
    /// How many of them were not judged anew, because the table knows their content.
    pub known: usize,
    /// How many answers were judged.
    pub judged: usize,
}

impl Review {
    /// How many findings have this weight.
    #[must_use]
    pub fn count(&self, weight: Weight) -> usize {
        self.findings.iter().filter(|finding| finding.weight == weight).count()
    }
}
