//! `watch`: the session's shell. It hands what happens to [`State`] and carries out what that asks for; threads,
//! disk and screen are touched here, and nothing is decided here.

mod changes;
mod desk;
mod editor;
mod front;
mod work;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Instant;

use super::error::{CommandError, code};
use super::ground::Ground;
use super::judging;
use super::list;
use super::site::Site;
use super::trust;
use crate::check::Outcome;
use crate::cli;
use crate::curriculum::ExerciseId;
use crate::engine::{Engine, EngineError};
use crate::message::{Message, Place};
use crate::output::Reporter;
use crate::process::Runner;
use crate::terminal::{self, Event};
use crate::watch::{Ending, Input, Outline, RunId, State};
use changes::Changes;
use desk::Desk;
use front::Front;
use work::Live;

/// Everything that can happen, on its way to the one loop.
enum Feed {
    /// Something the session understands as it is.
    Session(Input),
    /// A path was written.
    Written(PathBuf),
    /// A path of the set itself was written, which nobody judges while learning.
    SetWritten(PathBuf),
    /// A key, a size, a signal.
    Terminal(Event),
    /// A run has something new in its buffer.
    Live(RunId, Arc<Live>),
    /// A run has ended.
    Judged(RunId, Box<Result<Outcome, EngineError>>),
}

/// Runs until the learner, or the system, ends it.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    options: &cli::Watch,
) -> Result<u8, CommandError> {
    let site = Site::open_or_make(ground, runner, reporter)?;
    let only = options.only.as_deref().map(|selector| site.select(selector)).transpose()?;
    let order: Vec<ExerciseId> = match &only {
        Some(chosen) => site.curriculum.order.iter().copied().filter(|id| chosen.contains(id)).collect(),
        None => site.curriculum.order.clone(),
    };
    let current = first(&site, &order)?;
    let may_run = trust::ask(ground, reporter, &site.set)?;
    let tools = judging::toolchain(ground, &site, runner)?;
    let engine = judging::engine(ground, &site, runner, &tools, false, may_run)?.ahead();
    let (send, inputs) = channel();
    let mut changes = Changes::watch(&site, &send)?;
    let outline = Outline {
        places: places(ground, &site, &order),
        files: site.curriculum.exercises.iter().map(|exercise| site.workspace.path_of(exercise)).collect(),
        order,
        map: list::map(&site),
    };
    let front = Front::open(ground, options, &send)?;
    let state = State::new(outline, current, changes.look_at_all(&site), front.size());
    std::thread::scope(|scope| {
        let desk = Desk {
            ground,
            site,
            engine: &engine,
            runner,
            front,
            changes,
            send: &send,
            scope,
            runs: work::Runs::default(),
        };
        go_on(desk, state, &inputs)
    })
}

/// Where each exercise stands: among those the session keeps to, and the others in the whole set.
fn places(ground: &Ground, site: &Site, order: &[ExerciseId]) -> Vec<Place> {
    let mut places: Vec<Place> =
        (0..site.curriculum.exercises.len()).map(|id| site.place(ground, ExerciseId(id))).collect();
    for (before, id) in order.iter().enumerate() {
        places[id.0].number = before + 1;
        places[id.0].of = order.len();
    }
    places
}

/// The current exercise, or the first of those the session keeps to.
fn first(site: &Site, order: &[ExerciseId]) -> Result<ExerciseId, CommandError> {
    match site.current() {
        Some(current) if order.contains(&current) => Ok(current),
        _ => {
            let undone = order.iter().copied().find(|&id| !site.is_done(id));
            undone.or_else(|| order.first().copied()).map_or_else(|| site.choose(None), Ok)
        }
    }
}

/// The only loop: one thing that happened, what the session makes of it, the next.
fn go_on(mut desk: Desk<'_, '_>, mut state: State, inputs: &Receiver<Feed>) -> Result<u8, CommandError> {
    let began = Instant::now();
    let mut queue = VecDeque::from([Input::Begin]);
    queue.extend(desk.changes.news.take().map(Input::News));
    loop {
        while let Some(input) = queue.pop_front() {
            for effect in state.update(input, began.elapsed()) {
                if let Some(ending) = desk.carry_out(effect, &mut state, &mut queue, began.elapsed())? {
                    return desk.leave(&state, ending);
                }
            }
        }
        let feed = match state.due() {
            None => inputs.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(due) => inputs.recv_timeout(due.saturating_sub(began.elapsed())),
        };
        match feed {
            Ok(Feed::Terminal(Event::Resumed)) => {
                desk.front.resumed()?;
                queue.push_back(Input::Resumed);
            }
            Ok(feed) => queue.extend(desk.input_of(feed)),
            Err(RecvTimeoutError::Timeout) => queue.push_back(Input::Tick),
            // We hold a sender ourselves, so this cannot be; ending beats spinning.
            Err(RecvTimeoutError::Disconnected) => return Ok(code::BUG),
        }
    }
}
