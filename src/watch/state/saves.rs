//! Saves: the newest one wins. Which of many files a person works on, and when a run is let through although a
//! newer text is there. It must not know what a run finds.

use std::time::Duration;

use super::{Content, Effects, Moment, State};
use crate::curriculum::ExerciseId;

/// Files written within this time were written by a program: a checkout, a formatter over everything.
const TOGETHER: Duration = Duration::from_millis(200);

/// A writer that never rests may keep the verdict away for this long.
pub(super) const STARVED: Duration = Duration::from_secs(1);

/// A run that was let through may keep the newer save waiting for this long.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);

impl State {
    pub(super) fn saved(&mut self, exercise: ExerciseId, content: Content, now: Moment, fx: &mut Effects) {
        // Touched, or saved without a change: what runs and what is shown are about this very text.
        if self.seen.insert(exercise, content) == Some(content) {
            return;
        }
        self.news.clear();
        // What is judged ahead is of the text before.
        if self.preparing.is_some_and(|(_, ahead)| ahead == exercise) {
            self.cancel_ahead(fx);
            self.prepared = None;
        }
        self.recent.retain(|(_, at)| now.saturating_sub(*at) < TOGETHER);
        if self.recent.is_empty() {
            self.left = None;
        }
        let others = self.recent.iter().any(|(other, _)| *other != exercise);
        self.recent.push((exercise, now));
        if others {
            self.saved_together(exercise, now, fx);
        } else if exercise == self.current {
            self.judge_save(now, fx);
        } else if self.outline.order.contains(&exercise) {
            self.left = Some(self.current);
            self.go_to(exercise, fx);
            self.say(format!("You edited {}: it is the current one now.", self.name(exercise)), fx);
            self.start(now, fx);
        } else {
            let name = self.name(exercise);
            self.say(format!("{name} was saved; this session keeps to other exercises (--only)."), fx);
        }
    }

    /// Several exercises at once move nothing; a move that the first of them made is taken back.
    fn saved_together(&mut self, exercise: ExerciseId, now: Moment, fx: &mut Effects) {
        if let Some(home) = self.left.take() {
            self.go_to(home, fx);
            self.say(
                format!("Several files changed at once; {} stays the current one.", self.name(home)),
                fx,
            );
            self.start(now, fx);
        } else if exercise == self.current {
            self.judge_save(now, fx);
        }
    }

    /// Ends the run of the older text and starts one of the newest, unless saves have kept every verdict away for
    /// a second: then the run that is going comes to its end first.
    fn judge_save(&mut self, now: Moment, fx: &mut Effects) {
        let Some(run) = &mut self.run else { return self.start(now, fx) };
        let age = now.saturating_sub(run.began);
        if run.let_through.is_some() {
            return;
        }
        // Whoever had a second was not kept from its verdict by the writer, and may be an endless loop.
        if age >= STARVED {
            self.starving = Some(now);
            return self.start(now, fx);
        }
        let since = *self.starving.get_or_insert(now);
        if now.saturating_sub(since) >= STARVED && run.is_of_text() {
            run.let_through = Some(now);
            self.waiting = true;
        } else {
            self.start(now, fx);
        }
    }
}
