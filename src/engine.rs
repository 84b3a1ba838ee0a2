//! A plan and a runner make an outcome. It lays files into a scratch directory, does what the checks
//! describe, and remembers verdicts. It must not draw, decide what to study, or record progress.

mod ahead;
pub mod cache;
pub mod kit;
mod miri;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::check::{
    self, Check, CheckResult, Context, Diagnostic, Judgement, Outcome, Sheet, Step, Verdict, diagnostics,
};
use crate::curriculum::{Exercise, Format};
use crate::process::{Cancel, CommandSpec, Finished, ProcessError, Runner, Stream};
use crate::toolchain::{Tool, Toolchain};
use crate::workspace::{self, WorkspaceError};
use ahead::Ahead;

/// More steps than any check needs: one that asks for ever is a bug of ours, and ends here.
const STEPS: usize = 200;

/// Trouble of ours while judging. What the learner's code did is never an error.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// A tool could not be started.
    #[error(transparent)]
    Process(#[from] ProcessError),
    /// The scratch directory could not be written.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
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

/// One exercise to judge, with all that is needed for it.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// The layout of its set.
    pub format: Format,
    /// The learner's file.
    pub theirs: String,
    /// The set's start of it.
    pub ours: String,
    /// The set's companion files, by path.
    pub companions: BTreeMap<PathBuf, Vec<u8>>,
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

impl Engine<'_> {
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
        let sheet = Sheet::new(job.exercise, job.format, &job.theirs, &job.ours);
        let keys = cache::Keys::new(self, job, &sheet);
        if let Some(known) = self.recall(&keys) {
            return Ok(known);
        }
        let scratch = workspace::scratch(self.cache.as_deref())?;
        let nonce = nonce(scratch.path());
        lay_out(scratch.path(), job, &sheet, &nonce)?;
        let tools = self.tools_for(job.exercise, cancel)?;
        let kit = if sheet.uses_kit { self.kit_library(cancel)? } else { None };
        if let Some(kit) = kit.as_deref().filter(|_| check::miri::is_wanted(job.exercise)) {
            self.kit_for_miri(&tools, kit, cancel)?;
        }
        let cx = Context {
            exercise: job.exercise,
            tools: &tools,
            sheet: &sheet,
            scratch: scratch.path(),
            companions: &job.companions,
            kit: kit.as_deref(),
            nonce: &nonce,
            salt: self.salt,
            env: &self.env,
        };
        let checks = self.judge_checks(&cx, cancel, tell)?;
        let outcome = self.outcome(job, &sheet, &keys, checks);
        self.remember(&keys, &outcome);
        Ok(outcome)
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
        let failures = outcome.signatures();
        let trap = job.exercise.traps.iter().find(|trap| !failures.is_empty() && trap.fails == failures);
        outcome.trap = trap.map(|trap| trap.says.clone());
        outcome
    }

    /// All checks in order. The first that is not content ends it; a missing tool does not.
    fn judge_checks(
        &self,
        cx: &Context<'_>,
        cancel: &Cancel,
        tell: &(dyn Fn(Event) + Sync),
    ) -> Result<Vec<CheckResult>, EngineError> {
        let checks: Vec<_> = cx.exercise.checks.iter().filter_map(|word| check::find(word)).collect();
        std::thread::scope(|scope| {
            let ahead = self.ahead.then(|| Ahead::begin(self.runner, cx, &checks, cancel, scope)).flatten();
            let mut run = PlanRun { engine: self, cx, cancel, tell, done: HashMap::new(), ahead };
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
        let mut queue: Vec<usize> = (0..jobs.len()).collect();
        queue.sort_by_key(|&place| std::cmp::Reverse(jobs[place].exercise.minutes));
        let next = AtomicUsize::new(0);
        let results: Mutex<Vec<Option<_>>> = Mutex::new(jobs.iter().map(|_| None).collect());
        std::thread::scope(|scope| {
            for _ in 0..workers.clamp(1, jobs.len().max(1)) {
                scope.spawn(|| {
                    while let Some(&place) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if cancel.asked() {
                            break;
                        }
                        let result = self.judge(&jobs[place], cancel, &|_| {});
                        results.lock().unwrap_or_else(PoisonError::into_inner)[place] = Some(result);
                        done(place);
                    }
                });
            }
        });
        let results = results.into_inner().unwrap_or_else(PoisonError::into_inner);
        // What nobody came to before the cancel is missing at the end; whole results stay in order.
        results.into_iter().map_while(|result| result).collect()
    }
}

/// One plan being carried out: equal commands are run once.
struct PlanRun<'a, 'scope> {
    engine: &'a Engine<'a>,
    cx: &'a Context<'a>,
    cancel: &'a Cancel,
    tell: &'a (dyn Fn(Event) + Sync),
    done: HashMap<CommandSpec, Finished>,
    ahead: Option<Ahead<'scope>>,
}

