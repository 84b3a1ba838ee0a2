//! How an exercise is judged: one file for each check word, each a pure function from what was found
//! to what to do next. A check describes commands and reads their results; it must not run one, and
//! knows neither the disk, the clock nor the screen.

pub mod accept;
pub mod build;
pub mod cargo;
pub mod clippy;
pub mod compile;
pub mod diagnostics;
pub mod doc;
pub mod emit;
pub mod examples;
pub mod fmt;
pub mod golden;
pub mod harness;
pub mod machine;
pub mod miri;
pub mod mutants;
pub mod predict;
pub mod probe;
pub mod reject;
pub mod metadata;
pub mod package;
pub mod package_build;
pub mod publish;
pub mod run;
pub mod sheet;
pub mod source;
pub mod source_rules;
pub mod test;
pub mod tokens;
pub mod verdict;
pub mod witness;

#[cfg(test)]
pub(crate) mod fixtures;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use diagnostics::{Diagnostic, Level};
pub use package::Package;
pub use sheet::{Note, Sheet};
pub use verdict::{CheckResult, Judgement, Outcome, Predicted, Signature, Verdict, Word};

use crate::curriculum::Exercise;
use crate::process::{CommandSpec, Finished};
use crate::toolchain::{Tool, Toolchain};

/// Every check there is, in the order of the documentation. A new one is added here and nowhere else.
pub const CHECKS: &[&dyn Check] = &[
    &compile::Compile,
    &test::Test,
    &run::Run,
    &clippy::Clippy,
    &fmt::Fmt,
    &source::Source,
    &golden::Golden,
    &accept::Accept,
    &reject::Reject,
    &predict::Predict,
    &miri::Miri,
    &witness::Witness,
    &mutants::Mutants,
    &doc::Doc,
    &emit::Emit,
    &metadata::Metadata,
    &machine::Machine,
    &publish::Publish,
];

/// The check with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static dyn Check> {
    CHECKS.iter().copied().find(|check| check.name() == name)
}

/// The words that `checks` in a `topic.toml` may hold.
#[must_use]
pub fn words() -> Vec<&'static str> {
    CHECKS.iter().map(|check| check.name()).collect()
}

/// One way of judging.
pub trait Check: Sync {
    /// The word in `topic.toml`.
    fn name(&self) -> &'static str;

    /// What a pass means, in one sentence for the documentation.
    fn passes_when(&self) -> &'static str;

    /// What its failures look like, for the documentation.
    fn signatures(&self) -> &'static [&'static str] {
        &[]
    }

    /// The tools without which it cannot judge.
    fn tools(&self, exercise: &Exercise) -> Vec<Tool>;

    /// Files of ours that its commands read, by their path in the directory of the run; laid there before the first
    /// command.
    fn files(&self, _: &Context<'_>) -> Vec<(PathBuf, Vec<u8>)> {
        Vec::new()
    }

    /// What to run now, given what the commands asked for so far have brought, in the order in which they
    /// were asked for; or the judgement. Equal commands of one plan are run once.
    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step;

    /// What can be said where one of its tools is missing: a judgement that needs none of them, such as that there is
    /// nothing to judge yet. Without one it is unavailable.
    fn without_tools(&self, _: &Context<'_>) -> Option<Judgement> {
        None
    }

    /// Whether what its commands say may be told while it still judges. Not where they are expected to
    /// fail, nor where their words are what the learner is asked for.
    fn speaks_at_once(&self) -> bool {
        true
    }
}

/// What a check wants.
#[derive(Debug)]
pub enum Step {
    /// Run these, in this order, then ask again.
    Run(Vec<CommandSpec>),
    /// It has seen enough.
    Verdict(Judgement),
}

/// What a check may know.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The exercise being judged.
    pub exercise: &'a Exercise,
    /// The tools found.
    pub tools: &'a Toolchain,
    /// The learner's part and our part, put together.
    pub sheet: &'a Sheet,
    /// The directory of this run: the exercise lies in it under its own path.
    pub scratch: &'a Path,
    /// The set's companion files of the exercise, by their path in the set; they lie in `scratch` under it.
    pub companions: &'a BTreeMap<PathBuf, Vec<u8>>,
    /// The built support crate, where the exercise uses it.
    pub kit: Option<&'a Path>,
    /// The crates that a file exercise names, built.
    pub externs: &'a build::Externs,
    /// The package, where the exercise is one.
    pub package: Option<&'a Package>,
    /// A word the learner's program cannot know before it runs.
    pub nonce: &'a str,
    /// Seeds the inputs of the tests; one number for each installation.
    pub salt: u64,
    /// The part of the user's environment that children get: `PATH`, `HOME`, proxies …
    pub env: &'a BTreeMap<std::ffi::OsString, std::ffi::OsString>,
    /// Our own program, whose hidden subcommands are machines.
    pub own: &'a Path,
}
