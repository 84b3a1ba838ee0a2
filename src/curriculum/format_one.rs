//! Format 1: the `info.toml` of rustlings and of the community sets written for it, read as it is. One stage, a
//! topic for each directory. It must not be stricter than the program that the format was made for.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::info_toml::{parse, revision};
use super::validate::CurriculumError;
use super::{Curriculum, Exercise, Form, Format, Limits, Options, SetSource, Stage, Tier, Topic};

// Facts about the format, from its published runner: the binary is always run after the tests; `test` (true
// unless said otherwise) adds them; `strict_clippy` makes warnings fail, and without it the linter's
// warnings are shown and do not count; `skip_check_unsolved` concerns authors alone.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInfo {
    #[expect(dead_code, reason = "read before; here so that it is a known key")]
    format_version: u8,
    welcome_message: Option<String>,
    final_message: Option<String>,
    exercises: Vec<RawExercise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExercise {
    name: String,
    dir: Option<String>,
    #[serde(default = "yes")]
    test: bool,
    #[serde(default)]
    strict_clippy: bool,
    #[serde(default)]
    #[expect(dead_code, reason = "only a check for authors; here so that it is a known key")]
    skip_check_unsolved: bool,
    #[serde(default)]
    hint: String,
}

fn yes() -> bool {
    true
}

/// Reads the map; the exercises' files are read when they are needed.
pub(super) fn load(source: &SetSource, text: &str) -> Result<Curriculum, CurriculumError> {
    let raw: RawInfo = parse(Path::new("info.toml"), text)?;
    let mut topics: Vec<Topic> = Vec::new();
    let mut exercises = Vec::new();
    for exercise in raw.exercises {
        let dir = exercise.dir.clone().unwrap_or_default();
        let topic = topics.iter().position(|topic| topic.id == dir).unwrap_or_else(|| {
            topics.push(topic_of(&dir));
            topics.len() - 1
        });
        exercises.push(to_exercise(exercise, topic, &dir));
    }
    let name = source.name();
    Ok(Curriculum {
        revision: revision(source),
        format: Format::One,
        stages: vec![Stage { id: "all".to_owned(), number: 1, title: name.clone(), goal: String::new() }],
        name,
        topics,
        exercises,
        order: Vec::new(),
        welcome: raw.welcome_message,
        farewell: raw.final_message,
    })
}

fn topic_of(dir: &str) -> Topic {
    Topic {
        id: dir.to_owned(),
        stage: 0,
        title: if dir.is_empty() { "exercises".to_owned() } else { dir.to_owned() },
        requires: Vec::new(),
        reading: Vec::new(),
        dir: Path::new("exercises").join(dir),
    }
}

fn to_exercise(raw: RawExercise, topic: usize, dir: &str) -> Exercise {
    let file = PathBuf::from(dir).join(format!("{}.rs", raw.name));
    let mut checks = vec!["compile".to_owned()];
    if raw.test {
        checks.push("test".to_owned());
    }
    if raw.strict_clippy {
        checks.push("clippy".to_owned());
    }
    checks.push("run".to_owned());
    let hint = raw.hint.trim();
    Exercise {
        formerly: Vec::new(),
        topic,
        kind: "fix".to_owned(),
        tier: Tier::A,
        minutes: 10,
        after: Vec::new(),
        checks,
        crates: Vec::new(),
        needs: Vec::new(),
        limits: Limits::default(),
        deny: Vec::new(),
        permit: std::collections::BTreeSet::new(),
        options: Options::default(),
        fails_with: std::collections::BTreeSet::new(),
        note: String::new(),
        hints: if hint.is_empty() { Vec::new() } else { vec![hint.to_owned()] },
        traps: Vec::new(),
        form: Form::File,
        path: Path::new("exercises").join(&file),
        solution: Path::new("solutions").join(&file),
        companions: Path::new("exercises").join(dir).join(&raw.name),
        locked: Vec::new(),
        step: None,
        carry: false,
        name: raw.name,
    }
}