impl PlanRun<'_, '_> {
    fn judge_check(&mut self, check: &'static dyn Check) -> Result<CheckResult, EngineError> {
        let name = check.name().to_owned();
        if let Some(missing) = self.missing(check) {
            return Ok(CheckResult { check: name, judgement: missing, took: Duration::ZERO });
        }
        let mut seen: Vec<Finished> = Vec::new();
        let mut took = Duration::ZERO;
        for _ in 0..STEPS {
            match check.next(self.cx, &seen) {
                Step::Verdict(judgement) => return Ok(CheckResult { check: name, judgement, took }),
                Step::Run(specs) => {
                    for spec in specs {
                        let (finished, fresh) = self.run(&spec)?;
                        took += if fresh { finished.took } else { Duration::ZERO };
                        seen.push(finished);
                    }
                }
            }
        }
        Err(EngineError::Endless { exercise: self.cx.exercise.name.clone(), check: name })
    }

    fn missing(&self, check: &dyn Check) -> Option<Judgement> {
        let tool =
            check.tools(self.cx.exercise).into_iter().find(|tool| self.cx.tools.path(tool).is_none())?;
        let verdict = Verdict::Unavailable { tool: tool.name().to_owned(), install: tool.install() };
        Some(Judgement::of(verdict, format!("{} is not installed; `{}`", tool.name(), tool.install())))
    }

    fn run(&mut self, spec: &CommandSpec) -> Result<(Finished, bool), EngineError> {
        if let Some(known) = self.done.get(spec) {
            return Ok((known.clone(), false));
        }
        if let Some(finished) = self.ahead.take_if(|ahead| ahead.spec == *spec).and_then(Ahead::finish) {
            self.done.insert(spec.clone(), finished.clone());
            return Ok((finished, true));
        }
        // Miri compiles and runs at once, and speaks JSON like the compiler.
        let compiler = spec.confine.is_none() || spec.args.iter().any(|arg| arg == "--error-format=json");
        let lines = Mutex::new(Vec::new());
        let listen = |stream: Stream, bytes: &[u8]| match (compiler, stream) {
            (true, Stream::Stderr) => self.tell_diagnostics(&lines, bytes),
            (true, Stream::Stdout) => {}
            (false, _) => (self.tell)(Event::Printed(bytes.to_vec())),
        };
        let finished = self.engine.runner.run(spec, self.cancel, &listen)?;
        self.done.insert(spec.clone(), finished.clone());
        Ok((finished, true))
    }

    /// Whole lines of the compiler's JSON are told as soon as they are there.
    fn tell_diagnostics(&self, pending: &Mutex<Vec<u8>>, bytes: &[u8]) {
        let mut pending = pending.lock().unwrap_or_else(PoisonError::into_inner);
        pending.extend_from_slice(bytes);
        let Some(end) = pending.iter().rposition(|&byte| byte == b'\n') else { return };
        let whole: Vec<u8> = pending.drain(..=end).collect();
        let found = diagnostics::read(&String::from_utf8_lossy(&whole));
        let errors: Vec<Diagnostic> =
            found.into_iter().filter(|found| found.level == check::Level::Error).collect();
        if !errors.is_empty() {
            (self.tell)(Event::Diagnostics(errors));
        }
    }
}

/// The scratch directory mirrors the workspace, so that the compiler's messages name the paths that the
/// learner knows.
fn lay_out(dir: &Path, job: &Job<'_>, sheet: &Sheet, nonce: &str) -> Result<(), WorkspaceError> {
    let proof = if sheet.tests.is_empty() { String::new() } else { Sheet::proof_module(nonce) };
    workspace::lay(dir, &job.exercise.path, format!("{}{proof}", sheet.text).as_bytes())?;
    workspace::lay(dir, Path::new(check::fmt::PART), sheet.theirs.as_bytes())?;
    workspace::lay(dir, Path::new("rustfmt.toml"), b"")?;
    workspace::lay(dir, Path::new("out/.keep"), b"")?;
    // Also the directory in which the linter looks for its configuration; it has to exist.
    workspace::lay(dir, &job.exercise.companions.join(".keep"), b"")?;
    for (path, bytes) in &job.companions {
        workspace::lay(dir, path, bytes)?;
    }
    Ok(())
}

/// A word nobody can know before the run: the random name of the scratch directory, hashed.
fn nonce(scratch: &Path) -> String {
    let name = blake3::hash(scratch.as_os_str().as_encoded_bytes());
    name.to_hex().chars().take(12).collect()
}

/// Tools that judging this exercise needs and that are missing; for `doctor` and for messages.
#[must_use]
pub fn missing_tools(exercise: &Exercise, tools: &Toolchain) -> Vec<Tool> {
    let words = exercise.checks.iter().filter_map(|word| check::find(word));
    let needed = words.flat_map(|check| check.tools(exercise));
    needed.filter(|tool| tools.path(tool).is_none()).collect()
}
