//! One plan being carried out: what each check asks for is run, equal commands once, and words that come early are
//! told. It must not decide which checks there are.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::ahead::Ahead;
use super::{Engine, EngineError, Event};
use crate::check::{self, Check, CheckResult, Context, Diagnostic, Judgement, Step, Verdict, diagnostics};
use crate::process::{Cancel, Capture, CommandSpec, Finished, Stream};

/// More steps than any check needs: one that asks for ever is a bug of ours, and ends here.
const STEPS: usize = 200;

/// One plan being carried out: equal commands are run once.
pub(super) struct PlanRun<'a, 'scope> {
    pub(super) engine: &'a Engine<'a>,
    pub(super) cx: &'a Context<'a>,
    pub(super) cancel: &'a Cancel,
    pub(super) tell: &'a (dyn Fn(Event) + Sync),
    pub(super) done: HashMap<CommandSpec, Finished>,
    pub(super) ahead: Option<Ahead<'scope>>,
}

impl PlanRun<'_, '_> {
    pub(super) fn judge_check(&mut self, check: &'static dyn Check) -> Result<CheckResult, EngineError> {
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
                        let (finished, fresh) = self.run(&spec, check.speaks_at_once())?;
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
        if let Some(judged) = check.without_tools(self.cx) {
            return Some(judged);
        }
        let verdict = Verdict::Unavailable { tool: tool.name().to_owned(), install: tool.install() };
        Some(Judgement::of(verdict, format!("{} is not installed; `{}`", tool.name(), tool.install())))
    }

    fn run(&mut self, spec: &CommandSpec, aloud: bool) -> Result<(Finished, bool), EngineError> {
        if let Some(known) = self.done.get(spec) {
            return Ok((known.clone(), false));
        }
        if let Some(finished) = self.ahead.take_if(|ahead| ahead.spec == *spec).and_then(Ahead::finish) {
            self.done.insert(spec.clone(), finished.clone());
            return Ok((finished, true));
        }
        // rustc reports on standard error, cargo on standard output; whoever's output is kept whole is a tool. Miri
        // compiles and runs at once, and speaks JSON like the compiler.
        let compiler =
            spec.capture == Capture::Whole || spec.args.iter().any(|arg| arg == "--error-format=json");
        let (of_stdout, of_stderr) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
        let listen = |stream: Stream, bytes: &[u8]| match (compiler, stream) {
            _ if !aloud => {}
            (true, Stream::Stderr) => self.tell_diagnostics(&of_stderr, bytes),
            (true, Stream::Stdout) => self.tell_diagnostics(&of_stdout, bytes),
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
