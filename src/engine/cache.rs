//! Remembered verdicts: one small file for each, named by a hash over everything that decided it. It must
//! not remember what a limit, a cancel or a missing crate decided: another try may end otherwise. What a tool left
//! open that is not installed is remembered, as long as it is not.

use super::{Engine, Job, missing_tools};
use crate::check::miri::is_wanted;
use crate::check::{Outcome, Sheet, Verdict, Word};
use crate::curriculum::facts::SourceRule;
use crate::toolchain::Tool;
use crate::workspace;

/// A hash of the code that judges, made by build.rs: what it judged before a change is not remembered after it.
const JUDGING: &str = env!("ROADMAP_JUDGING");

/// What an outcome depends on, hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// The learner's part.
    pub source: String,
    /// Everything of ours: the checks, the definition, companions, the support crate.
    pub content: String,
    /// Both, the tools, the salt and the code that judges.
    verdict: String,
    /// Tools that are not installed and that this exercise asks for.
    missing: Vec<String>,
}

/// A hash of the learner's part of a file: what evidence names, and what tells whether it changed.
#[must_use]
pub fn source_hash(part_above_the_line: &str) -> String {
    short(blake3::hash(part_above_the_line.as_bytes()))
}

fn short(hash: blake3::Hash) -> String {
    hash.to_hex().chars().take(32).collect()
}

impl Keys {
    pub(super) fn new(engine: &Engine<'_>, job: &Job<'_>, sheet: &Sheet) -> Self {
        Self::judged_by(JUDGING, engine, job, sheet)
    }

    pub(super) fn judged_by(judging: &str, engine: &Engine<'_>, job: &Job<'_>, sheet: &Sheet) -> Self {
        let source = source_hash(&sheet.theirs);
        let mut hasher = blake3::Hasher::new();
        let mut add = |name: &str, bytes: &[u8]| {
            // Lengths keep two neighbours from being read as one.
            hasher.update(&(name.len() as u64).to_le_bytes()).update(name.as_bytes());
            hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
        };
        add("runner", env!("CARGO_PKG_VERSION").as_bytes());
        add("definition", definition(job).as_bytes());
        add("checks", sheet.text.get(sheet.theirs.len()..).unwrap_or_default().as_bytes());
        if job.exercise.source.iter().any(|fact| matches!(fact.rule, SourceRule::SameAsStart { .. })) {
            add("start", sheet.start.as_bytes());
        }
        for (path, bytes) in &job.companions {
            add(&path.to_string_lossy(), bytes);
        }
        if sheet.uses_kit {
            engine.kit.iter().for_each(|(path, bytes)| add(&path.to_string_lossy(), bytes));
        }
        if !job.exercise.crates.is_empty() {
            engine.crates.files.iter().for_each(|(path, bytes)| add(&path.to_string_lossy(), bytes));
        }
        let content = short(hasher.finalize());
        let lock = lock_files(job);
        let tools = &engine.tools.identity;
        let miri = engine
            .tools
            .miri
            .as_ref()
            .filter(|_| is_wanted(job.exercise))
            .map(|miri| (&miri.identity, &miri.version));
        let missing = missing(engine, job);
        let all = format!(
            "{judging}\n{source}\n{content}\n{tools}\n{miri:?}\n{missing:?}\n{}\n{lock}\n{:?}",
            engine.salt, sheet.notes
        );
        Self { verdict: short(blake3::hash(all.as_bytes())), source, content, missing }
    }
}

fn missing(engine: &Engine<'_>, job: &Job<'_>) -> Vec<String> {
    let mut names: Vec<String> =
        missing_tools(job.exercise, engine.tools).iter().map(|tool| tool.name().to_owned()).collect();
    // Some of a prediction's items may wait for Miri, and the check does not.
    if engine.tools.miri.is_none() && is_wanted(job.exercise) {
        names.push(Tool::Miri.name().to_owned());
    }
    names
}

/// cargo writes lock files by itself, so that they are no evidence; still a package may be about one.
fn lock_files(job: &Job<'_>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in job.package.iter().filter(|(path, _)| super::job::is_lock(path)) {
        hasher.update(path.to_string_lossy().as_bytes()).update(&[0]).update(bytes).update(&[0]);
    }
    short(hasher.finalize())
}

/// What of the exercise's entry decides a verdict; hints and notes do not.
fn definition(job: &Job<'_>) -> String {
    let e = job.exercise;
    format!(
        "{:?}",
        (
            job.format,
            &e.name,
            &e.checks,
            &e.deny,
            &e.permit,
            &e.options,
            e.limits,
            &e.crates,
            &e.traps,
            &e.needs,
            (&e.source, &e.doc, &e.emit, &e.machine),
            (&e.locked, &e.metadata),
        )
    )
}

impl Engine<'_> {
    fn verdict_file(&self, keys: &Keys) -> Option<std::path::PathBuf> {
        Some(self.cache.as_ref()?.join("verdicts").join(format!("{}.json", keys.verdict)))
    }

    pub(super) fn recall(&self, keys: &Keys) -> Option<Outcome> {
        if self.fresh {
            return None;
        }
        let bytes = std::fs::read(self.verdict_file(keys)?).ok()?;
        let outcome: Outcome = serde_json::from_slice(&bytes).ok()?;
        Some(Outcome { cached: true, ..outcome })
    }

    pub(super) fn remember(&self, keys: &Keys, outcome: &Outcome) {
        let lacks = |verdict: &Verdict| matches!(verdict, Verdict::Unavailable { tool, .. } if !keys.missing.contains(tool));
        let open = outcome.checks.iter().any(|result| lacks(&result.judgement.verdict));
        if open || !matches!(outcome.word(), Word::Passed | Word::Failed | Word::Partial | Word::Unavailable)
        {
            return;
        }
        if let (Some(path), Ok(bytes)) = (self.verdict_file(keys), serde_json::to_vec(outcome)) {
            // Not remembering costs time, never a verdict.
            let _ = workspace::write_whole(&path, &bytes);
        }
    }
}
