//! `reset`: the start comes back, and what the learner wrote is kept. It never moves the current exercise.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site::Site;
use crate::cli;
use crate::curriculum::{Exercise, ExerciseId, Form};
use crate::engine::job::step_files;
use crate::message::Message;
use crate::output::Reporter;

/// Resets what was named, or undoes a reset.
pub fn run(ground: &Ground, reporter: &mut Reporter, options: &cli::Reset) -> Result<u8, CommandError> {
    let mut site = Site::open(ground, reporter)?;
    if let Some(name) = &options.undo {
        return undo(ground, &mut site, reporter, name);
    }
    for id in chosen(&site, options)? {
        let name = site.curriculum.exercise(id).name.clone();
        let kept = reset_one(ground, &mut site, id)?;
        let told = match kept {
            Some(path) => format!("{name} is back at its start. What you had is in {}.", path.display()),
            None => format!("{name} is at its start."),
        };
        reporter.tell(&Message::News(told))?;
    }
    Ok(code::PASSED)
}

fn chosen(site: &Site, options: &cli::Reset) -> Result<Vec<ExerciseId>, CommandError> {
    if options.all {
        return site.select("all");
    }
    let ids = |wanted: Option<usize>, name: &str, of: fn(&Site, ExerciseId) -> usize| {
        let wanted = wanted.ok_or_else(|| site.unknown(name))?;
        Ok(site.curriculum.order.iter().copied().filter(|&id| of(site, id) == wanted).collect())
    };
    if let Some(name) = &options.topic {
        let place = site.curriculum.topics.iter().position(|topic| topic.id == *name);
        return ids(place, name, |site, id| site.curriculum.exercise(id).topic);
    }
    if let Some(name) = &options.stage {
        let is = |stage: &crate::curriculum::Stage| stage.id == *name || stage.number.to_string() == *name;
        let place = site.curriculum.stages.iter().position(is);
        return ids(place, name, |site, id| site.curriculum.topic_of(id).stage);
    }
    options.names.iter().map(|name| site.choose(Some(name))).collect()
}

/// Resets one exercise; says where the old text is, relative to where the user stands. A file that is at its
/// start already is left alone.
pub fn reset_one(ground: &Ground, site: &mut Site, id: ExerciseId) -> Result<Option<PathBuf>, CommandError> {
    let exercise = site.curriculum.exercise(id).clone();
    let untouched =
        exercise.form == Form::File && site.workspace.read(&exercise).ok() == Some(site.start_of(&exercise)?);
    let mut kept = None;
    if !untouched {
        kept = site.workspace.back_up(&exercise, ground.now())?;
        put_start(site, &exercise)?;
    }
    site.progress = site.store.update(|progress| {
        progress.reset(&exercise.name);
    })?;
    Ok(kept.map(|path| shown(ground, site, &path)))
}

fn put_start(site: &Site, exercise: &Exercise) -> Result<(), CommandError> {
    match exercise.form {
        Form::File => Ok(site.workspace.write(exercise, &site.start_of(exercise)?)?),
        Form::Package => {
            // Nothing of a step is there before somebody says from what it goes on.
            let files = step_files(&site.set, exercise)?;
            for (path, bytes) in &files {
                crate::workspace::lay(site.workspace.root(), &exercise.path.join(path), bytes)?;
            }
            Ok(site.workspace.remove_others(exercise, &files)?)
        }
    }
}

fn undo(ground: &Ground, site: &mut Site, reporter: &mut Reporter, name: &str) -> Result<u8, CommandError> {
    let exercise = site.curriculum.exercise(site.choose(Some(name))?).clone();
    let kept = site.workspace.undo_reset(&exercise, ground.now())?;
    site.store.update(|progress| {
        progress.undo_reset(&exercise.name);
    })?;
    let mut told = format!("{} is as it was before its last reset.", exercise.name);
    if let Some(path) = kept {
        let _ = write!(told, " What stood there is in {}.", shown(ground, site, &path).display());
    }
    reporter.tell(&Message::News(told))?;
    Ok(code::PASSED)
}

fn shown(ground: &Ground, site: &Site, path: &Path) -> PathBuf {
    crate::workspace::shown_from(&ground.cwd, &site.workspace.root().join(path))
}
