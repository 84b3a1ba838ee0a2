//! `carry`: a step of a project begins with the code of the step before, the learner's own or the set's. It must not
//! judge either.

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site::Site;
use crate::check::package::is_locked;
use crate::cli;
use crate::curriculum::Exercise;
use crate::engine::job::{is_lock, reference_of, step_files};
use crate::message::{Message, Problem};
use crate::output::Reporter;
use crate::progress::Carried;
use crate::workspace::package::Files;
use crate::workspace::{self, WorkspaceError};

/// Lays the code of the step before into the directory of this one, and remembers whose it was.
pub fn run(ground: &Ground, reporter: &mut Reporter, options: &cli::Carry) -> Result<u8, CommandError> {
    let mut site = Site::open(ground, reporter)?;
    let id = site.choose(options.name.as_deref())?;
    let step = site.curriculum.exercise(id).clone();
    let Some(previous) = site.curriculum.previous_step(&step).cloned() else {
        let problem = Problem::new(format!("`{}` does not go on from another exercise", step.name))
            .help("`cargo roadmap list` shows the steps of projects");
        return Err(CommandError::Usage(problem));
    };
    let from = if options.reference { Carried::Reference } else { Carried::Own };
    let mut files = base(&site, &previous, from)?;
    // What belongs to the step itself wins: its tests, and what it adds.
    files.extend(step_files(&site.set, &step)?);
    let kept = site.workspace.back_up(&step, ground.now())?;
    for (path, bytes) in &files {
        workspace::lay(site.workspace.root(), &step.path.join(path), bytes)?;
    }
    site.workspace.remove_others(&step, &files)?;
    site.progress = site.store.update(|progress| progress.carry(&step.name, from))?;
    let whose = match from {
        Carried::Own => format!("your own `{}`", previous.name),
        Carried::Reference => format!("the set's solution of `{}`", previous.name),
    };
    let mut told = format!("{} goes on from {whose}.", step.name);
    if let Some(kept) = kept {
        let place = workspace::shown_from(&ground.cwd, &site.workspace.root().join(kept));
        told = format!("{told} What lay there is in {}.", place.display());
    }
    reporter.tell(&Message::News(told))?;
    Ok(code::PASSED)
}

/// The code of the step before, without what is locked there.
fn base(site: &Site, previous: &Exercise, from: Carried) -> Result<Files, CommandError> {
    let mut files = match from {
        Carried::Reference => reference_of(&site.set, &site.curriculum, previous)?,
        Carried::Own => site.workspace.read_package(previous)?,
    };
    files.retain(|path, _| !is_locked(previous, path) && !is_lock(path));
    if files.is_empty() {
        return Err(WorkspaceError::Missing(site.workspace.path_of(previous)).into());
    }
    Ok(files)
}
