//! Nothing that a learner wrote is lost: what a reset or an update replaces goes to a dated directory in
//! the workspace. It must not delete anything.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{OURS, Workspace, WorkspaceError, read_text, write_whole};
use crate::curriculum::{Exercise, Form};

/// The ending of backups that an update made.
const UPDATE: &str = "-update";

impl Workspace {
    fn backups(&self) -> PathBuf {
        self.root.join(OURS).join("backup")
    }

    /// Copies what the learner has of this exercise to the backup of this moment; says where, relative to the
    /// workspace. Nothing is there, nothing is copied.
    pub fn back_up(
        &self,
        exercise: &Exercise,
        now: jiff::Timestamp,
    ) -> Result<Option<PathBuf>, WorkspaceError> {
        let target = self.fresh_backup(now).join(&exercise.path);
        let source = self.path_of(exercise);
        let copied = match exercise.form {
            Form::File => copy_file(&source, &target)?,
            Form::Package => copy_tree(&source, &target)?,
        };
        Ok(copied.then(|| target.strip_prefix(&self.root).map(Path::to_path_buf).unwrap_or(target)))
    }

    /// Copies these files, named by their paths in the workspace, to the backup of this moment; says where it is,
    /// relative to the workspace. Those that are not there are left out; nothing is copied, none is named.
    pub fn back_up_files<'p>(
        &self,
        paths: impl IntoIterator<Item = &'p Path>,
        now: jiff::Timestamp,
    ) -> Result<Option<PathBuf>, WorkspaceError> {
        // Told apart from what a reset replaced: undoing one is about the learner's last word, not about ours.
        let mut dir = self.fresh_backup(now).into_os_string();
        dir.push(UPDATE);
        let dir = PathBuf::from(dir);
        let mut copied = false;
        for path in paths {
            copied |= copy_file(&self.root.join(path), &dir.join(path))?;
        }
        Ok(copied.then(|| dir.strip_prefix(&self.root).map(Path::to_path_buf).unwrap_or(dir)))
    }

    /// A directory name that says when, in UTC; two backups within a second share it only if they hold
    /// different exercises.
    fn fresh_backup(&self, now: jiff::Timestamp) -> PathBuf {
        // No colons: Windows does not allow them in names.
        self.backups().join(now.strftime("%Y-%m-%dT%H-%M-%S%.6fZ").to_string())
    }

    /// Brings back the newest backup of an exercise; what stood in its place is backed up in turn.
    /// Says where that is.
    pub fn undo_reset(
        &self,
        exercise: &Exercise,
        now: jiff::Timestamp,
    ) -> Result<Option<PathBuf>, WorkspaceError> {
        let newest =
            self.newest_backup(exercise).ok_or_else(|| WorkspaceError::NoBackup(exercise.name.clone()))?;
        let kept = self.back_up(exercise, now)?;
        match exercise.form {
            Form::File => write_whole(&self.path_of(exercise), read_text(&newest)?.as_bytes())?,
            Form::Package => {
                copy_tree(&newest, &self.path_of(exercise))?;
            }
        }
        Ok(kept)
    }

    fn newest_backup(&self, exercise: &Exercise) -> Option<PathBuf> {
        let mut dates: Vec<PathBuf> =
            std::fs::read_dir(self.backups()).ok()?.flatten().map(|entry| entry.path()).collect();
        dates.retain(|date| !date.to_string_lossy().ends_with(UPDATE));
        dates.sort();
        dates.into_iter().rev().map(|date| date.join(&exercise.path)).find(|path| path.exists())
    }
}

fn copy_file(source: &Path, target: &Path) -> Result<bool, WorkspaceError> {
    match std::fs::read(source) {
        Ok(bytes) => write_whole(target, &bytes).map(|()| true),
        // Where a file stands in the place of a directory, nothing is below it either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(WorkspaceError::io(source)(error)),
    }
}

/// Copies files and directories; links are left out, since they may lead anywhere, and so is what
/// cargo built.
fn copy_tree(source: &Path, target: &Path) -> Result<bool, WorkspaceError> {
    let Ok(entries) = std::fs::read_dir(source) else { return Ok(false) };
    let mut copied = false;
    for entry in entries.flatten() {
        let (from, to) = (entry.path(), target.join(entry.file_name()));
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && entry.file_name() != "target" => copied |= copy_tree(&from, &to)?,
            Ok(kind) if kind.is_file() => copied |= copy_file(&from, &to)?,
            _ => {}
        }
    }
    Ok(copied)
}
