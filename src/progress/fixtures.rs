//! Sets and outcomes for the tests of this module.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

use crate::check::{CheckResult, Judgement, Outcome, Verdict};
use crate::curriculum::facts::DocFacts;
use crate::curriculum::{
    Curriculum, Exercise, ExerciseId, Form, Format, Limits, Options, Stage, Tier, Topic,
};

use super::{Evidence, Progress};

/// So many seconds after a fixed moment.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

/// An outcome with these verdicts.
pub(super) fn outcome(name: &str, verdicts: &[Verdict]) -> Outcome {
    let words = ["compile", "test", "clippy"];
    let checks = verdicts.iter().zip(words).map(|(verdict, word)| CheckResult {
        check: word.to_owned(),
        judgement: Judgement::of(verdict.clone(), ""),
        took: Duration::ZERO,
    });
    Outcome {
        exercise: name.to_owned(),
        checks: checks.collect(),
        notes: Vec::new(),
        source: format!("text of {name}"),
        content: "rules".to_owned(),
        toolchain: "1.95.0".to_owned(),
        trap: None,
        cached: false,
    }
}

/// An outcome that passed.
pub(super) fn pass(name: &str) -> Outcome {
    outcome(name, &[Verdict::Passed, Verdict::Passed])
}

/// A tool that is missing.
pub(super) fn missing() -> Verdict {
    Verdict::Unavailable { tool: "clippy".to_owned(), install: "rustup component add clippy".to_owned() }
}

/// A pass of that moment.
pub(super) fn evidence(seconds: i64) -> Evidence {
    Evidence {
        at: at(seconds),
        source: "a1b2".to_owned(),
        content: "c3d4".to_owned(),
        checks: vec!["compile".to_owned(), "test".to_owned()],
        partial: false,
        toolchain: "1.95.0".to_owned(),
        rest: toml::Table::new(),
    }
}

/// Passes of these exercises, one a second.
pub(super) fn passed(names: &[&str]) -> Progress {
    let mut progress = Progress::default();
    for (seconds, name) in (0_i64..).zip(names) {
        assert!(progress.record(&pass(name), at(seconds)));
    }
    progress
}

/// A set with these exercises: name, topic, tier; the order of study is that of the list. Topics 0 and 1
/// are in stage 0, the others in stage 1; topic 3 stays empty.
pub(super) fn set(exercises: &[(&str, usize, Tier)]) -> Curriculum {
    let stage = |number: usize| Stage {
        id: format!("stage{number}"),
        number,
        title: format!("Stage {number}"),
        goal: String::new(),
    };
    let topic = |place: usize| Topic {
        id: format!("topic{place}"),
        stage: place / 2,
        title: format!("Topic {place}"),
        requires: Vec::new(),
        reading: Vec::new(),
        dir: PathBuf::new(),
    };
    Curriculum {
        name: "small".to_owned(),
        format: Format::Two,
        revision: String::new(),
        stages: vec![stage(1), stage(2)],
        topics: (0..4).map(topic).collect(),
        exercises: exercises.iter().map(|&(name, topic, tier)| exercise(name, topic, tier)).collect(),
        order: (0..exercises.len()).map(ExerciseId).collect(),
        crates: Vec::new(),
        welcome: None,
        farewell: None,
    }
}

fn exercise(name: &str, topic: usize, tier: Tier) -> Exercise {
    Exercise {
        name: name.to_owned(),
        formerly: Vec::new(),
        topic,
        kind: "fix".to_owned(),
        tier,
        minutes: 5,
        after: Vec::new(),
        checks: vec!["test".to_owned()],
        crates: Vec::new(),
        needs: Vec::new(),
        limits: Limits::default(),
        deny: Vec::new(),
        permit: std::collections::BTreeSet::new(),
        options: Options::default(),
        fails_with: std::collections::BTreeSet::new(),
        note: String::new(),
        hints: Vec::new(),
        traps: Vec::new(),
        form: Form::File,
        path: PathBuf::new(),
        solution: PathBuf::new(),
        companions: PathBuf::new(),
        locked: Vec::new(),
        step: None,
        carry: false,
        source: Vec::new(),
        doc: DocFacts::default(),
        emit: Vec::new(),
        machine: Vec::new(),
        metadata: Vec::new(),
    }
}
