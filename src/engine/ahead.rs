//! One build that a later check of the plan will ask for, begun beside the first: `run` needs the program, `test` the
//! harness, and a second core would wait for the first. It must not change what is judged: a result that
//! nobody asks for is thrown away.

use std::thread::{Scope, ScopedJoinHandle};

use crate::check::{Check, Context, Step};
use crate::process::{Cancel, CommandSpec, Exit, Finished, ProcessError, Runner, Subscription};

/// A command under way that was not asked for yet.
pub(super) struct Ahead<'scope> {
    pub(super) spec: CommandSpec,
    cancel: Cancel,
    thread: Option<ScopedJoinHandle<'scope, Result<Finished, ProcessError>>>,
    _follows: Subscription,
}

impl<'scope> Ahead<'scope> {
    /// Begins the first command that differs from the plan's first and that a tool of ours carries out; programs
    /// of learners are never run before it is their turn.
    pub(super) fn begin<'env>(
        runner: &'env dyn Runner,
        cx: &Context<'_>,
        checks: &[&dyn Check],
        cancel: &Cancel,
        scope: &'scope Scope<'scope, 'env>,
    ) -> Option<Self> {
        let ready =
            |check: &&&dyn Check| check.tools(cx.exercise).iter().all(|tool| cx.tools.path(tool).is_some());
        let mut first = checks.iter().filter(ready).filter_map(|check| match check.next(cx, &[]) {
            Step::Run(specs) => specs.into_iter().next().filter(|spec| spec.confine.is_none()),
            Step::Verdict(_) => None,
        });
        let begun = first.next()?;
        let spec = first.find(|spec| *spec != begun)?;
        let own = Cancel::new();
        let follower = own.clone();
        let follows = cancel.on_ask(move || follower.ask());
        let (asked, wanted) = (own.clone(), spec.clone());
        let thread = scope.spawn(move || runner.run(&wanted, &asked, &|_, _| {}));
        Some(Self { spec, cancel: own, thread: Some(thread), _follows: follows })
    }

    /// Its result; none where it has to be run anew.
    pub(super) fn finish(mut self) -> Option<Finished> {
        let finished = self.thread.take()?.join().ok()?.ok()?;
        (finished.exit != Exit::Cancelled).then_some(finished)
    }
}

impl Drop for Ahead<'_> {
    fn drop(&mut self) {
        self.cancel.ask();
    }
}
