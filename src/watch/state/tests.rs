//! The session, driven by lists of inputs: no clock, no files, no compiler.

mod any_order;
mod keys;
mod saves;
mod shows;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::*;
use crate::check::{CheckResult, Judgement, Level, Verdict, Word};
use crate::check::{Diagnostic, Outcome};
use crate::message::{Ids, Key, Map, MapStage, Size, View};
use crate::progress;

pub(super) const SIZE: Size = Size { columns: 80, rows: 24 };
/// Four exercises in two topics.
pub(super) const NAMES: [&str; 4] = ["one", "two", "three", "four"];

pub(super) fn ms(milliseconds: u64) -> Moment {
    Duration::from_millis(milliseconds)
}

fn place(number: usize) -> Place {
    let name = NAMES[number].to_owned();
    let file = PathBuf::from(format!("exercises/{name}.rs"));
    Place { name, file, topic: "Topic".to_owned(), number: number + 1, of: NAMES.len() }
}

fn topic(title: &str, names: &[&str]) -> MapTopic {
    let line = |name: &&str| MapExercise {
        name: (*name).to_owned(),
        path: PathBuf::from(format!("exercises/{name}.rs")),
        kind: "fix".to_owned(),
        tier: 'A',
        checks: vec!["test".to_owned()],
        minutes: 10,
        state: ExerciseState::Pending,
        changed: false,
    };
    MapTopic {
        id: title.to_lowercase(),
        title: title.to_owned(),
        state: progress::State::Untouched,
        requires: Vec::new(),
        exercises: names.iter().map(line).collect(),
    }
}

fn outline() -> Outline {
    let topics = vec![topic("First", &NAMES[..2]), topic("Second", &NAMES[2..])];
    let stage = MapStage {
        id: "core".to_owned(),
        title: "Core".to_owned(),
        state: progress::State::Untouched,
        topics,
    };
    Outline {
        places: (0..NAMES.len()).map(place).collect(),
        files: NAMES.iter().map(|name| PathBuf::from(format!("/w/exercises/{name}.rs"))).collect(),
        order: (0..NAMES.len()).map(ExerciseId).collect(),
        map: Map { set: "test".to_owned(), format_version: 2, current: None, stages: vec![stage] },
    }
}

/// A session, and what it has asked for so far.
pub(super) struct Table {
    pub(super) state: State,
    /// What runs: asked for, and neither ended nor cancelled.
    pub(super) running: BTreeMap<RunId, ExerciseId>,
    pub(super) asked: Vec<String>,
    contents: u64,
    now: Moment,
}

impl Table {
    /// A session that has begun, at the first exercise, with its first run under way.
    pub(super) fn new() -> Self {
        let seen = (0..NAMES.len()).map(|id| (ExerciseId(id), Some(0))).collect();
        let state = State::new(outline(), ExerciseId(0), seen, SIZE);
        let mut table = Self { state, running: BTreeMap::new(), asked: Vec::new(), contents: 0, now: ms(0) };
        table.put(Input::Begin, ms(0));
        table
    }

    /// The same, its first verdict shown (it failed) and the next exercise judged ahead: nothing runs.
    pub(super) fn at_rest() -> Self {
        let mut table = Self::new();
        table.end(0, Verdict::Failed, 100);
        table.end(1, Verdict::Failed, 100);
        table
    }

    /// One input; its effects in short words, drawings left out.
    pub(super) fn put(&mut self, input: Input, now: Moment) -> Vec<String> {
        self.now = now;
        let effects = self.state.update(input, now);
        let words: Vec<String> = effects.into_iter().filter_map(|effect| self.take(effect)).collect();
        self.asked.extend(words.iter().cloned());
        words
    }

