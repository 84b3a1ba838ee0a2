//! The machine contract, version 1: what it says is added to and never changed. ARCHITECTURE.md holds it; a test
//! compares the keys.

use serde::Serialize;
use serde_json::{Value, json};

use crate::check::{CheckResult, Outcome, Verdict, Word};
use crate::message::{Judged, Map, MapExercise, MapStage, MapTopic, Message, Report, ToolLine, Verification};

/// A message as one JSON object; none for words that are no answer.
#[must_use]
pub fn value(message: &Message) -> Option<Value> {
    let value = match message {
        Message::Judged(report) => run(report),
        Message::Verified(verification) => verify(verification),
        Message::Map(map) => list(map),
        Message::Hint(hint) => json!({
            "version": 1, "exercise": hint.exercise, "rung": hint.rung, "of": hint.of, "text": hint.text,
        }),
        Message::Readings { topic, readings } => {
            let list = readings.iter().map(|r| json!({"title": r.title, "url": r.url, "minutes": r.minutes}));
            json!({"version": 1, "topic": topic, "reading": list.collect::<Vec<_>>()})
        }
        Message::Solution { path, text } => json!({"version": 1, "path": slashes(path), "text": text}),
        Message::Tools(lines) => json!({"version": 1, "tools": lines.iter().map(tool).collect::<Vec<_>>()}),
        Message::News(_)
        | Message::Problem(_)
        | Message::Checking(_)
        | Message::Diagnostics(_)
        | Message::Printed(_) => return None,
    };
    Some(value)
}

#[derive(Serialize)]
struct Exercise<'a> {
    name: &'a str,
    topic: &'a str,
    stage: &'a str,
    outcome: &'static str,
    cached: bool,
    checks: Vec<Check<'a>>,
}

#[derive(Serialize)]
struct Check<'a> {
    check: &'a str,
    verdict: &'static str,
    duration_ms: u128,
    reason: &'a str,
    install: Option<&'a str>,
}

fn exercise<'a>(ids: &'a crate::message::Ids, outcome: &'a Outcome) -> Exercise<'a> {
    Exercise {
        name: &outcome.exercise,
        topic: &ids.topic,
        stage: &ids.stage,
        outcome: outcome.word().as_str(),
        cached: outcome.cached,
        checks: outcome.checks.iter().map(check).collect(),
    }
}

fn check(result: &CheckResult) -> Check<'_> {
    let install = match &result.judgement.verdict {
        Verdict::Unavailable { install, .. } => Some(install.as_str()),
        _ => None,
    };
    Check {
        check: &result.check,
        verdict: result.judgement.verdict.word().as_str(),
        duration_ms: result.took.as_millis(),
        reason: &result.judgement.reason,
        install,
    }
}

fn run(report: &Report) -> Value {
    let diagnostics: Vec<Value> = report
        .outcome
        .decisive()
        .map(|result| result.judgement.diagnostics.iter().map(diagnostic).collect())
        .unwrap_or_default();
    let output: String = report.outcome.checks.iter().map(|r| r.judgement.output.as_str()).collect();
    let mut value = json!(exercise(&report.ids, &report.outcome));
    if let Some(object) = value.as_object_mut() {
        object.insert("output".to_owned(), output.into());
        object.insert("diagnostics".to_owned(), diagnostics.into());
        object.insert("version".to_owned(), 1.into());
    }
    value
}

fn diagnostic(found: &crate::check::Diagnostic) -> Value {
    json!({
        "level": found.level, "code": found.code, "message": found.message, "file": found.file,
        "line": found.line, "column": found.column,
        "rendered": console::strip_ansi_codes(&found.rendered),
    })
}

fn verify(verification: &Verification) -> Value {
    let exercises: Vec<Exercise<'_>> =
        verification.reports.iter().map(|Judged { ids, outcome }| exercise(ids, outcome)).collect();
    let (passed, partial) = (verification.count(Word::Passed), verification.count(Word::Partial));
    let total = verification.reports.len();
    json!({
        "version": 1,
        "exercises": exercises,
        "summary": {
            "passed": passed, "failed": total - passed - partial, "partial": partial, "total": total,
            "mastered_topics": verification.mastered,
        },
    })
}

fn list(map: &Map) -> Value {
    json!({
        "version": 1,
        "set": {"name": map.set, "format_version": map.format_version},
        "stages": map.stages.iter().map(stage).collect::<Vec<_>>(),
    })
}

fn stage(stage: &MapStage) -> Value {
    json!({
        "id": stage.id, "title": stage.title, "state": stage.state.as_str(),
        "topics": stage.topics.iter().map(topic).collect::<Vec<_>>(),
    })
}

fn topic(topic: &MapTopic) -> Value {
    json!({
        "id": topic.id, "title": topic.title, "state": topic.state.as_str(), "requires": topic.requires,
        "exercises": topic.exercises.iter().map(listed).collect::<Vec<_>>(),
    })
}

fn listed(exercise: &MapExercise) -> Value {
    json!({
        "name": exercise.name, "path": slashes(&exercise.path), "kind": exercise.kind,
        "tier": exercise.tier.to_string(), "checks": exercise.checks, "minutes": exercise.minutes,
        "state": exercise.state.as_str(), "changed": exercise.changed,
    })
}

fn tool(line: &ToolLine) -> Value {
    json!({
        "name": line.name, "found": line.found, "needed": line.needed, "lost": line.lost, "install": line.install,
    })
}

/// Paths are the same on every system.
fn slashes(path: &std::path::Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
