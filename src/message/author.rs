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

/// How the mutants of one solution fared (`author mutants`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mutation {
    /// The exercise.
    pub exercise: String,
    /// How many compile.
    pub viable: usize,
    /// How many of them were noticed.
    pub killed: usize,
    /// How many do not compile.
    pub stillborn: usize,
    /// Those that were not noticed.
    pub survivors: Vec<Survivor>,
    /// Reasons that are given for mutants which did not survive, or which there are not.
    pub stale: Vec<String>,
    /// How many are excused, where the numbers come from the table and the survivors are not known.
    pub known: Option<usize>,
    /// What the rule says of it; empty where it is content.
    pub faults: Vec<String>,
}

/// A mutant that nobody noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survivor {
    /// The file it is in.
    pub file: PathBuf,
    /// Its line.
    pub line: usize,
    /// What was changed.
    pub what: String,
    /// Why that changes nothing, where the author says so.
    pub reason: Option<String>,
}

impl Mutation {
    /// Nothing judged yet.
    #[must_use]
    pub fn of(exercise: &str) -> Self {
        Self { exercise: exercise.to_owned(), ..Self::default() }
    }

    /// How many survivors are excused.
    #[must_use]
    pub fn excused(&self) -> usize {
        self.known.unwrap_or_else(|| self.survivors.iter().filter(|it| it.reason.is_some()).count())
    }

    /// The noticed share in per cent, of all that compile, and of those without an excuse.
    #[must_use]
    pub fn shares(&self) -> (usize, usize) {
        let share = |of: usize| (self.killed * 100).checked_div(of).unwrap_or(0);
        (share(self.viable), share(self.viable - self.excused().min(self.viable)))
    }
}