    fn take(&mut self, effect: Effect) -> Option<String> {
        Some(match effect {
            Effect::Cancel(run) => {
                assert!(self.running.remove(&run).is_some(), "{run:?} was cancelled, and did not run");
                "cancel".to_owned()
            }
            Effect::Check(run, id) => {
                self.running.insert(run, id);
                format!("check {}", NAMES[id.0])
            }
            Effect::Prepare(run, id) => {
                self.running.insert(run, id);
                format!("prepare {}", NAMES[id.0])
            }
            Effect::Store(run, outcome) => {
                let (ids, name) = (Ids::default(), outcome.exercise.clone());
                let number = NAMES.iter().position(|known| *known == name).unwrap();
                let report = Report {
                    place: place(number),
                    ids,
                    outcome: *outcome,
                    topic_done: (0, 2),
                    topic_state: progress::State::Started,
                    stage_done: None,
                    not_recorded: None,
                    hints: (0, 3),
                    next: None,
                    learned: None,
                    calibration: None,
                    log: None,
                };
                // As the shell does: the answer comes before anything else can happen.
                let answer = self.state.update(Input::Judged(run, Box::new(report)), self.now);
                let more: Vec<String> = answer.into_iter().filter_map(|effect| self.take(effect)).collect();
                [vec![format!("store {name}")], more].concat().join(", ")
            }
            Effect::Current(id) => format!("current {}", NAMES[id.0]),
            Effect::Edit(id, line) => format!("edit {} {line:?}", NAMES[id.0]),
            Effect::Explain(code) => format!("explain {code}"),
            Effect::Hint(id) => format!("hint {}", NAMES[id.0]),
            Effect::Read(id) => format!("read {}", NAMES[id.0]),
            Effect::Compare(id) => format!("compare {}", NAMES[id.0]),
            Effect::Restore(id) => format!("restore {}", NAMES[id.0]),
            Effect::AskToStop => "ask to stop".to_owned(),
            Effect::Stop => "stop".to_owned(),
            Effect::Quit(ending) => format!("quit {ending:?}"),
            Effect::Redraw => "redraw".to_owned(),
            Effect::Tell(_) | Effect::Draw => return None,
        })
    }

    /// A save with a text that was not there before.
    pub(super) fn save(&mut self, exercise: usize, now: u64) -> Vec<String> {
        self.contents += 1;
        self.put(Input::Saved { exercise: ExerciseId(exercise), content: Some(self.contents) }, ms(now))
    }

    pub(super) fn press(&mut self, key: char, now: u64) -> Vec<String> {
        self.put(Input::Key(Key::char(key)), ms(now))
    }

    pub(super) fn tick(&mut self, now: u64) -> Vec<String> {
        self.put(Input::Tick, ms(now))
    }

    /// The run of this exercise that is under way.
    pub(super) fn run_of(&self, exercise: usize) -> RunId {
        let runs = self.running.iter().filter(|(_, id)| id.0 == exercise);
        *runs.map(|(run, _)| run).next_back().expect("a run of it is under way")
    }

    /// The run of this exercise ends like this.
    pub(super) fn end(&mut self, exercise: usize, verdict: Verdict, now: u64) -> Vec<String> {
        let run = self.run_of(exercise);
        self.running.remove(&run);
        self.put(Input::Done(run, Box::new(outcome(exercise, verdict))), ms(now))
    }

    /// The word that the screen shows at this moment; none while nothing was found yet.
    pub(super) fn shown(&self) -> Option<Word> {
        let View::Exercise { found, .. } = self.state.screen(self.now).view else { return None };
        found.iter().find_map(|message| match message {
            Message::Judged(report) => Some(report.outcome.word()),
            Message::Problem(_) => Some(Word::Failed),
            _ => None,
        })
    }
}

pub(super) fn outcome(exercise: usize, verdict: Verdict) -> Outcome {
    let judgement = Judgement::of(verdict, "because").with_diagnostics(vec![error("E0308", 7)]);
    Outcome {
        exercise: NAMES[exercise].to_owned(),
        checks: vec![CheckResult { check: "test".to_owned(), judgement, took: Duration::ZERO }],
        notes: Vec::new(),
        source: "source".to_owned(),
        content: "content".to_owned(),
        toolchain: "1.95.0".to_owned(),
        trap: None,
        cached: false,
    }
}

pub(super) fn error(code: &str, line: usize) -> Diagnostic {
    Diagnostic {
        level: Level::Error,
        code: Some(code.to_owned()),
        message: "mismatched types".to_owned(),
        file: "exercises/one.rs".to_owned(),
        line,
        column: 1,
        end_line: line,
        rendered: format!("error[{code}]: mismatched types"),
    }
}
