//! What `run`, `verify` and `watch` share: the engine for a site, and the report on an outcome. It must not
//! print.

use std::path::PathBuf;

use super::error::CommandError;
use super::ground::Ground;
use super::site::Site;
use super::trust::MayRun;
use crate::check::predict::calibration;
use crate::check::{Outcome, Word};
use crate::curriculum::{Exercise, ExerciseId};
use crate::engine::Engine;
use crate::engine::crates::Crates;
use crate::message::Report;
use crate::process::Runner;
use crate::progress::{State, StoreError, states};
use crate::toolchain::Toolchain;
use crate::workspace;

/// The toolchain that counts here; what an earlier call found is remembered in the workspace.
pub fn toolchain(ground: &Ground, site: &Site, runner: &dyn Runner) -> Result<Toolchain, CommandError> {
    const NAME: &str = "toolchain.json";
    let known = site.workspace.recall(NAME).and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let mut around = ground.surroundings();
    around.cwd = site.workspace.root().to_path_buf();
    let found = Toolchain::find(&around, runner, known.as_ref())?;
    if known.as_ref() != Some(&found)
        && let Ok(bytes) = serde_json::to_vec(&found)
    {
        site.workspace.remember(NAME, &bytes);
    }
    Ok(found)
}

/// The engine that judges this site, for whoever may run what is in it.
pub fn engine<'a>(
    ground: &Ground,
    site: &Site,
    runner: &'a dyn Runner,
    tools: &'a Toolchain,
    fresh: bool,
    _: MayRun,
) -> Result<Engine<'a>, CommandError> {
    let cache = site.workspace.is_writable().then(|| site.workspace.cache());
    if let Some(cache) = &cache {
        workspace::sweep(cache, ground.now().into());
    }
    Ok(Engine {
        runner,
        tools,
        env: ground.child_env(),
        kit: site.kit()?,
        crates: Crates::new(site.crates()?),
        kit_turn: std::sync::Mutex::default(),
        salt: site.salt(),
        cache,
        fresh,
        ahead: false,
    })
}

/// Records what was found. Says why not, where nothing can be recorded.
pub fn record(
    ground: &Ground,
    site: &mut Site,
    outcomes: &[Outcome],
    current: Option<ExerciseId>,
) -> Result<Option<String>, CommandError> {
    let now = ground.now();
    let current = current.map(|id| site.curriculum.exercise(id).name.clone());
    let apply = |progress: &mut crate::progress::Progress| {
        for outcome in outcomes {
            progress.record(outcome, now);
        }
        if current.is_some() {
            progress.current.clone_from(&current);
        }
    };
    match site.store.update(apply) {
        Ok(progress) => {
            site.progress = progress;
            site.progress.follow_renames(&site.curriculum);
            Ok(None)
        }
        Err(StoreError::ReadOnly { .. }) => {
            apply(&mut site.progress);
            Ok(Some("nothing is recorded: the workspace is read-only".to_owned()))
        }
        Err(error) => Err(error.into()),
    }
}

/// Everything that is said about one judged exercise.
#[must_use]
pub fn report(
    ground: &Ground,
    site: &Site,
    id: ExerciseId,
    outcome: Outcome,
    not_recorded: Option<String>,
) -> Report {
    let exercise = site.curriculum.exercise(id);
    let done = matches!(outcome.word(), Word::Passed | Word::Partial);
    let next = || states::next_after(&site.curriculum, &site.progress, id);
    Report {
        place: site.place(ground, id),
        ids: site.ids(id),
        topic_done: states::topic_done(&site.curriculum, &site.progress, exercise.topic),
        topic_state: states::topic(&site.curriculum, &site.progress, exercise.topic),
        stage_done: stage_done(site, id),
        hints: (site.progress.hints(&exercise.name), exercise.hints.len()),
        learned: done.then(|| goal(&exercise.note)).flatten(),
        calibration: calibration(site, &outcome),
        log: log(ground, site, exercise, &outcome),
        next: done.then(next).flatten().map(|id| site.curriculum.exercise(id).name.clone()),
        outcome,
        not_recorded,
    }
}

/// The stage of an exercise, where nothing that gates it is left.
fn stage_done(site: &Site, id: ExerciseId) -> Option<(usize, String, State)> {
    let place = site.curriculum.topic_of(id).stage;
    let state = states::stage(&site.curriculum, &site.progress, place);
    let title = || site.curriculum.stages[place].title.clone();
    matches!(state, State::Complete | State::Mastered).then(|| (place + 1, title(), state))
}

/// What the first answers say about the learner, where predictions were judged.
fn calibration(site: &Site, outcome: &Outcome) -> Option<String> {
    outcome.checks.iter().find(|result| !result.judgement.predicted.is_empty())?;
    let first: Vec<_> = site.progress.entry(&outcome.exercise)?.first.values().copied().collect();
    calibration::sentence(&first)
}

/// The goal that an author's note opens with: what somebody who passed has met.
pub(super) fn goal(note: &str) -> Option<String> {
    let goal = note.trim().strip_prefix("Goal:")?;
    let goal = goal.split("Out of scope:").next().unwrap_or(goal);
    let words: Vec<&str> = goal.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Keeps everything that was said where that is more than a screen, and tells where.
fn log(ground: &Ground, site: &Site, exercise: &Exercise, outcome: &Outcome) -> Option<PathBuf> {
    const SCREEN: usize = 20;
    let mut text = String::new();
    for judgement in outcome.checks.iter().map(|result| &result.judgement) {
        for found in &judgement.diagnostics {
            text += &console::strip_ansi_codes(&found.rendered);
        }
        for part in [&judgement.detail, &judgement.output] {
            text += part;
            text.push('\n');
        }
    }
    if text.trim().lines().count() <= SCREEN {
        return None;
    }
    // A log is a convenience: where none can be kept, none is named.
    let path = site.workspace.log(exercise, text.as_bytes()).ok()?;
    Some(workspace::shown_from(&ground.cwd, &path))
}

/// The exit code for these outcomes: 1 beats 3; 3 where all that was judged passed and something was partial.
#[must_use]
pub fn exit_code<'a>(outcomes: impl IntoIterator<Item = &'a Outcome>) -> u8 {
    use super::code;
    let mut worst = code::PASSED;
    for outcome in outcomes {
        match outcome.word() {
            Word::Passed => {}
            Word::Partial | Word::Unavailable => worst = code::TOOL,
            Word::Cancelled => return code::INTERRUPTED,
            _ => return code::NOT_PASSED,
        }
    }
    worst
}
