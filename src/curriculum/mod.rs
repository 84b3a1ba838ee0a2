//! What there is to learn: stages, topics and exercises, as values that were checked when they were read.
//! It must not run anything, and knows neither progress nor the screen.

mod build;
pub mod crates;
mod disk;
mod document;
mod embedded;
pub mod facts;
mod format_one;
mod format_two;
mod info_toml;
mod manifest;
mod order;
mod paths;
mod raw;
mod select;
pub mod source;
mod topics;
pub mod validate;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

pub use info_toml::load;
pub use source::SetSource;
pub use validate::names::may_be_called;
pub use validate::{CurriculumError, Fault};

/// An exercise of one loaded [`Curriculum`]: its place in [`Curriculum::exercises`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExerciseId(pub usize);

/// Which layout of `info.toml` a set uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// rustlings' own: one list of exercises, no line, nothing but tests and lints.
    One,
    /// exercises.md: stages, topics, a `topic.toml` for each topic.
    Two,
}

/// A whole set, read and checked. Everything refers to everything else by place or by name.
#[derive(Clone, Debug)]
pub struct Curriculum {
    /// The name of the set: the directory's, or `cargo-roadmap` for the one in the binary.
    pub name: String,
    /// Which layout it came from.
    pub format: Format,
    /// A hash over all of its files' names and contents: two sets are the same if this is the same.
    pub revision: String,
    /// In the order of study.
    pub stages: Vec<Stage>,
    /// In the order of study; a topic knows its stage.
    pub topics: Vec<Topic>,
    /// In file order: by topic, then as `topic.toml` lists them.
    pub exercises: Vec<Exercise>,
    /// The places in [`Curriculum::exercises`] in the order of study: a topological order of
    /// `requires` and `after`, ties by file order.
    pub order: Vec<ExerciseId>,
    /// The crates of the set's own dependency table, which file exercises may name.
    pub crates: Vec<String>,
    /// Said once at the start, where the set has such a text (format 1).
    pub welcome: Option<String>,
    /// Said when everything is done (format 1).
    pub farewell: Option<String>,
}

/// One of the large parts of the study plan.
#[derive(Clone, Debug)]
pub struct Stage {
    /// A word that names it, such as `core`.
    pub id: String,
    /// Counted from 1.
    pub number: usize,
    /// What a list shows.
    pub title: String,
    /// What somebody can do afterwards.
    pub goal: String,
}

/// A subject within a stage.
#[derive(Clone, Debug)]
pub struct Topic {
    /// A word that names it, such as `ownership`.
    pub id: String,
    /// The place of its stage in [`Curriculum::stages`].
    pub stage: usize,
    /// What a list shows.
    pub title: String,
    /// The ids of the topics to study before.
    pub requires: Vec<String>,
    /// What to read, best first.
    pub reading: Vec<Reading>,
    /// Its directory inside the set, `exercises/1_core/02_ownership`; it may not exist yet.
    pub dir: PathBuf,
}

/// Something to read or watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Title and chapter.
    pub title: String,
    /// Where it is; empty for a printed book.
    pub url: String,
    /// Roughly how long it takes.
    pub minutes: u32,
}

/// What kind of thing lies at [`Exercise::path`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One `.rs` file.
    File,
    /// A directory with a `Cargo.toml.in`.
    Package,
}

/// Tier A gates what depends on the topic, tier B is the second pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Part of the first way through.
    A,
    /// Deeper, never a gate.
    B,
}

/// One thing to solve.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Unique in the set, snake case, the crate's name too.
    pub name: String,
    /// Names it had in earlier versions of the set; progress follows.
    pub formerly: Vec<String>,
    /// The place of its topic in [`Curriculum::topics`].
    pub topic: usize,
    /// A word for people: `fix`, `todo`, `predict` …
    pub kind: String,
    /// Whether it gates.
    pub tier: Tier,
    /// How long it should take.
    pub minutes: u32,
    /// Topics beyond those its own topic requires.
    pub after: Vec<String>,
    /// The words of `check/`, in the order of judging.
    pub checks: Vec<String>,
    /// Crates of the set's dependency table.
    pub crates: Vec<String>,
    /// Tools beyond the stable toolchain: `miri`, `miri?`, `target:…`, `cc`, `git`.
    pub needs: Vec<String>,
    /// How long and how large it may get.
    pub limits: Limits,
    /// Lints that fail this exercise.
    pub deny: Vec<String>,
    /// What the rules on the source refuse elsewhere and allow here: `unsafe`, `exit`, `allow` …
    pub permit: BTreeSet<String>,
    /// What multiplies its checks.
    pub options: Options,
    /// The start fails for exactly these signatures.
    pub fails_with: BTreeSet<String>,
    /// The design note, for authors.
    pub note: String,
    /// The rungs, first one first.
    pub hints: Vec<String>,
    /// What is said where a failure has a known cause.
    pub traps: Vec<Trap>,
    /// File or package.
    pub form: Form,
    /// Relative to the set and to the workspace: `exercises/1_core/01_variables/first_light.rs`.
    pub path: PathBuf,
    /// Where the solution lies: `solutions/1_core/01_variables/first_light.rs`.
    pub solution: PathBuf,
    /// Companions' directory (`accept/`, `reject/`, `clippy.toml` …); it need not exist.
    pub companions: PathBuf,
    /// For packages: patterns of files that are judged from our own copy.
    pub locked: Vec<String>,
    /// The number of a project step.
    pub step: Option<u32>,
    /// Whether the step starts from the previous one's answer.
    pub carry: bool,
    /// What the check `source` looks for.
    pub source: Vec<facts::SourceFact>,
    /// What the check `doc` demands beyond what it always does.
    pub doc: facts::DocFacts,
    /// What the check `emit` looks for.
    pub emit: Vec<facts::EmitFact>,
    /// The runs of the check `machine`.
    pub machine: Vec<facts::MachineRun>,
    /// For packages: what has to be true of its manifests and of the tree of its dependencies.
    pub metadata: Vec<Fact>,
}

