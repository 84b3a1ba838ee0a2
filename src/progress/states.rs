//! How far an exercise, a topic, a stage is, computed from the evidence (exercises.md 4.3), and what
//! comes next. Pure: it must not store anything, or a changed curriculum could make the state file lie.

use serde::{Deserialize, Serialize};

use super::{Entry, Evidence, Progress};
use crate::curriculum::{Curriculum, ExerciseId, Tier};

/// How far an exercise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExerciseState {
    /// Not solved, or reset.
    Pending,
    /// All its checks passed.
    Done,
    /// Some check could not judge, or a weaker one stood in; the rest passed.
    Partial,
}

/// How far a topic or a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing of it was tried.
    Untouched,
    /// Something was tried.
    Started,
    /// All of tier A is done or partial.
    Complete,
    /// All is done.
    Mastered,
}

impl ExerciseState {
    /// As it is written in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Done => "done",
            Self::Partial => "partial",
        }
    }
}

impl State {
    /// As it is written in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Untouched => "untouched",
            Self::Started => "started",
            Self::Complete => "complete",
            Self::Mastered => "mastered",
        }
    }
}

/// The state of the exercise with this name.
#[must_use]
pub fn exercise(progress: &Progress, name: &str) -> ExerciseState {
    match progress.evidence(name) {
        None => ExerciseState::Pending,
        Some(Evidence { partial: true, .. }) => ExerciseState::Partial,
        Some(_) => ExerciseState::Done,
    }
}

/// Whether a pass is of another text than today's: the learner's part or what judges it has changed.
/// `None` stands for a hash that was not looked up. What was never passed is not changed.
#[must_use]
pub fn changed(progress: &Progress, name: &str, source: Option<&str>, content: Option<&str>) -> bool {
    progress.evidence(name).is_some_and(|evidence| {
        source.is_some_and(|now| now != evidence.source) || content.is_some_and(|now| now != evidence.content)
    })
}

/// The state of the topic at this place. Where none of its exercises is of tier A, all of them gate.
#[must_use]
pub fn topic(curriculum: &Curriculum, progress: &Progress, topic: usize) -> State {
    let exercises: Vec<_> = curriculum.of_topic(topic).map(|(_, exercise)| exercise).collect();
    let state = |name: &str| self::exercise(progress, name);
    let gates = |tier: Tier| tier == Tier::A || !exercises.iter().any(|e| e.tier == Tier::A);
    if exercises.is_empty() {
        State::Untouched
    } else if exercises.iter().all(|e| state(&e.name) == ExerciseState::Done) {
        State::Mastered
    } else if exercises.iter().filter(|e| gates(e.tier)).all(|e| state(&e.name) != ExerciseState::Pending) {
        State::Complete
    } else if exercises.iter().any(|e| progress.entry(&e.name).is_some_and(is_started)) {
        State::Started
    } else {
        State::Untouched
    }
}

/// The state of the stage at this place: its topics' states taken together.
#[must_use]
pub fn stage(curriculum: &Curriculum, progress: &Progress, stage: usize) -> State {
    let topics = curriculum.topics.iter().enumerate().filter(|(_, topic)| topic.stage == stage);
    let states: Vec<State> = topics.map(|(place, _)| topic(curriculum, progress, place)).collect();
    if states.iter().all(|&state| state == State::Untouched) {
        State::Untouched
    } else if states.iter().all(|&state| state == State::Mastered) {
        State::Mastered
    } else if states.iter().all(|state| matches!(state, State::Complete | State::Mastered)) {
        State::Complete
    } else {
        State::Started
    }
}

/// The first undone exercise in the order of study.
#[must_use]
pub fn next(curriculum: &Curriculum, progress: &Progress) -> Option<ExerciseId> {
    curriculum.order.iter().copied().find(|&id| is_undone(curriculum, progress, id))
}

/// The first undone exercise after this one in the order of study; where there is none, the first
/// undone one at all. Whoever jumped ahead goes on from there.
#[must_use]
pub fn next_after(curriculum: &Curriculum, progress: &Progress, current: ExerciseId) -> Option<ExerciseId> {
    let place = curriculum.order.iter().position(|&id| id == current);
    let later = place.map_or(&[][..], |place| &curriculum.order[place + 1..]);
    let after = later.iter().copied().find(|&id| is_undone(curriculum, progress, id));
    after.or_else(|| next(curriculum, progress))
}

/// The stored current exercise, where the set still has it; else the first undone one; else the first.
#[must_use]
pub fn current(curriculum: &Curriculum, progress: &Progress) -> Option<ExerciseId> {
    let stored = progress.current.as_deref().and_then(|name| curriculum.find(name));
    stored.or_else(|| next(curriculum, progress)).or_else(|| curriculum.order.first().copied())
}

/// How many exercises of the topic at this place are done, and how many there are.
#[must_use]
pub fn topic_done(curriculum: &Curriculum, progress: &Progress, topic: usize) -> (usize, usize) {
    let done = |name: &str| exercise(progress, name) == ExerciseState::Done;
    let names = curriculum.of_topic(topic).map(|(_, exercise)| exercise.name.as_str());
    names.fold((0, 0), |(yes, all), name| (yes + usize::from(done(name)), all + 1))
}

/// Whether something was done with this exercise since its start or its last reset.
#[must_use]
pub fn is_started(entry: &Entry) -> bool {
    entry.evidence.is_some() || entry.tried.is_some() || entry.hints > 0 || entry.carried.is_some()
}

fn is_undone(curriculum: &Curriculum, progress: &Progress, id: ExerciseId) -> bool {
    exercise(progress, &curriculum.exercise(id).name) == ExerciseState::Pending
}
