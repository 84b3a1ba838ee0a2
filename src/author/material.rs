//! What a set holds about one exercise, read once: its entry, start, solution, answers and companions. It must not
//! judge any of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Bench;
use crate::check::package::{Files, is_locked};
use crate::check::probe::Probe;
use crate::check::sheet::{LINE, part_above_the_line};
use crate::curriculum::{Curriculum, CurriculumError, Exercise, ExerciseId, Form, SetSource, Topic};
use crate::message::{Finding, Weight};
use crate::workspace::package::name_in_workspace;

/// What stands in the learner's place: the text of a file, or the files of a package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// The whole file, with what is below the line; empty for a package.
    pub text: String,
    /// By their paths inside of the package.
    pub files: Files,
}

/// An answer beside the solution.
#[derive(Clone, Debug)]
pub struct Answer {
    /// `alt_…`, `wrong_…`, without the ending.
    pub name: String,
    /// Where it lies, relative to the set.
    pub path: PathBuf,
    /// What is judged.
    pub work: Work,
}

/// Everything about one exercise.
#[derive(Clone, Debug)]
pub struct Material<'a> {
    /// Its place in the curriculum.
    pub id: ExerciseId,
    /// The exercise.
    pub exercise: &'a Exercise,
    /// Its topic.
    pub topic: &'a Topic,
    /// The `topic.toml` that holds its entry.
    pub entry: PathBuf,
    /// What that file says.
    pub entry_text: String,
    /// What the topic's `README.md` says; empty where there is none.
    pub readme: String,
    /// What learners begin with.
    pub start: Work,
    /// The set's solution.
    pub solution: Work,
    /// The other answers, by name.
    pub answers: Vec<Answer>,
    /// Mutants of the solution that change nothing, each with the reason.
    pub survivors: BTreeMap<String, String>,
    /// The other files of the exercise, as text.
    pub companions: BTreeMap<PathBuf, String>,
}

/// Reads the material of one exercise.
pub fn read<'a>(
    set: &SetSource,
    curriculum: &'a Curriculum,
    id: ExerciseId,
    bench: &dyn Bench,
) -> Result<Material<'a>, CurriculumError> {
    let exercise = curriculum.exercise(id);
    let topic = curriculum.topic_of(id);
    let entry = topic.dir.join("topic.toml");
    let start = match exercise.form {
        Form::File => Work { text: set.text(&exercise.path)?, files: Files::new() },
        Form::Package => Work { text: String::new(), files: bench.start_of(exercise)? },
    };
    let solution = match exercise.form {
        Form::File => start.with_part(&set.text(&exercise.solution)?),
        Form::Package => Work { text: String::new(), files: bench.reference_of(exercise)? },
    };
    let text = |path: &PathBuf| String::from_utf8_lossy(&set.read(path).unwrap_or_default()).into_owned();
    let companions = set.list(&exercise.companions).into_iter().map(|path| (path.clone(), text(&path)));
    Ok(Material {
        id,
        exercise,
        topic,
        entry_text: if set.has(&entry) { set.text(&entry)? } else { String::new() },
        entry,
        readme: text(&topic.dir.join("README.md")),
        answers: answers(set, exercise, &start),
        survivors: survivors(set, exercise),
        companions: companions.collect(),
        start,
        solution,
    })
}

/// `tests/answers/<name>/survivors.toml`; a file that is no such table excuses nothing.
fn survivors(set: &SetSource, exercise: &Exercise) -> BTreeMap<String, String> {
    let path = Path::new("tests/answers").join(&exercise.name).join("survivors.toml");
    let text = set.root().and_then(|root| std::fs::read_to_string(root.join(path)).ok());
    text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
}