/// Something that has to be true of a package, with the words for whoever it is not true for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its failure is `source:` and this name.
    pub name: String,
    /// What is said where it is not so.
    pub says: String,
    /// What has to be so.
    pub claim: Claim,
}

/// What can be claimed of packages, by their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The workspace has exactly these members, beside those that are locked.
    Members(Vec<String>),
    /// The first depends on each of the others, directly.
    Depends(String, Vec<String>),
    /// Nothing that the first is built from leads to any of the others: normal dependencies, direct or not.
    Free(String, Vec<String>),
    /// The first has these fields of its package table from the workspace.
    Inherits(String, Vec<String>),
    /// The first has these dependencies from the workspace's table.
    Shared(String, Vec<String>),
}

/// Bounds for one exercise. Building and running are timed apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For the learner's program.
    pub run: Duration,
    /// For each compiler or cargo invocation.
    pub build: Duration,
    /// Address space of the learner's program, in MiB.
    pub memory_mb: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { run: Duration::from_secs(10), build: Duration::from_secs(60), memory_mb: 2048 }
    }
}

/// What multiplies the checks it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Editions to build for; the first is the one that counts for messages.
    pub editions: Vec<String>,
    /// `debug`, `release`.
    pub profiles: Vec<String>,
    /// Feature sets to build with (packages).
    pub features: Vec<String>,
    /// How many seeds Miri tries.
    pub seeds: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            editions: vec!["2024".to_owned()],
            profiles: vec!["debug".to_owned()],
            features: Vec::new(),
            seeds: 1,
        }
    }
}

/// A failure whose cause is known: whoever fails exactly so holds this belief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trap {
    /// The whole set of failure signatures.
    pub fails: BTreeSet<String>,
    /// The misconception's id.
    pub belief: String,
    /// What the learner is told.
    pub says: String,
    /// The file in `tests/answers/<name>/` that shows it, without `.rs`.
    pub answer: Option<String>,
}

impl Curriculum {
    /// The exercise at this place. Ids come from this curriculum, so there always is one.
    #[must_use]
    pub fn exercise(&self, id: ExerciseId) -> &Exercise {
        &self.exercises[id.0]
    }

    /// The exercise that has this name now, or had it earlier.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<ExerciseId> {
        let now = self.exercises.iter().position(|exercise| exercise.name == name);
        let then = || self.exercises.iter().position(|e| e.formerly.iter().any(|old| old == name));
        now.or_else(then).map(ExerciseId)
    }

    /// All exercises in the order of study.
    pub fn in_order(&self) -> impl Iterator<Item = (ExerciseId, &Exercise)> {
        self.order.iter().map(|&id| (id, self.exercise(id)))
    }

    /// The exercises of the topic at this place, in file order.
    pub fn of_topic(&self, topic: usize) -> impl Iterator<Item = (ExerciseId, &Exercise)> {
        self.exercises
            .iter()
            .enumerate()
            .filter(move |(_, exercise)| exercise.topic == topic)
            .map(|(place, exercise)| (ExerciseId(place), exercise))
    }

    /// The step of the same project that this one carries on from: in its topic, called alike up to the number.
    #[must_use]
    pub fn previous_step(&self, exercise: &Exercise) -> Option<&Exercise> {
        previous_step(&self.exercises, exercise)
    }

    /// The topic an exercise belongs to.
    #[must_use]
    pub fn topic_of(&self, id: ExerciseId) -> &Topic {
        &self.topics[self.exercise(id).topic]
    }
}

/// The step before, among these.
fn previous_step<'e>(exercises: &'e [Exercise], exercise: &Exercise) -> Option<&'e Exercise> {
    let number = exercise.step.filter(|&number| exercise.carry && number > 1)?;
    let project = project_of(&exercise.name, number)?;
    exercises.iter().find(|other| {
        other.topic == exercise.topic
            && other.step == Some(number - 1)
            && project_of(&other.name, number - 1) == Some(project)
    })
}

/// `wire` of `wire_2_headers`, which is step 2.
#[must_use]
pub fn project_of(name: &str, step: u32) -> Option<&str> {
    name.split_once(&format!("_{step}_")).map(|(project, _)| project)
}
