//! `solution`: after a pass or the last rung, the set's own solution and why it is so.

use std::fmt::Write as _;
use std::path::Path;

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site::Site;
use crate::curriculum::Form;
use crate::message::{Message, Problem};
use crate::output::Reporter;
use crate::progress::{ExerciseState, states};
use crate::workspace::package::name_in_workspace;

/// Tells the solution where it was earned.
pub fn run(ground: &Ground, reporter: &mut Reporter, name: &str) -> Result<u8, CommandError> {
    let site = Site::open(ground, reporter)?;
    let exercise = site.curriculum.exercise(site.choose(Some(name))?);
    let (seen, of) = (site.progress.hints(&exercise.name), exercise.hints.len());
    let passed = states::exercise(&site.progress, &exercise.name) != ExerciseState::Pending;
    if !passed && seen < of {
        let problem = Problem::new(format!("the solution of `{}` is still closed", exercise.name))
            .because(format!("it opens after a pass, or after the last hint; you have seen {seen} of {of}"))
            .help(format!("`cargo roadmap hint {}` gives the next one", exercise.name));
        return Err(CommandError::Usage(problem));
    }
    let text = match exercise.form {
        Form::File => site.set.text(&exercise.solution)?,
        Form::Package => package(&site, &exercise.solution)?,
    };
    reporter.tell(&Message::Solution { path: exercise.solution.clone(), text })?;
    Ok(code::PASSED)
}

/// The files that differ from the start, one after the other, each under its name.
fn package(site: &Site, dir: &Path) -> Result<String, CommandError> {
    let mut text = String::new();
    for path in site.set.list(dir) {
        let name = name_in_workspace(path.strip_prefix(dir).unwrap_or(&path));
        let _ = writeln!(text, "// ===== {} =====\n\n{}", name.display(), site.set.text(&path)?);
    }
    Ok(text)
}
