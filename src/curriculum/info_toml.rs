//! `info.toml` and `topic.toml`, format 2, into a [`Curriculum`]. Raw tables here, rules in `validate`. It must
//! not guess: an unknown key is an error.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;
use toml::Spanned;

use super::validate::{self, CurriculumError, Fault};
use super::{
    Curriculum, Exercise, Form, Format, Limits, Options, Reading, SetSource, Stage, Tier, Topic, Trap,
};

/// Only what tells the formats apart.
#[derive(Deserialize)]
struct Version {
    format_version: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInfo {
    #[expect(dead_code, reason = "read by `Version`; here so that it is a known key")]
    format_version: u8,
    #[serde(default)]
    stages: Vec<RawStage>,
    #[serde(default)]
    topics: Vec<RawTopic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStage {
    id: Spanned<String>,
    title: String,
    #[serde(default)]
    goal: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopic {
    id: Spanned<String>,
    stage: Spanned<String>,
    title: String,
    #[serde(default)]
    requires: Vec<Spanned<String>>,
    #[serde(default)]
    reading: Vec<RawReading>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReading {
    title: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    minutes: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTopicFile {
    #[serde(default)]
    exercises: Vec<RawExercise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExercise {
    name: Spanned<String>,
    #[serde(default)]
    formerly: Vec<String>,
    kind: String,
    tier: RawTier,
    minutes: Spanned<u32>,
    #[serde(default)]
    after: Vec<Spanned<String>>,
    checks: Vec<Spanned<String>>,
    #[serde(default)]
    crates: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    limits: RawLimits,
    #[serde(default)]
    deny: Vec<String>,
    #[serde(default)]
    permit: BTreeSet<String>,
    #[serde(default)]
    options: RawOptions,
    #[serde(default)]
    fails_with: BTreeSet<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    hints: Vec<String>,
    #[serde(default)]
    traps: Vec<RawTrap>,
    #[serde(default)]
    locked: Vec<String>,
    step: Option<u32>,
    carry: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
enum RawTier {
    A,
    B,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLimits {
    seconds: Option<u64>,
    build_seconds: Option<u64>,
    memory_mb: Option<u64>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOptions {
    editions: Option<Vec<String>>,
    profiles: Option<Vec<String>>,
    features: Option<Vec<String>>,
    seeds: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTrap {
    fails: BTreeSet<String>,
    belief: String,
    says: String,
    answer: Option<String>,
}

/// Reads a set of either format. `known_checks` are the words that `checks` may hold.
pub fn load(source: &SetSource, known_checks: &[&str]) -> Result<Curriculum, CurriculumError> {
    let path = Path::new("info.toml");
    let text = source.text(path)?;
    let version: Version = parse(path, &text)?;
    let curriculum = match version.format_version {
        1 => super::format_one::load(source, &text)?,
        2 => load_two(source, path, &text)?,
        other => {
            let what = format!("format_version is {other}; 1 and 2 are known");
            return Err(CurriculumError::one(Fault::new(path, what, "a newer cargo-roadmap may know it")));
        }
    };
    validate::check(source, known_checks, curriculum)
}

/// Parses one TOML file; the error names the line.
pub(super) fn parse<T: serde::de::DeserializeOwned>(path: &Path, text: &str) -> Result<T, CurriculumError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_at(text, span.start));
        let fault = Fault::new(path, error.message(), "see docs/authoring.md for the keys and their forms");
        CurriculumError::one(Fault { line, ..fault })
    })
}

/// The line of a place in a text, from 1.
pub(super) fn line_at(text: &str, place: usize) -> usize {
    text.as_bytes()[..place.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

fn load_two(source: &SetSource, path: &Path, text: &str) -> Result<Curriculum, CurriculumError> {
    let raw: RawInfo = parse(path, text)?;
    let mut faults = Vec::new();
    let stages: Vec<Stage> = raw
        .stages
        .into_iter()
        .enumerate()
        .map(|(place, stage)| Stage {
            id: stage.id.into_inner(),
            number: place + 1,
            title: stage.title,
            goal: stage.goal,
        })
        .collect();
    let mut topics = Vec::new();
    let mut counts = vec![0_usize; stages.len()];
    for topic in raw.topics {
        let line = line_at(text, topic.stage.span().start);
        let Some(stage) = stages.iter().position(|stage| stage.id == *topic.stage.get_ref()) else {
            let what = format!("there is no stage `{}`", topic.stage.get_ref());
            faults.push(Fault::new(path, what, "name one of `[[stages]]`").at(line));
            continue;
        };
        counts[stage] += 1;
        let dir = format!(
            "exercises/{}_{}/{:02}_{}",
            stage + 1,
            stages[stage].id,
            counts[stage],
            topic.id.get_ref()
        );
        topics.push(to_topic(topic, stage, PathBuf::from(dir)));
    }
    let exercises = load_topics(source, &topics, &mut faults);
    CurriculumError::unless_empty(faults)?;
    Ok(Curriculum {
        name: source.name(),
        format: Format::Two,
        revision: revision(source),
        stages,
        topics,
        exercises,
        order: Vec::new(),
        welcome: None,
        farewell: None,
    })
}

fn to_topic(raw: RawTopic, stage: usize, dir: PathBuf) -> Topic {
    let reading = raw.reading.into_iter();
    Topic {
        id: raw.id.into_inner(),
        stage,
        title: raw.title,
        requires: raw.requires.into_iter().map(Spanned::into_inner).collect(),
        reading: reading.map(|r| Reading { title: r.title, url: r.url, minutes: r.minutes }).collect(),
        dir,
    }
}

fn load_topics(source: &SetSource, topics: &[Topic], faults: &mut Vec<Fault>) -> Vec<Exercise> {
    let mut exercises = Vec::new();
    for (place, topic) in topics.iter().enumerate() {
        let path = topic.dir.join("topic.toml");
        if !source.has(&path) {
            continue;
        }
        let read = source.text(&path).and_then(|text| parse::<RawTopicFile>(&path, &text));
        match read {
            Ok(file) => {
                for raw in file.exercises {
                    exercises.push(to_exercise(source, raw, place, topic));
                }
            }
            Err(error) => faults.extend(error.faults),
        }
    }
    exercises
}

fn to_exercise(source: &SetSource, raw: RawExercise, topic: usize, of: &Topic) -> Exercise {
    let name = raw.name.into_inner();
    let companions = of.dir.join(&name);
    let package = source.has(&companions.join("Cargo.toml.in"));
    let path = if package { companions.clone() } else { of.dir.join(format!("{name}.rs")) };
    let below = path.strip_prefix("exercises").unwrap_or(&path);
    let default = Limits::default();
    let options = Options::default();
    let seconds = |value: Option<u64>, other: Duration| value.map_or(other, Duration::from_secs);
    Exercise {
        solution: Path::new("solutions").join(below),
        formerly: raw.formerly,
        topic,
        kind: raw.kind,
        tier: if matches!(raw.tier, RawTier::A) { Tier::A } else { Tier::B },
        minutes: raw.minutes.into_inner(),
        after: raw.after.into_iter().map(Spanned::into_inner).collect(),
        checks: raw.checks.into_iter().map(Spanned::into_inner).collect(),
        crates: raw.crates,
        needs: raw.needs,
        limits: Limits {
            run: seconds(raw.limits.seconds, default.run),
            build: seconds(raw.limits.build_seconds, default.build),
            memory_mb: raw.limits.memory_mb.unwrap_or(default.memory_mb),
        },
        deny: raw.deny,
        permit: raw.permit,
        options: Options {
            editions: raw.options.editions.unwrap_or(options.editions),
            profiles: raw.options.profiles.unwrap_or(options.profiles),
            features: raw.options.features.unwrap_or(options.features),
            seeds: raw.options.seeds.unwrap_or(options.seeds),
        },
        fails_with: raw.fails_with,
        note: raw.note,
        hints: raw.hints,
        traps: raw.traps.into_iter().map(to_trap).collect(),
        form: if package { Form::Package } else { Form::File },
        path,
        companions,
        locked: raw.locked,
        step: raw.step,
        carry: raw.carry.is_some(),
        name,
    }
}

fn to_trap(raw: RawTrap) -> Trap {
    Trap { fails: raw.fails, belief: raw.belief, says: raw.says, answer: raw.answer }
}

/// Two sets are the same if this is the same. For the one in the binary its own version says it: hashing
/// all files at every start would cost more than everything else that `list` does.
pub(super) fn revision(source: &SetSource) -> String {
    match source {
        SetSource::BuiltIn => env!("CARGO_PKG_VERSION").to_owned(),
        SetSource::Dir(_) => {
            let info = source.read(Path::new("info.toml")).map(|bytes| blake3::hash(&bytes));
            info.map(|hash| hash.to_hex().chars().take(16).collect()).unwrap_or_default()
        }
    }
}
