//! What has to change in a workspace so that it is one of its set as that is today: worked out whole before anything is
//! written. It must not write.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::places::Places;
use crate::check::{package::is_locked, sheet};
use crate::curriculum::{Curriculum, Exercise, Form};
use crate::message::{Action, UpdateLine};
use crate::workspace::package::{Files, files_below};
use crate::workspace::record::{Record, same};
use crate::workspace::{Workspace, WorkspaceError};

/// Everything that will be done, in this order: moves, writes, removals.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What is told.
    pub(super) lines: Vec<UpdateLine>,
    /// Exercises that have another place now, files and whole packages.
    pub(super) moves: Vec<(PathBuf, PathBuf)>,
    /// Files, by their places after the moves.
    pub(super) writes: Files,
    /// Files to take away, by their places after the moves.
    pub(super) removals: BTreeSet<PathBuf>,
    /// Files that are moved as well, by their places before.
    pub(super) moved: BTreeSet<PathBuf>,
}

impl Plan {
    /// Whether nothing is to be done.
    pub(super) fn is_empty(&self) -> bool {
        self.moves.is_empty() && self.writes.is_empty() && self.removals.is_empty()
    }

    fn line(&mut self, action: Action, exercise: Option<&Exercise>, path: &Path, from: Option<&Path>) {
        let (exercise, from) = (exercise.map(|it| it.name.clone()), from.map(Path::to_path_buf));
        self.lines.push(UpdateLine { action, exercise, path: path.to_path_buf(), from });
    }
}

/// All that a plan is made from.
pub(super) struct Planner<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) curriculum: &'a Curriculum,
    /// The files of the set as it is today.
    pub(super) wanted: &'a Files,
    /// What the set gave when the workspace was last written.
    pub(super) record: &'a Record,
    pub(super) places: &'a Places,
}

