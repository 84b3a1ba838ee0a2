//! A plan and a runner make an outcome. It lays files into a scratch directory, does what the checks
//! describe, and remembers verdicts. It must not draw, decide what to study, or record progress.

pub mod again;
mod ahead;
pub mod cache;
pub mod crates;
pub mod job;
pub mod kit;
mod miri;
mod place;
mod plan;
#[cfg(test)]
mod tests;
mod traps;

pub use job::Job;

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use crate::check::{self, CheckResult, Context, Diagnostic, Judgement, Outcome, Sheet, Verdict};
use crate::curriculum::Exercise;
use crate::process::{Cancel, CommandSpec, Finished, ProcessError, Runner};
use crate::toolchain::{Tool, Toolchain};
use crate::workspace::{self, WorkspaceError};
use ahead::Ahead;
use plan::PlanRun;

/// Trouble of ours while judging. What the learner's code did is never an error.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// A tool could not be started.
    #[error(transparent)]
    Process(#[from] ProcessError),
    /// The scratch directory could not be written.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// The set's dependency table does not build.
    #[error("the set's crates do not build:\n{0}")]
    Crates(String),
    /// The support crate of the set does not build.
    #[error("the set's support crate `kit` does not build:\n{0}")]
    Kit(String),
    /// A check never came to a verdict.
    #[error("the check `{check}` of `{exercise}` came to no verdict")]
    Endless {
        /// The exercise.
        exercise: String,
        /// The check.
        check: String,
    },
}

/// What is told while an exercise is being judged.
#[derive(Clone, Debug)]
pub enum Event {
    /// The front end has spoken, before anything is linked or run.
    Diagnostics(Vec<Diagnostic>),
    /// The learner's program has written this.
    Printed(Vec<u8>),
}

/// Judges exercises with one toolchain, for one set.
pub struct Engine<'a> {
    /// Starts programs.
    pub runner: &'a dyn Runner,
    /// The tools.
    pub tools: &'a Toolchain,
    /// What children get of the user's environment.
    pub env: BTreeMap<OsString, OsString>,
    /// Where verdicts, the built support crate and scratch directories live; none if nowhere.
    pub cache: Option<PathBuf>,
    /// The set's support crate, by file name; empty where the set has none.
    pub kit: BTreeMap<PathBuf, Vec<u8>>,
    /// The set's dependency table.
    pub crates: crates::Crates,
    /// Held while the support crate is being built.
    pub kit_turn: Mutex<()>,
    /// Seeds the inputs of tests.
    pub salt: u64,
    /// Whether remembered verdicts are passed over.
    pub fresh: bool,
    /// Whether a build that a later check will ask for begins beside the first: for one exercise that somebody waits
    /// for, not for many at once.
    pub ahead: bool,
}

impl<'a> Engine<'a> {
    /// One without a cache, a support crate or crates; what else it needs is set afterwards.
    #[must_use]
    pub fn new(runner: &'a dyn Runner, tools: &'a Toolchain) -> Self {
        Self {
            runner,
            tools,
            env: BTreeMap::new(),
            cache: None,
            kit: BTreeMap::new(),
            crates: crates::Crates::default(),
            kit_turn: Mutex::default(),
            salt: 0,
            fresh: false,
            ahead: false,
        }
    }

    /// The same, for one exercise that somebody waits for: see [`Engine::ahead`].
    #[must_use]
    pub fn ahead(mut self) -> Self {
        self.ahead = true;
        self
    }

    /// Judges one exercise. `tell` is called from any thread, while it goes on.
    pub fn judge(
        &self,
        job: &Job<'_>,
        cancel: &Cancel,
        tell: &(dyn Fn(Event) + Sync),
    ) -> Result<Outcome, EngineError> {
        let mut ready = Ready::new(job);
        let keys = cache::Keys::new(self, job, &ready.sheet);
        if let Some(known) = self.recall(&keys) {
            return Ok(known);
        }
        let judged =
            self.on_the_spot(job, &mut ready, cancel, &mut |cx| self.judge_checks(cx, cancel, tell))?;
        Ok(match judged {
            Ok(checks) => {
                let outcome = self.outcome(job, &ready.sheet, &keys, checks);
                self.remember(&keys, &outcome);
                outcome
            }
            Err(checks) => self.outcome(job, &ready.sheet, &keys, checks),
        })
    }

