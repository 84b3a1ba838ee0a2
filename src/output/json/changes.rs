//! The objects of the contract for what was made or changed on disk.

use serde::Serialize;

use super::shapes::slashes;
use crate::message::{Made, Update};

#[derive(Serialize)]
pub(super) struct Files<'a> {
    exercise: &'a str,
    files: Vec<String>,
}

impl<'a> Files<'a> {
    pub(super) fn of(made: &'a Made) -> Self {
        Self { exercise: &made.exercise, files: made.files.iter().map(|path| slashes(path)).collect() }
    }
}

#[derive(Serialize)]
pub(super) struct UpdateDone<'a> {
    set: &'a str,
    dry_run: bool,
    changes: Vec<Change<'a>>,
    backup: Option<String>,
}

#[derive(Serialize)]
struct Change<'a> {
    action: &'static str,
    exercise: Option<&'a str>,
    path: String,
    from: Option<String>,
}

impl<'a> UpdateDone<'a> {
    pub(super) fn of(update: &'a Update) -> Self {
        let changes = update.lines.iter().map(|line| Change {
            action: line.action.word(),
            exercise: line.exercise.as_deref(),
            path: slashes(&line.path),
            from: line.from.as_deref().map(slashes),
        });
        Self {
            set: &update.set,
            dry_run: update.dry_run,
            changes: changes.collect(),
            backup: update.backup.as_deref().map(slashes),
        }
    }
}
