//! Runs: what they say while they go, when that is shown, and what comes after them. It must not decide
//! which text is judged.

use std::time::Duration;

use super::saves::PATIENCE;
use super::{Effect, Effects, Finding, Mode, Moment, RunId, Shown, State, Told};
use crate::check::{Diagnostic, Outcome, Word};
use crate::curriculum::ExerciseId;
use crate::message::{Message, Problem};
use crate::progress::ExerciseState;

/// Editors save in bursts: what is found is shown once this time has passed without a further save.
const QUIET: Duration = Duration::from_millis(30);

/// Printed output is drawn at most this often.
const FRAME: Duration = Duration::from_millis(50);

/// One judging of the current exercise that is under way.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) id: RunId,
    pub(super) began: Moment,
    pub(super) errors: Vec<Diagnostic>,
    pub(super) printed: Vec<u8>,
    /// Since when newer saves wait for it.
    pub(super) let_through: Option<Moment>,
    /// When what was told, and is not on the screen yet, may be drawn.
    untold: Option<Moment>,
    drawn: Moment,
    finding: Option<Finding>,
    /// Whether there is a text to judge.
    of_text: bool,
}

impl Run {
    /// Whether it is being judged, and not only told that there is no file.
    pub(super) fn is_of_text(&self) -> bool {
        self.of_text
    }

    fn quiet_at(&self) -> Moment {
        if self.let_through.is_some() { self.began } else { self.began + QUIET }
    }

    /// When there is something to draw, if nothing happens until then.
    fn due(&self) -> Moment {
        let second = self.began + Duration::from_secs((self.drawn.saturating_sub(self.began)).as_secs() + 1);
        let due = match (&self.finding, self.untold) {
            (Some(_), _) => self.quiet_at(),
            (None, Some(at)) => at,
            (None, None) => second,
        };
        self.let_through.map_or(due, |since| due.min(since + PATIENCE))
    }
}

impl State {
    /// Judges the newest text of the current exercise, in the place of whatever is being judged.
    pub(super) fn start(&mut self, now: Moment, fx: &mut Effects) {
        self.cancel_run(fx);
        let ahead = self.preparing.take_if(|(_, exercise)| *exercise == self.current);
        self.cancel_ahead(fx);
        let id = ahead.map_or_else(|| self.next_id(), |(id, _)| id);
        let of_text = self.has_text(self.current);
        let mut run = Run {
            id,
            began: now,
            errors: Vec::new(),
            printed: Vec::new(),
            let_through: None,
            untold: None,
            drawn: now,
            finding: None,
            of_text,
        };
        if of_text {
            fx.push(Effect::Tell(Box::new(Message::Checking(self.place(self.current).clone()))));
            // What is judged ahead already, of this very text, goes on as the run that is waited for.
            if ahead.is_none() {
                fx.push(Effect::Check(id, self.current));
            }
        } else {
            let what = format!("{} is not there, or is not text", self.place(self.current).file.display());
            let problem = Problem::new(what).help("save it as UTF-8 text; `R` brings its start back");
            run.finding = Some(Finding::Problem(problem));
        }
        self.run = Some(run);
        fx.push(Effect::Draw);
    }

    /// Nothing that runs is wanted any more.
    pub(super) fn cancel_all(&mut self, fx: &mut Effects) {
        self.cancel_ahead(fx);
        self.cancel_run(fx);
    }

    pub(super) fn cancel_ahead(&mut self, fx: &mut Effects) {
        fx.extend(self.preparing.take().map(|(id, _)| Effect::Cancel(id)));
    }

    pub(super) fn cancel_run(&mut self, fx: &mut Effects) {
        self.waiting = false;
        if let Some(run) = self.run.take()
            && run.of_text
            && run.finding.is_none()
        {
            fx.push(Effect::Cancel(run.id));
        }
    }

    fn next_id(&mut self) -> RunId {
        self.last_id += 1;
        RunId(self.last_id)
    }