/// The answers in `tests/answers/<name>`: files, and for a package directories with what differs from the start.
fn answers(set: &SetSource, exercise: &Exercise, start: &Work) -> Vec<Answer> {
    let Some(root) = set.root() else { return Vec::new() };
    let dir = Path::new("tests/answers").join(&exercise.name);
    let entries = std::fs::read_dir(root.join(&dir)).into_iter().flatten().flatten();
    let mut found: Vec<Answer> = entries
        .filter_map(|entry| {
            let path = entry.path();
            let name = path.file_stem()?.to_string_lossy().into_owned();
            let work = match exercise.form {
                Form::File if path.extension().is_some_and(|end| end == "rs") => {
                    start.with_part(&std::fs::read_to_string(&path).ok()?)
                }
                Form::Package if path.is_dir() => start.laid_over(&path),
                _ => return None,
            };
            Some(Answer { name, path: dir.join(path.file_name()?), work })
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

impl Work {
    /// The same file with another part above the line.
    #[must_use]
    pub fn with_part(&self, above: &str) -> Self {
        let below = self.text.rfind(LINE).map_or("", |at| &self.text[at..]);
        let end = if above.is_empty() || above.ends_with('\n') { "" } else { "\n" };
        Self { text: format!("{above}{end}{below}"), files: self.files.clone() }
    }

    /// The same package with the files of a directory laid over it; `….removed` takes one away.
    fn laid_over(&self, dir: &Path) -> Self {
        let mut files = self.files.clone();
        let mut differing = Files::new();
        below(dir, dir, &mut differing);
        for (path, bytes) in differing {
            match path.to_str().and_then(|path| path.strip_suffix(".removed")) {
                Some(removed) => files.remove(Path::new(removed)),
                None => files.insert(path, bytes),
            };
        }
        Self { text: String::new(), files }
    }

    /// What is below the line.
    #[must_use]
    pub fn below(&self) -> &str {
        self.text.rfind(LINE).map_or("", |at| &self.text[at..])
    }
}

/// The files below a directory.
fn below(root: &Path, dir: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(root, &path, files);
        } else if let (Ok(inside), Ok(bytes)) = (path.strip_prefix(root), std::fs::read(&path)) {
            files.insert(name_in_workspace(inside), bytes);
        }
    }
}

impl Material<'_> {
    /// The Rust sources that a learner may change: of a file the part above the line, by the path that it has in the
    /// set; of a package those that are not locked, by their paths inside of it.
    #[must_use]
    pub fn open(&self, work: &Work) -> Vec<(PathBuf, String)> {
        if self.exercise.form == Form::File {
            return vec![(self.exercise.path.clone(), part_above_the_line(&work.text))];
        }
        let rust = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
        let open = work.files.iter().filter(|(path, _)| rust(path) && !is_locked(self.exercise, path));
        open.map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect()
    }

    /// The sources of ours that judge: below the line, or the locked Rust files of a package.
    #[must_use]
    pub fn ours(&self) -> Vec<String> {
        if self.exercise.form == Form::File {
            return vec![self.start.below().to_owned()];
        }
        let rust = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
        let ours = self.start.files.iter().filter(|(path, _)| rust(path) && is_locked(self.exercise, path));
        ours.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
    }

    /// The work with one of its open sources replaced.
    #[must_use]
    pub fn replaced(&self, work: &Work, path: &Path, text: &str) -> Work {
        if self.exercise.form == Form::File {
            return work.with_part(text);
        }
        let mut changed = work.clone();
        changed.files.insert(path.to_path_buf(), text.as_bytes().to_vec());
        changed
    }

    /// Where a source of the start lies in the set.
    #[must_use]
    pub fn in_set(&self, path: &Path) -> PathBuf {
        if self.exercise.form == Form::File { path.to_path_buf() } else { self.exercise.path.join(path) }
    }

    /// Whether one of these words is among its checks.
    #[must_use]
    pub fn has_check(&self, words: &[&str]) -> bool {
        self.exercise.checks.iter().any(|check| words.contains(&check.as_str()))
    }

    /// The companions in one directory, as probes.
    #[must_use]
    pub fn probes(&self, kind: &str) -> Vec<Probe> {
        let dir = self.exercise.companions.join(kind);
        let files = self.companions.iter().filter(|(path, _)| {
            path.parent() == Some(dir.as_path()) && path.extension().is_some_and(|end| end == "rs")
        });
        files
            .map(|(path, text)| Probe {
                path: path.clone(),
                stem: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
                text: text.clone(),
            })
            .collect()
    }

    /// The line of `topic.toml` that holds this text, at or behind the name of the exercise; that of the name where it
    /// holds none.
    #[must_use]
    pub fn line_of(&self, text: &str) -> usize {
        let name = format!("name = \"{}\"", self.exercise.name);
        let is_name = |line: &str| line.trim() == name;
        let start = self.entry_text.lines().position(is_name).unwrap_or(0);
        let wanted = text.trim().lines().next().unwrap_or_default();
        let mut rest = self.entry_text.lines().enumerate().skip(start);
        let found = rest.find(|(_, line)| !wanted.is_empty() && line.contains(wanted));
        1 + found.map_or(start, |(line, _)| line)
    }

    /// Whether this line of `topic.toml` belongs to its entry.
    #[must_use]
    pub fn has_line(&self, line: usize) -> bool {
        let opens = |(_, text): &(usize, &str)| text.trim() == "[[exercises]]";
        let heads: Vec<usize> =
            self.entry_text.lines().enumerate().filter(opens).map(|(at, _)| at + 1).collect();
        let around = |of: usize| heads.iter().rposition(|&head| head <= of);
        around(line) == around(self.line_of(""))
    }

    /// A finding about its entry.
    #[must_use]
    pub fn entry(&self, rule: &'static str, what: impl Into<String>, mend: impl Into<String>) -> Finding {
        self.at(rule, &self.entry, Some(self.line_of("")), what, mend)
    }

    /// A finding about one of its files.
    #[must_use]
    pub fn at(
        &self,
        rule: &'static str,
        file: &Path,
        line: Option<usize>,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) -> Finding {
        Finding {
            rule,
            weight: super::rules::weight(rule),
            of: self.exercise.name.clone(),
            file: file.to_path_buf(),
            line,
            what: what.into(),
            mend: mend.into(),
        }
    }

    /// Says that a rule could not be judged here.
    #[must_use]
    pub fn skipped(&self, rule: &'static str, what: impl Into<String>, mend: impl Into<String>) -> Finding {
        Finding { weight: Weight::Skipped, ..self.entry(rule, what, mend) }
    }
}
