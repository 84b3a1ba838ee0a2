//! `fetch`: everything that exercises need from the network, brought here before it is needed. The only command that
//! uses the network.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::error::{CommandError, code};
use super::ground::Ground;
use super::judging;
use super::site::Site;
use super::trust;
use crate::curriculum::crates::{self, Locked, SIZES, TABLE};
use crate::curriculum::{Exercise, ExerciseId, Form};
use crate::message::Message;
use crate::output::Reporter;
use crate::process::{Cancel, Runner};
use crate::workspace::manifest::Refreshed;

/// Fetches the crates, and builds those that the selected file exercises name; of all exercises where none was named.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    selector: Option<&str>,
) -> Result<u8, CommandError> {
    let site = Site::open(ground, reporter)?;
    let chosen = site.select(selector.unwrap_or("all"))?;
    let waiting = waiting(&site, &chosen);
    if waiting.is_empty() {
        let told = "Nothing to fetch: no exercise of this selection needs a crate.";
        reporter.tell(&Message::News(told.to_owned()))?;
        return Ok(code::PASSED);
    }
    let may_run = trust::ask(ground, reporter, &site.set)?;
    let tools = judging::toolchain(ground, &site, runner)?;
    let engine = judging::engine(ground, &site, runner, &tools, false, may_run)?;
    let locked = crates::locked(&engine.crates.lock());
    let missing: Vec<&Locked> = locked.iter().filter(|package| !is_here(ground, package)).collect();
    reporter.tell(&Message::News(announcement(&site, &missing)))?;
    // Each missing archive is one step, and so is each crate that may have to be built.
    let files = || waiting.iter().copied().filter(|exercise| exercise.form == Form::File);
    let of_files: BTreeSet<&str> = files().flat_map(|it| it.crates.iter().map(String::as_str)).collect();
    let below = crates::below(&engine.crates.lock(), &of_files);
    let bar = reporter.bar(missing.len() + below.len());
    let (cancel, told) = (Cancel::new(), |_| bar.inc(1));
    let fetched = engine.fetch_crates(&cancel, &told).and_then(|fetched| match fetched {
        Ok(()) => engine.build_crates(files(), &cancel, &told),
        refused => Ok(refused),
    });
    bar.finish_and_clear();
    if let Err(said) = fetched? {
        let waiting = waiting.iter().map(|exercise| (exercise.name.clone(), exercise.crates.join(", ")));
        return Err(CommandError::Offline { said, waiting: waiting.collect() });
    }
    let names: Vec<&str> = waiting.iter().map(|exercise| exercise.name.as_str()).collect();
    let told =
        format!("Everything is here now, for {}. From here on no network is needed.", names.join(", "));
    reporter.tell(&Message::News(told))?;
    join_manifest(&site, reporter)?;
    Ok(code::PASSED)
}

fn waiting<'a>(site: &'a Site, chosen: &[ExerciseId]) -> Vec<&'a Exercise> {
    let exercises = chosen.iter().map(|&id| site.curriculum.exercise(id));
    exercises.filter(|exercise| !exercise.crates.is_empty()).collect()
}

/// Whether cargo has the archive of a package already.
fn is_here(ground: &Ground, package: &Locked) -> bool {
    let home = match (ground.var("CARGO_HOME"), ground.var("HOME").or_else(|| ground.var("USERPROFILE"))) {
        (Some(home), _) => PathBuf::from(home),
        (None, Some(home)) => PathBuf::from(home).join(".cargo"),
        (None, None) => return false,
    };
    let registries = std::fs::read_dir(home.join("registry/cache")).into_iter().flatten().flatten();
    let archive = format!("{}-{}.crate", package.name, package.version);
    registries.map(|registry| registry.path().join(&archive)).any(|path| path.is_file())
}

/// What is about to be fetched, and how much that is.
fn announcement(site: &Site, missing: &[&Locked]) -> String {
    if missing.is_empty() {
        return "All archives are on this machine already; building them, which happens once.".to_owned();
    }
    let sizes = crates::sizes(&site.set.text(SIZES).unwrap_or_default());
    let known: Option<u64> = missing.iter().map(|package| sizes.get(&package.label()).copied()).sum();
    let much = known.map_or_else(String::new, |bytes| format!(", {} KiB", bytes.div_ceil(1024)));
    let names: Vec<String> = missing.iter().map(|package| package.label()).collect();
    let archives = if missing.len() == 1 { "archive" } else { "archives" };
    format!("Fetching {} {archives}{much}: {}.", missing.len(), names.join(", "))
}

/// Exercises that use crates join the learner's manifest, now that they can be built by hand as well.
fn join_manifest(site: &Site, reporter: &mut Reporter) -> Result<(), CommandError> {
    let lines = crates::lines_of_files(&site.curriculum, &site.set.text(TABLE).unwrap_or_default());
    let with_kit = site.set.has("kit/lib.rs");
    match site.workspace.refresh_manifest(&site.curriculum, with_kit, &lines)? {
        Refreshed::Written | Refreshed::Same => {}
        Refreshed::Edited => {
            let told = "Your Cargo.toml was edited and stays as it is; to open exercises with crates in your editor, \
                        add the crates to its [dependencies] and the exercises as [[test]].";
            reporter.tell(&Message::News(told.to_owned()))?;
        }
    }
    Ok(())
}