    fn run_with(&mut self, id: RunId) -> Option<&mut Run> {
        self.run.as_mut().filter(|run| run.id == id)
    }

    pub(super) fn told(&mut self, id: RunId, told: Told) {
        let Some(run) = self.run_with(id) else { return };
        let at = match told {
            Told::Errors(found) => {
                run.errors.extend(found);
                run.quiet_at()
            }
            Told::Printed(bytes) => {
                run.printed = bytes;
                run.quiet_at().max(run.drawn + FRAME)
            }
        };
        run.untold = Some(run.untold.map_or(at, |before| before.min(at)));
    }

    pub(super) fn done(&mut self, id: RunId, outcome: Box<Outcome>, fx: &mut Effects) {
        if self.preparing.is_some_and(|(ahead, _)| ahead == id) {
            self.preparing = None;
        } else if self.run_with(id).is_some() && outcome.word() != Word::Cancelled {
            fx.push(Effect::Store(id, outcome));
        }
    }

    pub(super) fn found(&mut self, id: RunId, finding: Finding) {
        if self.preparing.is_some_and(|(ahead, _)| ahead == id) {
            self.preparing = None;
        }
        if let Some(run) = self.run_with(id) {
            run.finding = Some(finding);
        }
    }

    /// When [`State::update`] wants to be called again although nothing has happened; none while it only waits
    /// for the learner.
    #[must_use]
    pub fn due(&self) -> Option<Moment> {
        self.run.as_ref().map(Run::due)
    }

    /// Shows what has become due.
    pub(super) fn settle(&mut self, now: Moment, fx: &mut Effects) {
        let Some(run) = &mut self.run else { return };
        if run.finding.is_some() && now >= run.quiet_at() {
            self.show(now, fx);
        } else if run.let_through.is_some_and(|since| now >= since + PATIENCE) {
            self.starving = None;
            self.start(now, fx);
        } else if now >= run.due() {
            run.untold = None;
            run.drawn = now;
            fx.push(Effect::Draw);
        }
    }

    fn show(&mut self, now: Moment, fx: &mut Effects) {
        let Some(run) = self.run.take() else { return };
        let Some(mut found) = run.finding else { return };
        self.starving = None;
        let message = match &mut found {
            Finding::Report(report) => {
                if matches!(report.outcome.word(), Word::Passed | Word::Partial) {
                    self.hint = None;
                    self.passed(&report.place.name, report.outcome.word());
                    report.next = self.next_undone().map(|id| self.name(id));
                }
                Message::Judged(report.clone())
            }
            Finding::Problem(problem) => Message::Problem(problem.clone()),
        };
        fx.push(Effect::Tell(Box::new(message)));
        self.shown = Some(Shown { found, earlier: run.let_through.is_some() });
        if matches!(self.mode, Mode::Exercise) {
            self.scroll = 0;
        }
        fx.push(Effect::Draw);
        if std::mem::take(&mut self.waiting) {
            self.start(now, fx);
        } else {
            self.prepare(fx);
        }
    }

    /// The map learns of a pass at once; all of it is told later.
    fn passed(&mut self, name: &str, word: Word) {
        let topics = self.outline.map.stages.iter_mut().flat_map(|stage| &mut stage.topics);
        let line = topics.flat_map(|topic| &mut topic.exercises).find(|line| line.name == name);
        if let Some(line) = line
            && line.state != ExerciseState::Done
        {
            line.state = if word == Word::Passed { ExerciseState::Done } else { ExerciseState::Partial };
        }
    }

    /// The first verdict of what comes next is made while the learner reads this one.
    fn prepare(&mut self, fx: &mut Effects) {
        let next = self.next_undone().filter(|&next| self.prepared != Some(next) && self.has_text(next));
        if let Some(next) = next {
            let id = self.next_id();
            self.prepared = Some(next);
            self.preparing = Some((id, next));
            fx.push(Effect::Prepare(id, next));
        }
    }

    fn has_text(&self, exercise: ExerciseId) -> bool {
        self.seen.get(&exercise).copied().flatten().is_some()
    }
}
