//! `watch`: the current exercise, judged at every save. The newest save wins: it ends the run before it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::error::{CommandError, code};
use super::ground::Ground;
use super::judging;
use super::site::Site;
use crate::check::{Outcome, Word};
use crate::cli;
use crate::curriculum::ExerciseId;
use crate::engine::{Engine, EngineError};
use crate::message::Message;
use crate::output::Reporter;
use crate::process::{Cancel, Runner};
use crate::watch::files::{Files, events_arrive};

enum Input {
    Written(PathBuf),
    /// A file of the set itself, which nobody judges while learning.
    SetWritten(PathBuf),
    Done(u64, Box<Result<Outcome, EngineError>>),
}

/// The session's own memory.
struct Session<'a> {
    ground: &'a Ground,
    site: Site,
    reporter: &'a mut Reporter,
    current: ExerciseId,
    /// The text each exercise was last judged from: an event that changes nothing starts nothing.
    seen: BTreeMap<ExerciseId, Option<String>>,
    number: u64,
    cancel: Cancel,
}

/// Runs until it is interrupted.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    options: &cli::Watch,
) -> Result<u8, CommandError> {
    let site = Site::open_or_make(ground, runner, reporter)?;
    let only = options.only.as_deref().map(|selector| site.select(selector)).transpose()?;
    let first = only.as_ref().and_then(|chosen| chosen.first().copied());
    let current = match (site.current(), only) {
        (Some(current), Some(chosen)) if !chosen.contains(&current) => first.unwrap_or(current),
        (Some(current), _) => current,
        (None, _) => site.choose(None)?,
    };
    let tools = judging::toolchain(ground, &site, runner)?;
    let engine = judging::engine(ground, &site, runner, &tools, false)?;
    let (send, inputs) = channel();
    let _files = watch_files(&site, reporter, &send)?;
    let _set_files = watch_set(&site, &send);
    let mut session =
        Session { ground, site, reporter, current, seen: BTreeMap::new(), number: 0, cancel: Cancel::new() };
    std::thread::scope(|scope| session.go_on(&engine, &send, &inputs, scope))
}

/// Events where the system sends them, a look at the files where it does not.
fn watch_files(site: &Site, reporter: &mut Reporter, send: &Sender<Input>) -> Result<Files, CommandError> {
    let root = site.workspace.root().join("exercises");
    let tell = {
        let send = send.clone();
        move |path| drop(send.send(Input::Written(path)))
    };
    if events_arrive(&root)
        && let Ok(files) = Files::watch(&root, tell.clone())
    {
        return Ok(files);
    }
    reporter
        .tell(&Message::News("No file events arrive here; the files are looked at instead.".to_owned()))?;
    let paths = site.curriculum.exercises.iter().map(|exercise| site.workspace.path_of(exercise)).collect();
    Ok(Files::poll(paths, tell)?)
}

/// A set on disk is watched too: whoever edits the start in it by mistake is told where theirs is.
fn watch_set(site: &Site, send: &Sender<Input>) -> Option<Files> {
    let dir = site.workspace.set_dir()?.canonicalize().ok()?.join("exercises");
    let send = send.clone();
    // A courtesy: without it the session works as well.
    Files::watch(&dir, move |path| drop(send.send(Input::SetWritten(path)))).ok()
}

