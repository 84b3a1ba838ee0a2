//! What a set must keep to, one function for each rule. All faults are told, not the first. It must not
//! mend anything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::source::unsafe_path;
use super::{Curriculum, Exercise, Form, Format, SetSource, order};

/// More than any set has; beyond it somebody made a mistake.
const MOST_EXERCISES: usize = 20_000;

/// A set that cannot be used, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct CurriculumError {
    /// At least one.
    pub faults: Vec<Fault>,
}

/// One thing that is wrong with a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, relative to the set.
    pub file: PathBuf,
    /// The line, where there is one.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub help: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}; {}", self.what, self.help)
    }
}

impl Fault {
    /// A fault in a file.
    #[must_use]
    pub fn new(file: &Path, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { file: file.to_path_buf(), line: None, what: what.into(), help: help.into() }
    }

    /// The same with its line.
    #[must_use]
    pub fn at(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }
}

impl CurriculumError {
    /// An error with one fault.
    #[must_use]
    pub fn one(fault: Fault) -> Self {
        Self { faults: vec![fault] }
    }

    /// An error, if there are faults.
    pub fn unless_empty(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self { faults }) }
    }
}

/// Holds a set to all rules, and puts its exercises into the order of study.
pub(super) fn check(
    source: &SetSource,
    known_checks: &[&str],
    mut curriculum: Curriculum,
) -> Result<Curriculum, CurriculumError> {
    let mut check = Check { source, curriculum: &curriculum, faults: Vec::new(), texts: BTreeMap::new() };
    if curriculum.exercises.len() > MOST_EXERCISES {
        let what = format!("{} exercises; at most {MOST_EXERCISES} are read", curriculum.exercises.len());
        return Err(CurriculumError::one(Fault::new(Path::new("info.toml"), what, "split the set")));
    }
    check.ids();
    check.requirements();
    check.names();
    for exercise in &curriculum.exercises {
        check.check_words(exercise, known_checks);
        check.files(exercise);
        check.texts_are_plain(exercise);
        check.numbers(exercise);
        check.signatures(exercise);
    }
    let faults = check.faults;
    CurriculumError::unless_empty(faults)?;
    curriculum.order = order::of(&curriculum)?;
    Ok(curriculum)
}

struct Check<'a> {
    source: &'a SetSource,
    curriculum: &'a Curriculum,
    faults: Vec<Fault>,
    /// Texts of the TOML files, read only where a fault needs its line.
    texts: BTreeMap<PathBuf, String>,
}

