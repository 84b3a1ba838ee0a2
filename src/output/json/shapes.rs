//! The objects of the contract, borrowed from the messages. It must not compute more than counts.

use std::path::Path;

use serde::Serialize;

use crate::check::{CheckResult, Diagnostic, Level, Outcome, Verdict, Word};
use crate::curriculum::Reading;
use crate::message::{
    Hint, Ids, Map, MapExercise, MapStage, MapTopic, Problem, Report, ToolLine, Verification,
};
use crate::progress::{ExerciseState, State};

#[derive(Serialize)]
pub(super) struct List<'a> {
    set: Set<'a>,
    stages: Vec<Stage<'a>>,
}

#[derive(Serialize)]
struct Set<'a> {
    name: &'a str,
    format_version: u8,
}

#[derive(Serialize)]
struct Stage<'a> {
    id: &'a str,
    title: &'a str,
    state: State,
    topics: Vec<Topic<'a>>,
}

#[derive(Serialize)]
struct Topic<'a> {
    id: &'a str,
    title: &'a str,
    state: State,
    requires: &'a [String],
    exercises: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    path: String,
    kind: &'a str,
    tier: char,
    checks: &'a [String],
    minutes: u32,
    state: ExerciseState,
    changed: bool,
}

impl<'a> List<'a> {
    pub(super) fn of(map: &'a Map) -> Self {
        let set = Set { name: &map.set, format_version: map.format_version };
        Self { set, stages: map.stages.iter().map(Stage::of).collect() }
    }
}

impl<'a> Stage<'a> {
    fn of(stage: &'a MapStage) -> Self {
        let topics = stage.topics.iter().map(Topic::of).collect();
        Self { id: &stage.id, title: &stage.title, state: stage.state, topics }
    }
}

impl<'a> Topic<'a> {
    fn of(topic: &'a MapTopic) -> Self {
        let exercises = topic.exercises.iter().map(Listed::of).collect();
        let (id, title, requires) = (&topic.id, &topic.title, &topic.requires);
        Self { id, title, state: topic.state, requires, exercises }
    }
}

impl<'a> Listed<'a> {
    fn of(exercise: &'a MapExercise) -> Self {
        Self {
            name: &exercise.name,
            path: slashes(&exercise.path),
            kind: &exercise.kind,
            tier: exercise.tier,
            checks: &exercise.checks,
            minutes: exercise.minutes,
            state: exercise.state,
            changed: exercise.changed,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Verify<'a> {
    exercises: Vec<Exercise<'a>>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
struct Summary<'a> {
    passed: usize,
    failed: usize,
    partial: usize,
    total: usize,
    mastered_topics: &'a [String],
}

#[derive(Serialize)]
struct Exercise<'a> {
    name: &'a str,
    topic: &'a str,
    stage: &'a str,
    outcome: Word,
    cached: bool,
    checks: Vec<CheckLine<'a>>,
}

#[derive(Serialize)]
struct CheckLine<'a> {
    check: &'a str,
    verdict: Word,
    duration_ms: u128,
    /// Empty for a pass.
    reason: &'a str,
    /// Null unless the verdict is `unavailable`.
    install: Option<&'a str>,
}

impl<'a> Verify<'a> {
    pub(super) fn of(verification: &'a Verification) -> Self {
        let (passed, partial) = (verification.count(Word::Passed), verification.count(Word::Partial));
        let total = verification.reports.len();
        let failed = total - passed - partial;
        Self {
            exercises: verification.reports.iter().map(|j| Exercise::of(&j.ids, &j.outcome)).collect(),
            summary: Summary { passed, failed, partial, total, mastered_topics: &verification.mastered },
        }
    }
}

impl<'a> Exercise<'a> {
    fn of(ids: &'a Ids, outcome: &'a Outcome) -> Self {
        Self {
            name: &outcome.exercise,
            topic: &ids.topic,
            stage: &ids.stage,
            outcome: outcome.word(),
            cached: outcome.cached,
            checks: outcome.checks.iter().map(CheckLine::of).collect(),
        }
    }
}

