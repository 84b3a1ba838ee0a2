//! The judge that rules are handed: trials become jobs of the engine. It must not know what a rule is after.

use super::super::ground::Ground;
use super::super::trust::MayRun;
use super::ground::Place;
use crate::author::{Bench, Trial};
use crate::check::package::Files;
use crate::check::{Outcome, Word};
use crate::curriculum::{CurriculumError, Exercise, ExerciseId};
use crate::engine::again::side_by_side;
use crate::engine::job::{reference_of, start_of};
use crate::engine::{Engine, Job};
use crate::message::{Ids, Message, Place as Shown, Report};
use crate::output::{Style, human};
use crate::process::Cancel;
use crate::progress::State;
use crate::toolchain::{Tool, Toolchain};

/// The engine for one set.
pub(super) struct Judge<'a> {
    /// The set.
    pub(super) place: &'a Place,
    /// Judges.
    pub(super) engine: Engine<'a>,
    /// Judges as where Miri is missing.
    without_miri: Engine<'a>,
    /// How many at once.
    pub(super) workers: usize,
}

impl<'a> Judge<'a> {
    /// The judge of this set.
    pub(super) fn new(
        ground: &Ground,
        place: &'a Place,
        _: MayRun,
        runner: &'a dyn crate::process::Runner,
        fresh: bool,
    ) -> Result<Self, super::CommandError> {
        let (kit, crates) = (place.part("kit")?, place.part("crates")?);
        let engine = |tools: &'a Toolchain| Engine {
            env: ground.child_env(),
            cache: Some(place.cache.clone()),
            kit: kit.clone(),
            crates: crate::engine::crates::Crates::new(crates.clone()),
            fresh,
            ..Engine::new(runner, tools)
        };
        let (engine, without_miri) = (engine(&place.tools), engine(&place.without_miri));
        Ok(Self { place, engine, without_miri, workers: ground.workers })
    }

    fn one(&self, trial: &Trial<'_>) -> Result<Vec<Outcome>, String> {
        let curriculum = &self.place.curriculum;
        let cancel = Cancel::new();
        let (text, files) = (trial.work.text.clone(), trial.work.files.clone());
        let job = Job::new(&self.place.set, curriculum, trial.id, text, files).map_err(|e| e.to_string())?;
        let ours = trial.ours.clone().unwrap_or_else(|| job.ours.clone());
        let job = Job { exercise: &trial.exercise, ours, ..job };
        let engine = if trial.hides == Some(Tool::Miri) { &self.without_miri } else { &self.engine };
        let outcomes = if trial.salts.is_empty() {
            engine.judge(&job, &cancel, &|_| {}).map(|outcome| vec![outcome])
        } else {
            engine.judge_again(&job, &trial.salts, &cancel)
        };
        outcomes.map_err(|error| error.to_string())
    }
}

impl Bench for Judge<'_> {
    fn start_of(&self, exercise: &Exercise) -> Result<Files, CurriculumError> {
        start_of(&self.place.set, &self.place.curriculum, exercise)
    }

    fn reference_of(&self, exercise: &Exercise) -> Result<Files, CurriculumError> {
        reference_of(&self.place.set, &self.place.curriculum, exercise)
    }

    fn judge(&self, trials: &[Trial<'_>], done: &(dyn Fn() + Sync)) -> Vec<Result<Vec<Outcome>, String>> {
        let minutes: Vec<u32> = trials.iter().map(|trial| trial.exercise.minutes).collect();
        side_by_side(&minutes, self.workers, &Cancel::new(), &|_| done(), &|place| self.one(&trials[place]))
    }

    fn slowdown(&self) -> f64 {
        // Only Linux says it in a file; elsewhere the machine is taken for idle.
        let said = std::fs::read_to_string("/proc/loadavg").ok();
        let load: Option<f64> = said.and_then(|text| text.split_whitespace().next()?.parse().ok());
        let cores = u32::try_from(self.workers).map_or(1.0, f64::from);
        load.map_or(1.0, |load| (load / cores).max(1.0))
    }

    fn has(&self, tool: &Tool) -> bool {
        self.place.tools.path(tool).is_some()
    }

    fn shown(&self, id: ExerciseId, outcome: &Outcome) -> String {
        let curriculum = &self.place.curriculum;
        let exercise = curriculum.exercise(id);
        let topic = curriculum.topic_of(id);
        let report = Report {
            place: Shown {
                name: exercise.name.clone(),
                file: exercise.path.clone(),
                topic: topic.title.clone(),
                number: 1,
                of: curriculum.exercises.len(),
            },
            ids: Ids { topic: topic.id.clone(), stage: curriculum.stages[topic.stage].id.clone() },
            outcome: outcome.clone(),
            topic_done: (0, 1),
            topic_state: State::Started,
            stage_done: None,
            not_recorded: None,
            hints: (0, exercise.hints.len()),
            next: None,
            learned: (outcome.word() == Word::Passed)
                .then(|| super::super::judging::goal(&exercise.note))
                .flatten(),
            log: None,
            calibration: None,
        };
        human::text(&Message::Judged(Box::new(report)), &Style::plain(100))
    }
}
