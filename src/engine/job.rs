//! What is judged, gathered from a set and from what the learner has. It must not run anything.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::check::Package;
use crate::check::package::{self, Files};
use crate::curriculum::{Curriculum, CurriculumError, Exercise, ExerciseId, Form, Format, SetSource};
use crate::workspace::package::{listing, name_in_workspace};

/// One exercise to judge, with all that is needed for it.
#[derive(Clone, Debug)]
pub struct Job<'a> {
    /// The exercise.
    pub exercise: &'a Exercise,
    /// The layout of its set.
    pub format: Format,
    /// The learner's file; of a package, the list of its files.
    pub theirs: String,
    /// The set's start of it; empty for a package.
    pub ours: String,
    /// The learner's files, where the exercise is a package; by their paths inside of it.
    pub package: Files,
    /// The set's companion files, by path; of a package, all that it starts with, as they are called in a set.
    pub companions: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'a> Job<'a> {
    /// The job for an exercise of a set: `theirs` is the learner's file, `package` are the files where it is a package.
    pub fn new(
        set: &SetSource,
        curriculum: &'a Curriculum,
        id: ExerciseId,
        theirs: String,
        package: Files,
    ) -> Result<Self, CurriculumError> {
        let exercise = curriculum.exercise(id);
        let mut companions = BTreeMap::new();
        for path in set.list(&exercise.companions) {
            let bytes = set.read(&path)?.into_owned();
            companions.insert(path, bytes);
        }
        for step in earlier_steps(curriculum, exercise) {
            for (inside, bytes) in step_files(set, step)? {
                if package::is_locked(step, &inside) && is_checked_again(&inside) {
                    companions.entry(exercise.path.join(inside)).or_insert(bytes);
                }
            }
        }
        // Made of the files that are judged: evidence and remembered verdicts stand on it.
        let theirs = if exercise.form == Form::Package { listing(&package) } else { theirs };
        let ours = if exercise.form == Form::Package { String::new() } else { set.text(&exercise.path)? };
        Ok(Self { exercise, format: curriculum.format, theirs, ours, package, companions })
    }

    /// The package that is judged, where the exercise is one; where it lies is filled in later.
    pub(super) fn package(&self, nonce: &str) -> Option<Package> {
        if self.exercise.form != Form::Package {
            return None;
        }
        let inside = |path: &PathBuf| path.strip_prefix(&self.exercise.path).map(name_in_workspace).ok();
        let sets: Files =
            self.companions.iter().filter_map(|(path, bytes)| Some((inside(path)?, bytes.clone()))).collect();
        let mut learners = self.package.clone();
        // cargo writes lock files by itself; only one that the set starts with is part of the exercise.
        learners.retain(|path, _| !is_lock(path) || sets.contains_key(path));
        Some(Package::new(self.exercise, &learners, &sets, nonce))
    }
}

/// Whether this is cargo's lock file.
#[must_use]
pub fn is_lock(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "Cargo.lock")
}

/// A step's manifest belongs to that step alone; its tests stay true in all later ones.
fn is_checked_again(path: &Path) -> bool {
    !is_lock(path) && path.file_name().is_some_and(|name| name != "Cargo.toml")
}

/// The steps of a project before this one, latest first; none where it does not carry on from them.
#[must_use]
pub fn earlier_steps<'a>(curriculum: &'a Curriculum, exercise: &Exercise) -> Vec<&'a Exercise> {
    let mut steps = Vec::new();
    let mut at = exercise;
    while let Some(previous) = curriculum.previous_step(at) {
        steps.push(previous);
        at = previous;
    }
    steps
}

/// The files with which a package starts, by their paths in a workspace. A step that carries on starts with the
/// reference of the one before, and with its own files laid over it.
pub fn start_of(
    set: &SetSource,
    curriculum: &Curriculum,
    exercise: &Exercise,
) -> Result<Files, CurriculumError> {
    let mut files = match curriculum.previous_step(exercise) {
        Some(previous) => reference_of(set, curriculum, previous)?,
        None => Files::new(),
    };
    files.extend(step_files(set, exercise)?);
    Ok(files)
}

/// The files of a package as its solution has them: it holds what differs.
pub fn reference_of(
    set: &SetSource,
    curriculum: &Curriculum,
    exercise: &Exercise,
) -> Result<Files, CurriculumError> {
    let mut files = start_of(set, curriculum, exercise)?;
    lay_over(&mut files, below(set, &exercise.solution)?);
    Ok(files)
}

/// Lays files that differ over others; `src/lib.rs.removed` takes `src/lib.rs` away.
pub fn lay_over(files: &mut Files, differing: Files) {
    for (path, bytes) in differing {
        match path.to_str().and_then(|path| path.strip_suffix(".removed")) {
            Some(removed) => files.remove(Path::new(removed)),
            None => files.insert(path, bytes),
        };
    }
}

/// What the set itself holds for a package, by the paths that it has in a workspace.
pub fn step_files(set: &SetSource, exercise: &Exercise) -> Result<Files, CurriculumError> {
    below(set, &exercise.path)
}

fn below(set: &SetSource, dir: &Path) -> Result<Files, CurriculumError> {
    let mut files = Files::new();
    for path in set.list(dir) {
        let bytes = set.read(&path)?.into_owned();
        let inside = path.strip_prefix(dir).map(Path::to_path_buf).unwrap_or_default();
        files.insert(name_in_workspace(&inside), bytes);
    }
    Ok(files)
}