impl<'a> CheckLine<'a> {
    fn of(result: &'a CheckResult) -> Self {
        let install = match &result.judgement.verdict {
            Verdict::Unavailable { install, .. } => Some(install.as_str()),
            _ => None,
        };
        Self {
            check: &result.check,
            verdict: result.judgement.verdict.word(),
            duration_ms: result.took.as_millis(),
            reason: &result.judgement.reason,
            install,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Run<'a> {
    #[serde(flatten)]
    exercise: Exercise<'a>,
    output: &'a str,
    diagnostics: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    level: Level,
    code: Option<&'a str>,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    /// As rustc draws it, without colours.
    rendered: String,
}

impl<'a> Run<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let judgements = || report.outcome.checks.iter().map(|result| &result.judgement);
        // The check that ran last has seen the most.
        let output = judgements().rev().map(|judgement| judgement.output.as_str()).find(|o| !o.is_empty());
        // Checks that share a build report the same things.
        let mut found: Vec<&Diagnostic> = Vec::new();
        for diagnostic in judgements().flat_map(|judgement| &judgement.diagnostics) {
            if !found.contains(&diagnostic) {
                found.push(diagnostic);
            }
        }
        Self {
            exercise: Exercise::of(&report.ids, &report.outcome),
            output: output.unwrap_or_default(),
            diagnostics: found.into_iter().map(Told::of).collect(),
        }
    }
}

impl<'a> Told<'a> {
    fn of(diagnostic: &'a Diagnostic) -> Self {
        Self {
            level: diagnostic.level,
            code: diagnostic.code.as_deref(),
            message: &diagnostic.message,
            file: &diagnostic.file,
            line: diagnostic.line,
            column: diagnostic.column,
            end_line: diagnostic.end_line,
            rendered: console::strip_ansi_codes(&diagnostic.rendered).into_owned(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct HintLine<'a> {
    exercise: &'a str,
    rung: usize,
    of: usize,
    text: &'a str,
    again: bool,
}

impl<'a> HintLine<'a> {
    pub(super) fn of(hint: &'a Hint) -> Self {
        Self { exercise: &hint.exercise, rung: hint.rung, of: hint.of, text: &hint.text, again: hint.again }
    }
}

#[derive(Serialize)]
pub(super) struct Readings<'a> {
    topic: &'a str,
    readings: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Source<'a> {
    title: &'a str,
    url: &'a str,
    minutes: u32,
}

impl<'a> Readings<'a> {
    pub(super) fn of(topic: &'a str, readings: &'a [Reading]) -> Self {
        let source = |r: &'a Reading| Source { title: &r.title, url: &r.url, minutes: r.minutes };
        Self { topic, readings: readings.iter().map(source).collect() }
    }
}

#[derive(Serialize)]
pub(super) struct Solution<'a> {
    path: String,
    text: &'a str,
}

impl<'a> Solution<'a> {
    pub(super) fn of(path: &Path, text: &'a str) -> Self {
        Self { path: slashes(path), text }
    }
}

#[derive(Serialize)]
pub(super) struct Tools<'a> {
    tools: Vec<Tool<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'a str,
    found: Option<&'a str>,
    needed: bool,
    lost: &'a str,
    install: &'a str,
}

impl<'a> Tools<'a> {
    pub(super) fn of(lines: &'a [ToolLine]) -> Self {
        let tool = |line: &'a ToolLine| Tool {
            name: &line.name,
            found: line.found.as_deref(),
            needed: line.needed,
            lost: &line.lost,
            install: &line.install,
        };
        Self { tools: lines.iter().map(tool).collect() }
    }
}

#[derive(Serialize)]
pub(super) struct Trouble<'a> {
    problem: Faults<'a>,
}

#[derive(Serialize)]
struct Faults<'a> {
    what: &'a str,
    because: &'a [String],
    help: &'a [String],
}

impl<'a> Trouble<'a> {
    pub(super) fn of(problem: &'a Problem) -> Self {
        let Problem { what, because, help } = problem;
        Self { problem: Faults { what, because, help } }
    }
}

/// Paths are the same on every system.
pub(super) fn slashes(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
