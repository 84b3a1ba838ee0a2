//! Where exercises lay when a workspace was last written, under the names that they had then. It must not know what
//! becomes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::curriculum::{Curriculum, Exercise, Form};
use crate::workspace::record::Record;

/// The places of exercises, by name.
#[derive(Debug, Default)]
pub(super) struct Places {
    files: BTreeMap<String, PathBuf>,
    packages: BTreeMap<String, PathBuf>,
    /// Names that an exercise has today: they are nobody's earlier name.
    today: BTreeSet<String>,
}

impl Places {
    /// From what was recorded; where nothing was, from what lies in the workspace.
    pub(super) fn find(record: &Record, root: &Path, curriculum: &Curriculum) -> Self {
        let today = curriculum.exercises.iter().map(|exercise| exercise.name.clone()).collect();
        let mut places = Self { today, ..Self::default() };
        let known = if record.is_empty() { on_disk(root) } else { record.paths().collect() };
        for path in known {
            places.add(&path);
        }
        places
    }

    /// `exercises/<stage>/<topic>/<name>.rs` is a file exercise, and a package has its manifest one below.
    fn add(&mut self, path: &Path) {
        let parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).collect();
        match parts.as_slice() {
            ["exercises", _, _, file] => {
                if let Some(name) = file.strip_suffix(".rs") {
                    self.files.insert(name.to_owned(), path.to_path_buf());
                }
            }
            ["exercises", _, _, name, "Cargo.toml"] => {
                let dir = path.parent().unwrap_or(path);
                self.packages.insert((*name).to_owned(), dir.to_path_buf());
            }
            _ => {}
        }
    }

    /// Where this exercise was, under its name or an earlier one.
    pub(super) fn of(&self, exercise: &Exercise) -> Option<PathBuf> {
        let known = match exercise.form {
            Form::File => &self.files,
            Form::Package => &self.packages,
        };
        let earlier = exercise.formerly.iter().filter(|name| !self.today.contains(*name));
        std::iter::once(&exercise.name).chain(earlier).find_map(|name| known.get(name)).cloned()
    }

    /// Whether an exercise lay in this file.
    pub(super) fn is_file_exercise(&self, path: &Path) -> bool {
        self.files.values().any(|file| file == path)
    }

    /// The package in which this file lay.
    pub(super) fn package_of(&self, path: &Path) -> Option<PathBuf> {
        self.packages.values().find(|package| path.starts_with(package)).cloned()
    }

    /// The names of all exercises there were.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        self.files.keys().chain(self.packages.keys()).map(String::as_str).collect()
    }
}

/// The files at the depth of exercises and of their manifests.
fn on_disk(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut todo = vec![(PathBuf::from("exercises"), 0)];
    while let Some((dir, depth)) = todo.pop() {
        for entry in std::fs::read_dir(root.join(&dir)).into_iter().flatten().flatten() {
            let path = dir.join(entry.file_name());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() && depth < 3 => todo.push((path, depth + 1)),
                Ok(kind) if kind.is_file() => found.push(path),
                _ => {}
            }
        }
    }
    found
}
