//! `update`: brings a workspace to its set as it is today. What the learner wrote is kept, whatever is replaced is backed
//! up first, and an update that was cut short is finished by the next one. It must not judge.

mod places;
mod plan;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::error::{CommandError, code};
use super::ground::Ground;
use super::handout;
use super::site::{Here, Site, here};
use crate::cli;
use crate::curriculum::crates::{TABLE, lines_of_files};
use crate::message::{Action, Message, Problem, Update, UpdateLine};
use crate::output::Reporter;
use crate::workspace::create::VERSION;
use crate::workspace::manifest::{has_crates, manifest};
use crate::workspace::package::Files;
use crate::workspace::record::Record;
use crate::workspace::{self, SetFile, read_text};
use places::Places;
use plan::{Plan, Planner};

/// Works out what has to change, and does it unless it is only asked for.
pub fn run(ground: &Ground, reporter: &mut Reporter, options: &cli::Update) -> Result<u8, CommandError> {
    let Here::Workspace(workspace) = here(ground)? else {
        return Err(CommandError::NoWorkspace(ground.cwd.clone()));
    };
    let mut site = Site::of(workspace, reporter)?;
    if let Some(newer) = newer(site.workspace.set()) {
        let problem =
            Problem::new(format!("this workspace belongs to cargo-roadmap {newer}, and this is {VERSION}"))
                .because("an older program would bring older exercises back")
                .help("install the newer program again; everything else goes on working with this one");
        return Err(CommandError::Usage(problem));
    }
    let turn = if options.dry_run { None } else { site.workspace.turn()? };
    if turn.is_none() && !options.dry_run {
        let problem = Problem::new("another `cargo roadmap update` is at work in this workspace");
        return Err(CommandError::Usage(problem.help("wait for it, and try again")));
    }
    let wanted = handout::files(&site.set, &site.curriculum)?;
    let record = site.workspace.record();
    let places = Places::find(&record, site.workspace.root(), &site.curriculum);
    let planner = Planner {
        workspace: &site.workspace,
        curriculum: &site.curriculum,
        wanted: &wanted,
        record: &record,
        places: &places,
    };
    let mut plan = planner.plan()?;
    let manifest = renewed_manifest(&site, &record, &mut plan);
    let backup = if options.dry_run { None } else { carry_out(ground, &mut site, &plan, wanted, manifest)? };
    let update = Update {
        set: site.curriculum.name.clone(),
        lines: plan.lines,
        backup: backup.map(|dir| workspace::shown_from(&ground.cwd, &site.workspace.root().join(dir))),
        dry_run: options.dry_run,
    };
    reporter.tell(&Message::Updated(Box::new(update)))?;
    Ok(code::PASSED)
}

/// The manifest for the set of today goes into the plan, unless somebody wrote into the one that is there. Gives back
/// what is recorded of it.
fn renewed_manifest(site: &Site, record: &Record, plan: &mut Plan) -> Vec<u8> {
    let path = Path::new("Cargo.toml");
    let there = read_text(&site.workspace.root().join(path)).unwrap_or_default();
    let lines = lines_of_files(&site.curriculum, &site.set.text(TABLE).unwrap_or_default());
    let crates = has_crates(&there).then_some(lines.as_str());
    let new = manifest(&site.curriculum, site.set.has("kit/lib.rs"), crates);
    if there == new {
        return new.into_bytes();
    }
    let ours = there.is_empty() || record.is_as_given(path, there.as_bytes());
    let action = if ours { Action::Replaced } else { Action::Stays };
    let line = UpdateLine { action, exercise: None, path: path.to_path_buf(), from: None };
    // Somebody's own manifest is mentioned only where there is other news: it stays so at each update.
    if ours || !plan.is_empty() {
        plan.lines.push(line);
    }
    if ours {
        plan.writes.insert(path.to_path_buf(), new.clone().into_bytes());
    }
    new.into_bytes()
}

/// First the backup, then the changes, and last the word that they are done: whatever is cut short is found and done by
/// the next update. Says where the backup is.
fn carry_out(
    ground: &Ground,
    site: &mut Site,
    plan: &Plan,
    wanted: Files,
    manifest: Vec<u8>,
) -> Result<Option<PathBuf>, CommandError> {
    let kept = plan.writes.keys().chain(&plan.removals).chain(&plan.moved);
    let kept: BTreeSet<&Path> = kept.map(PathBuf::as_path).collect();
    let backup = site.workspace.back_up_files(kept, ground.now())?;
    for (from, to) in &plan.moves {
        site.workspace.move_inside(from, to)?;
    }
    for (path, bytes) in &plan.writes {
        site.workspace.replace(path, bytes)?;
    }
    for path in &plan.removals {
        site.workspace.take_away(path)?;
    }
    for (from, _) in &plan.moves {
        site.workspace.tidy(from);
    }
    let mut given = wanted;
    given.insert(PathBuf::from("Cargo.toml"), manifest);
    site.workspace.keep_record(&Record::of(&given))?;
    let curriculum = &site.curriculum;
    site.progress = site.store.update(|progress| progress.follow_renames(curriculum))?;
    site.workspace.now_of(curriculum)?;
    Ok(backup)
}

/// What is said, once for each set, where a workspace is behind it.
pub fn notice(site: &Site) -> Result<Option<String>, CommandError> {
    const TOLD: &str = "told-of-update";
    let (set, today) = (site.workspace.set(), &site.curriculum.revision);
    if set.revision == *today || (set.path.is_some() && !has_other_exercises(site)) {
        return Ok(None);
    }
    if site.workspace.recall(TOLD).is_some_and(|told| told == today.as_bytes()) {
        return Ok(None);
    }
    site.workspace.remember(TOLD, today.as_bytes());
    Ok(Some(match newer(set) {
        Some(newer) => format!("This workspace belongs to cargo-roadmap {newer}, which is newer than this program."),
        None => "The set has changed since this workspace was made. `cargo roadmap update` brings the changes here and \
                 keeps what is yours; with `--dry-run` it only says what it would do."
            .to_owned(),
    }))
}

/// A set on disk changes with every stroke of its author: only an exercise that is new, or gone, is worth a word.
fn has_other_exercises(site: &Site) -> bool {
    let record = site.workspace.record();
    if record.is_empty() {
        return false;
    }
    let places = Places::find(&record, site.workspace.root(), &site.curriculum);
    let today: BTreeSet<&str> = site.curriculum.exercises.iter().map(|it| it.name.as_str()).collect();
    places.names() != today
}

/// The version of the program that this workspace belongs to, where that is newer than this one.
fn newer(set: &SetFile) -> Option<&str> {
    let numbers =
        |version: &str| -> Vec<u64> { version.split('.').map_while(|part| part.parse().ok()).collect() };
    set.version.as_deref().filter(|version| numbers(version) > numbers(VERSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        let set = |version: &str| SetFile {
            name: "set".to_owned(),
            revision: String::new(),
            version: Some(version.to_owned()),
            path: None,
        };
        assert_eq!(newer(&set("999.0.0")), Some("999.0.0"));
        assert_eq!(newer(&set("0.0.99")), None);
        assert_eq!(newer(&set(VERSION)), None);
    }
}