impl Planner<'_> {
    /// The plan for the whole workspace.
    pub(super) fn plan(&self) -> Result<Plan, WorkspaceError> {
        let mut plan = Plan::default();
        for exercise in &self.curriculum.exercises {
            match exercise.form {
                Form::File => self.file(exercise, &mut plan)?,
                Form::Package => self.package(exercise, &mut plan)?,
            }
        }
        self.ours(&mut plan)?;
        self.gone(&mut plan)?;
        Ok(plan)
    }

    /// Where an exercise lies now, if not where it will, and where its files were when they were recorded.
    fn origin(&self, exercise: &Exercise) -> Result<(Option<PathBuf>, PathBuf), WorkspaceError> {
        let known = self.places.of(exercise).filter(|known| *known != exercise.path);
        let Some(known) = known else { return Ok((None, exercise.path.clone())) };
        let is_there = |path: &Path| match exercise.form {
            Form::File => Ok(self.workspace.root().join(path).exists()),
            // Directories that are left over hold nothing that would be in the way.
            Form::Package => files_in(self.workspace, path).map(|files| !files.is_empty()),
        };
        let moves = is_there(&known)? && !is_there(&exercise.path)?;
        Ok((moves.then(|| known.clone()), known))
    }

    /// A file exercise: its start, or the learner's part above our part of today.
    fn file(&self, exercise: &Exercise, plan: &mut Plan) -> Result<(), WorkspaceError> {
        let Some(start) = self.wanted.get(&exercise.path) else { return Ok(()) };
        let (from, recorded) = self.origin(exercise)?;
        let path = exercise.path.as_path();
        let Some(there) = self.read(from.as_deref().unwrap_or(path))? else {
            plan.writes.insert(path.to_path_buf(), start.clone());
            plan.line(Action::Added, Some(exercise), path, None);
            return Ok(());
        };
        if let Some(from) = &from {
            plan.moves.push((from.clone(), path.to_path_buf()));
            plan.moved.insert(from.clone());
        }
        let action = if same(&there, start) {
            None
        } else if self.record.is_as_given(&recorded, &there) {
            plan.writes.insert(path.to_path_buf(), start.clone());
            Some(Action::Replaced)
        } else {
            let text = |bytes| std::str::from_utf8(bytes).ok();
            // Without a line nothing in a file is ours: sets of format 1.
            let has_part_of_ours = text(start).is_some_and(|start| start.contains(sheet::LINE));
            match text(&there).zip(text(start)).and_then(|(theirs, ours)| sheet::renewed(theirs, ours)) {
                None => has_part_of_ours.then_some(Action::Stays),
                Some(renewed) if renewed.as_bytes() == there => None,
                Some(renewed) => {
                    plan.writes.insert(path.to_path_buf(), renewed.into_bytes());
                    Some(Action::Kept)
                }
            }
        };
        if let Some(action) = action.or(from.is_some().then_some(Action::Moved)) {
            plan.line(action, Some(exercise), path, from.as_deref());
        }
        Ok(())
    }

    /// A package: all of it where nobody touched it, else what is ours in it.
    fn package(&self, exercise: &Exercise, plan: &mut Plan) -> Result<(), WorkspaceError> {
        let path = exercise.path.as_path();
        let want = inside(self.wanted, path);
        let (from, recorded) = self.origin(exercise)?;
        let now = files_in(self.workspace, from.as_deref().unwrap_or(path))?;
        if now.is_empty() {
            plan.writes.extend(want.into_iter().map(|(file, bytes)| (path.join(file), bytes)));
            plan.line(Action::Added, Some(exercise), path, None);
            return Ok(());
        }
        if let Some(from) = &from {
            plan.moves.push((from.clone(), path.to_path_buf()));
            plan.moved.extend(now.keys().map(|file| from.join(file)));
        }
        let as_given = |file: &Path, bytes: &[u8]| self.record.is_as_given(&recorded.join(file), bytes);
        let given = |file: &Path| self.record.knows(&recorded.join(file));
        // An update that was cut short has replaced some files already: those count as untouched.
        let untouched = now.iter().filter(|(file, _)| !is_lock(file)).all(|(file, bytes)| {
            as_given(file, bytes) || want.get(file).is_some_and(|want| same(want, bytes))
        }) && want.keys().all(|file| now.contains_key(file) || !given(file));
        let ours = |file: &Path| untouched || is_locked(exercise, file);
        let mut changed = false;
        for (file, bytes) in want.iter().filter(|(file, _)| ours(file)) {
            if !now.get(file).is_some_and(|there| same(there, bytes)) {
                changed = true;
                plan.writes.insert(path.join(file), bytes.clone());
            }
        }
        for file in now.keys().filter(|file| ours(file) && given(file) && !want.contains_key(*file)) {
            changed = true;
            plan.removals.insert(path.join(file));
        }
        let action = match (changed, untouched) {
            (true, true) => Some(Action::Replaced),
            (true, false) => Some(Action::Kept),
            (false, _) => from.is_some().then_some(Action::Moved),
        };
        if let Some(action) = action {
            plan.line(action, Some(exercise), path, from.as_deref());
        }
        Ok(())
    }

    /// Everything that is no exercise: companions, texts of topics, the support crate.
    fn ours(&self, plan: &mut Plan) -> Result<(), WorkspaceError> {
        for (path, bytes) in self.wanted {
            if self.exercise_at(path).is_some() {
                continue;
            }
            let there = self.read(path)?;
            if there.as_deref().is_some_and(|there| same(there, bytes)) {
                continue;
            }
            plan.writes.insert(path.clone(), bytes.clone());
            let owner = self.curriculum.exercises.iter().find(|it| path.starts_with(&it.companions));
            let told = plan.lines.iter().any(|line| line.exercise.as_ref() == owner.map(|it| &it.name));
            if owner.is_none() || !told {
                let action = if there.is_some() { Action::Replaced } else { Action::Added };
                plan.line(action, owner, path, None);
            }
        }
        Ok(())
    }

    /// What the set gave and has no more.
    fn gone(&self, plan: &mut Plan) -> Result<(), WorkspaceError> {
        let mut packages: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
        let moved = |path: &Path, plan: &Plan| plan.moves.iter().any(|(from, _)| path.starts_with(from));
        for path in self.record.paths() {
            let is_ours = self.wanted.contains_key(&path) || self.exercise_at(&path).is_some();
            if is_ours || moved(&path, plan) || path == Path::new("Cargo.toml") {
                continue;
            }
            if let Some(package) = self.places.package_of(&path) {
                packages.entry(package).or_default().push(path);
            } else if let Some(there) = self.read(&path)? {
                let is_touched = !self.record.is_as_given(&path, &there);
                let stays = is_touched && self.places.is_file_exercise(&path);
                if !stays {
                    plan.removals.insert(path.clone());
                }
                plan.line(if stays { Action::Stays } else { Action::Removed }, None, &path, None);
            }
        }
        for (package, given) in packages {
            let now = files_in(self.workspace, &package)?;
            if now.is_empty() {
                continue;
            }
            let untouched = now
                .iter()
                .filter(|(file, _)| !is_lock(file))
                .all(|(file, bytes)| self.record.is_as_given(&package.join(file), bytes));
            if untouched {
                plan.removals.extend(given);
                plan.removals.extend(now.keys().map(|file| package.join(file)));
            }
            plan.line(if untouched { Action::Removed } else { Action::Stays }, None, &package, None);
        }
        Ok(())
    }

    /// The exercise whose own file this is, or in whose package it lies.
    fn exercise_at(&self, path: &Path) -> Option<&Exercise> {
        self.curriculum.exercises.iter().find(|exercise| match exercise.form {
            Form::File => path == exercise.path,
            Form::Package => path.starts_with(&exercise.path),
        })
    }

    fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, WorkspaceError> {
        let path = self.workspace.root().join(path);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(source) => Err(WorkspaceError::Io { path, source }),
        }
    }
}

/// Nothing has this name, or a file stands where a directory would have to.
fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}

fn files_in(workspace: &Workspace, dir: &Path) -> Result<Files, WorkspaceError> {
    let dir = workspace.root().join(dir);
    if dir.is_dir() { files_below(&dir) } else { Ok(Files::new()) }
}

/// The files below a directory, by their paths in it.
fn inside(files: &Files, dir: &Path) -> Files {
    let below = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(dir).ok()?, bytes)));
    below.map(|(path, bytes)| (path.to_path_buf(), bytes.clone())).collect()
}

/// cargo writes these by itself.
fn is_lock(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "Cargo.lock")
}