impl Check<'_> {
    /// Adds a fault of an exercise, at the line of its name or of `word` behind it.
    fn fault(&mut self, exercise: &Exercise, word: &str, what: String, help: impl Into<String>) {
        let file = match self.curriculum.format {
            Format::One => PathBuf::from("info.toml"),
            Format::Two => self.curriculum.topics[exercise.topic].dir.join("topic.toml"),
        };
        let source = self.source;
        let text = self.texts.entry(file.clone()).or_insert_with(|| source.text(&file).unwrap_or_default());
        let entry = text.find(&format!("\"{}\"", exercise.name)).unwrap_or(0);
        let place = text[entry..].find(word).map_or(entry, |offset| entry + offset);
        let line = super::info_toml::line_at(text, place);
        self.faults.push(Fault::new(&file, what, help).at(line));
    }

    fn map_fault(&mut self, word: &str, what: String, help: &str) {
        let file = PathBuf::from("info.toml");
        let source = self.source;
        let text = self.texts.entry(file.clone()).or_insert_with(|| source.text(&file).unwrap_or_default());
        let line = text.find(&format!("\"{word}\"")).map(|place| super::info_toml::line_at(text, place));
        self.faults.push(Fault { line, ..Fault::new(&file, what, help) });
    }

    fn ids(&mut self) {
        if self.curriculum.format == Format::One {
            return;
        }
        let stages = self.curriculum.stages.iter().map(|stage| &stage.id);
        let ids: Vec<&String> = stages.chain(self.curriculum.topics.iter().map(|topic| &topic.id)).collect();
        let mut seen = BTreeSet::new();
        for id in ids {
            if !is_name(id) {
                self.map_fault(id, format!("the id `{id}` is no name"), NAME_HELP);
            }
            if !seen.insert(id) {
                self.map_fault(id, format!("the id `{id}` is there twice"), "give one of them another id");
            }
        }
    }

    fn requirements(&mut self) {
        let curriculum = self.curriculum;
        let known: BTreeSet<&str> = curriculum.topics.iter().map(|topic| topic.id.as_str()).collect();
        for topic in &curriculum.topics {
            for required in topic.requires.iter().filter(|id| !known.contains(id.as_str())) {
                let what = format!("`{}` requires `{required}`, and there is no such topic", topic.id);
                self.map_fault(required, what, "name the id of a topic");
            }
        }
        for exercise in &curriculum.exercises {
            for after in exercise.after.iter().filter(|id| !known.contains(id.as_str())) {
                let what = format!("`{}` comes after `{after}`, and there is no such topic", exercise.name);
                self.fault(exercise, after, what, "name the id of a topic");
            }
        }
    }

    fn names(&mut self) {
        let curriculum = self.curriculum;
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for exercise in &curriculum.exercises {
            let name = exercise.name.as_str();
            let fine = match curriculum.format {
                Format::One => !name.is_empty() && unsafe_path(&exercise.path).is_none(),
                Format::Two => is_name(name) && unsafe_path(&exercise.path).is_none(),
            };
            if !fine {
                self.fault(
                    exercise,
                    name,
                    format!("`{}` is no name for an exercise", name.escape_default()),
                    NAME_HELP,
                );
            }
            for name in std::iter::once(name).chain(exercise.formerly.iter().map(String::as_str)) {
                if !seen.insert(name) {
                    let what = format!("the name `{name}` is there twice, `formerly` included");
                    self.fault(exercise, name, what, "names are unique in the whole set");
                }
            }
        }
    }

    fn check_words(&mut self, exercise: &Exercise, known: &[&str]) {
        if exercise.checks.is_empty() {
            let what = format!("`{}` has no check", exercise.name);
            self.fault(exercise, "checks", what, "without a verdict nobody can pass it");
        }
        for word in exercise.checks.iter().filter(|word| !known.contains(&word.as_str())) {
            let nearest = known
                .iter()
                .max_by(|a, b| strsim::jaro_winkler(a, word).total_cmp(&strsim::jaro_winkler(b, word)));
            let help = nearest.map_or_else(String::new, |near| format!("did you mean `{near}`?"));
            let what = format!("`{}` has the unknown check `{}`", exercise.name, word.escape_default());
            self.fault(exercise, word, what, help);
        }
    }

    fn files(&mut self, exercise: &Exercise) {
        let both =
            exercise.form == Form::Package && self.source.has(&exercise.companions.with_extension("rs"));
        if both {
            let what = format!("`{}` is a file and a package", exercise.name);
            self.fault(exercise, "name", what, "keep the file, or the directory with Cargo.toml.in");
        }
        if exercise.form == Form::Package {
            return;
        }
        if !self.source.has(&exercise.path) {
            let what = format!("`{}` has no file {}", exercise.name, exercise.path.display());
            self.fault(exercise, "name", what, "add the file, or take the entry out");
        }
        if self.curriculum.format == Format::Two && !self.source.has(&exercise.solution) {
            let what = format!("`{}` has no solution {}", exercise.name, exercise.solution.display());
            self.fault(exercise, "name", what, "add the solution: the part above the line");
        }
    }

    /// What a learner's terminal shows must not be able to steer it.
    fn texts_are_plain(&mut self, exercise: &Exercise) {
        let says = exercise.traps.iter().map(|trap| &trap.says);
        let texts = exercise.hints.iter().chain(says).chain([&exercise.kind, &exercise.note]);
        let steering =
            |text: &&String| text.chars().any(|c| c.is_control() && c != '\n' && c != '\t' && c != '\r');
        if texts.filter(steering).count() > 0 {
            let what = format!("a text of `{}` holds control characters", exercise.name);
            self.fault(exercise, "hints", what, "write plain text; the screen adds the colours");
        }
    }

    fn numbers(&mut self, exercise: &Exercise) {
        let limits = exercise.limits;
        let fine = (1..=600).contains(&exercise.minutes)
            && (1..=600).contains(&limits.run.as_secs())
            && (1..=3600).contains(&limits.build.as_secs())
            && (16..=65_536).contains(&limits.memory_mb)
            && exercise.options.seeds >= 1
            && !exercise.options.editions.is_empty()
            && !exercise.options.profiles.is_empty();
        if !fine {
            let what = format!("a number of `{}` is out of its range", exercise.name);
            let help = "minutes 1 to 600, seconds 1 to 600, build_seconds 1 to 3600, memory_mb 16 to 65536, seeds from 1";
            self.fault(exercise, "minutes", what, help);
        }
    }

    fn signatures(&mut self, exercise: &Exercise) {
        let traps = exercise.traps.iter().flat_map(|trap| &trap.fails);
        let odd: Vec<String> =
            traps.chain(&exercise.fails_with).filter(|s| !is_signature(s)).cloned().collect();
        for signature in odd {
            let what = format!("`{}` is no failure signature", signature.escape_default());
            self.fault(
                exercise,
                &signature,
                what,
                "such as E0382@14, test:name, clippy::needless_return@9, timed_out",
            );
        }
        let sets: BTreeSet<_> = exercise.traps.iter().map(|trap| &trap.fails).collect();
        if sets.len() < exercise.traps.len() {
            let what = format!("two traps of `{}` have the same failures", exercise.name);
            self.fault(
                exercise,
                "traps",
                what,
                "nobody could tell the two beliefs apart; shape the tests so that they differ",
            );
        }
    }
}

const NAME_HELP: &str = "3 to 32 of the characters a-z, 0-9 and _, a letter first, and no device of Windows";

fn is_name(name: &str) -> bool {
    (3..=32).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// `code@line`, `kind:word`, or a single word.
fn is_signature(text: &str) -> bool {
    let plain = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-:.".contains(c))
    };
    match text.split_once('@') {
        Some((code, line)) => plain(code) && line.parse::<u32>().is_ok(),
        None => plain(text),
    }
}