impl Session<'_> {
    fn go_on<'scope, 'env: 'scope>(
        &mut self,
        engine: &'env Engine<'_>,
        send: &Sender<Input>,
        inputs: &Receiver<Input>,
        scope: &'scope std::thread::Scope<'scope, 'env>,
    ) -> Result<u8, CommandError> {
        self.start(self.current, engine, send, scope)?;
        while let Ok(input) = inputs.recv() {
            match input {
                Input::Written(path) => {
                    if let Some(id) = self.written(&path) {
                        self.current = id;
                        self.start(id, engine, send, scope)?;
                    }
                }
                Input::SetWritten(path) => self.set_written(&path)?,
                Input::Done(number, outcome) if number == self.number => self.done(*outcome)?,
                // The result of a run that a newer save has ended.
                Input::Done(..) => {}
            }
        }
        Ok(code::PASSED)
    }

    /// The exercise to judge, if this path belongs to one and its text is another than before.
    fn written(&mut self, path: &std::path::Path) -> Option<ExerciseId> {
        let (place, exercise) = self.site.workspace.owner(path, &self.site.curriculum.exercises)?;
        let id = ExerciseId(place);
        let text = self.site.workspace.read(exercise).ok();
        let known = self.seen.get(&id);
        // A file that nobody has looked at yet has changed if it is not at its start.
        let changed = match known {
            Some(before) => *before != text,
            None => text != self.site.start_of(exercise).ok(),
        };
        changed.then_some(id)
    }

    fn set_written(&mut self, path: &std::path::Path) -> Result<(), CommandError> {
        let set = self.site.workspace.set_dir().and_then(|dir| dir.canonicalize().ok());
        let inside = set.as_deref().and_then(|dir| path.strip_prefix(dir).ok());
        let exercises = &self.site.curriculum.exercises;
        let Some(place) = exercises.iter().position(|exercise| Some(exercise.path.as_path()) == inside)
        else {
            return Ok(());
        };
        let yours = self.site.place(self.ground, ExerciseId(place)).file;
        let told = format!("You edited the set; yours is {}.", yours.display());
        Ok(self.reporter.tell(&Message::News(told))?)
    }

    fn start<'scope, 'env: 'scope>(
        &mut self,
        id: ExerciseId,
        engine: &'env Engine<'_>,
        send: &Sender<Input>,
        scope: &'scope std::thread::Scope<'scope, 'env>,
    ) -> Result<(), CommandError> {
        self.cancel.ask();
        self.cancel = Cancel::new();
        self.number += 1;
        self.reporter.tell(&Message::Checking(self.site.place(self.ground, id)))?;
        let text = match self.site.workspace.read(self.site.curriculum.exercise(id)) {
            Ok(text) => text,
            Err(error) => {
                self.seen.insert(id, None);
                self.reporter.tell(&Message::Problem(CommandError::from(error).problem()))?;
                return Ok(());
            }
        };
        self.seen.insert(id, Some(text.clone()));
        let job = OwnedJob::new(&self.site, id, text)?;
        let (number, cancel, send) = (self.number, self.cancel.clone(), send.clone());
        scope.spawn(move || {
            let outcome = engine.judge(&job.job(), &cancel, &|_| {});
            let _ = send.send(Input::Done(number, Box::new(outcome)));
        });
        Ok(())
    }

    fn done(&mut self, outcome: Result<Outcome, EngineError>) -> Result<(), CommandError> {
        let outcome = outcome?;
        if outcome.word() == Word::Cancelled {
            return Ok(());
        }
        let id = self.current;
        let not_recorded =
            judging::record(self.ground, &mut self.site, std::slice::from_ref(&outcome), Some(id))?;
        let report = judging::report(self.ground, &self.site, id, outcome, not_recorded);
        self.reporter.tell(&Message::Judged(Box::new(report)))?;
        Ok(())
    }
}

/// A job that a thread can take along.
struct OwnedJob {
    exercise: crate::curriculum::Exercise,
    format: crate::curriculum::Format,
    theirs: String,
    ours: String,
    package: crate::workspace::package::Files,
    companions: BTreeMap<PathBuf, Vec<u8>>,
}

impl OwnedJob {
    fn new(site: &Site, id: ExerciseId, theirs: String) -> Result<Self, CommandError> {
        let job = site.job(id, theirs)?;
        Ok(Self {
            exercise: job.exercise.clone(),
            format: job.format,
            theirs: job.theirs,
            ours: job.ours,
            package: job.package,
            companions: job.companions,
        })
    }

    fn job(&self) -> crate::engine::Job<'_> {
        crate::engine::Job {
            exercise: &self.exercise,
            format: self.format,
            theirs: self.theirs.clone(),
            ours: self.ours.clone(),
            package: self.package.clone(),
            companions: self.companions.clone(),
        }
    }
}