    /// Lays everything out for one exercise and lets `work` go on from there; what is said instead where that cannot be.
    fn on_the_spot<R>(
        &self,
        job: &Job<'_>,
        ready: &mut Ready,
        cancel: &Cancel,
        work: &mut dyn FnMut(&Context<'_>) -> Result<R, EngineError>,
    ) -> Result<Result<R, Vec<CheckResult>>, EngineError> {
        let Some(externs) = self.externs(job.exercise, cancel)? else {
            return Ok(Err(waiting(job.exercise)));
        };
        let place = match &mut ready.package {
            Some(package) => self.bench(job, package, cancel)?,
            None => self.desk(job, &ready.sheet, &ready.nonce)?,
        };
        let Some(place) = place else { return Ok(Err(cancelled(job.exercise))) };
        let tools = self.tools_for(job.exercise, cancel)?;
        let kit = if ready.sheet.uses_kit { self.kit_library(cancel)? } else { None };
        if let Some(kit) = kit.as_deref().filter(|_| check::miri::is_wanted(job.exercise)) {
            self.kit_for_miri(&tools, kit, cancel)?;
        }
        let cx = Context {
            exercise: job.exercise,
            tools: &tools,
            sheet: &ready.sheet,
            scratch: place.path(),
            companions: &job.companions,
            kit: kit.as_deref(),
            externs: &externs,
            package: ready.package.as_ref(),
            nonce: &ready.nonce,
            salt: self.salt,
            env: &self.env,
            own: self.runner.own(),
        };
        work(&cx).map(Ok)
    }

    fn outcome(&self, job: &Job<'_>, sheet: &Sheet, keys: &cache::Keys, checks: Vec<CheckResult>) -> Outcome {
        let mut outcome = Outcome {
            exercise: job.exercise.name.clone(),
            checks,
            notes: sheet.notes.clone(),
            source: keys.source.clone(),
            content: keys.content.clone(),
            toolchain: self.tools.version.clone(),
            trap: None,
            cached: false,
        };
        outcome.trap = traps::says(job.exercise, &outcome);
        outcome
    }

    /// All checks in order. The first that is not content ends it; a missing tool does not.
    fn judge_checks(
        &self,
        cx: &Context<'_>,
        cancel: &Cancel,
        tell: &(dyn Fn(Event) + Sync),
    ) -> Result<Vec<CheckResult>, EngineError> {
        self.judge_checks_from(cx, cancel, tell, &mut HashMap::new())
    }

    /// The same, with what was run before; what is run now is added to it.
    fn judge_checks_from(
        &self,
        cx: &Context<'_>,
        cancel: &Cancel,
        tell: &(dyn Fn(Event) + Sync),
        done: &mut HashMap<CommandSpec, Finished>,
    ) -> Result<Vec<CheckResult>, EngineError> {
        let checks: Vec<_> = cx.exercise.checks.iter().filter_map(|word| check::find(word)).collect();
        std::thread::scope(|scope| {
            let ahead = self.ahead.then(|| Ahead::begin(self.runner, cx, &checks, cancel, scope)).flatten();
            let mut run = PlanRun { engine: self, cx, cancel, tell, done: std::mem::take(done), ahead };
            let mut results = Vec::new();
            for check in checks {
                for (path, bytes) in check.files(cx) {
                    workspace::lay(cx.scratch, &path, &bytes)?;
                }
                let result = run.judge_check(check)?;
                let go_on = matches!(result.judgement.verdict, Verdict::Passed | Verdict::Unavailable { .. });
                results.push(result);
                if !go_on {
                    break;
                }
            }
            *done = run.done;
            Ok(results)
        })
    }

    /// Judges many exercises, as many at once as `workers`, the one with the longest minutes first. `done` is told
    /// of each result as it comes, with the job's place.
    pub fn judge_all(
        &self,
        jobs: &[Job<'_>],
        workers: usize,
        cancel: &Cancel,
        done: &(dyn Fn(usize) + Sync),
    ) -> Vec<Result<Outcome, EngineError>> {
        let minutes: Vec<u32> = jobs.iter().map(|job| job.exercise.minutes).collect();
        again::side_by_side(&minutes, workers, cancel, done, &|place| {
            self.judge(&jobs[place], cancel, &|_| {})
        })
    }
}

/// What is made of a job before anything is laid out.
struct Ready {
    nonce: String,
    package: Option<check::Package>,
    sheet: Sheet,
}

impl Ready {
    fn new(job: &Job<'_>) -> Self {
        let nonce = nonce();
        let package = job.package(&nonce);
        let sheet = match &package {
            Some(package) => Sheet::of_package(job.theirs.clone(), package),
            None => Sheet::new(job.exercise, job.format, &job.theirs, &job.ours),
        };
        Self { nonce, package, sheet }
    }
}

/// A word nobody can know before the run.
fn nonce() -> String {
    let random = std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), "nonce");
    format!("{:012x}", random & 0xffff_ffff_ffff)
}

/// No check can judge while the crates are not there.
fn waiting(exercise: &Exercise) -> Vec<CheckResult> {
    let judged = || check::cargo::unavailable(exercise);
    let words = exercise.checks.iter().cloned();
    words.map(|check| CheckResult { check, judgement: judged(), took: Duration::ZERO }).collect()
}

/// Nobody waited until the package was free.
fn cancelled(exercise: &Exercise) -> Vec<CheckResult> {
    let first = exercise.checks.iter().take(1).cloned();
    let judgement = || Judgement::of(Verdict::Cancelled, "");
    first.map(|check| CheckResult { check, judgement: judgement(), took: Duration::ZERO }).collect()
}

/// Tools that judging this exercise needs and that are missing; for `doctor` and for messages.
#[must_use]
pub fn missing_tools(exercise: &Exercise, tools: &Toolchain) -> Vec<Tool> {
    let words = exercise.checks.iter().filter_map(|word| check::find(word));
    let needed = words.flat_map(|check| check.tools(exercise));
    needed.filter(|tool| tools.path(tool).is_none()).collect()
}
