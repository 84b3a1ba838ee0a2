//! Runs on threads of their own, and what they say while they go. It must not look at a result.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Feed;
use crate::commands::error::CommandError;
use crate::commands::site::Site;
use crate::curriculum::{Exercise, ExerciseId, Format};
use crate::engine::{Event, Job};
use crate::process::Cancel;
use crate::terminal::Event as TerminalEvent;
use crate::watch::{RunId, Told};

/// What is kept of a running program's output: its beginning and its end, in bytes.
const HEAD: usize = 2 << 10;
const TAIL: usize = 8 << 10;

/// What goes on, and how to end it. Dropping it ends everything, a panic of ours included.
#[derive(Default)]
pub(super) struct Runs(HashMap<RunId, Cancel>);

impl Runs {
    pub(super) fn begin(&mut self, id: RunId) -> Cancel {
        self.0.entry(id).or_default().clone()
    }

    pub(super) fn cancel(&mut self, id: RunId) {
        if let Some(cancel) = self.0.remove(&id) {
            cancel.ask();
        }
    }

    pub(super) fn ended(&mut self, id: RunId) {
        self.0.remove(&id);
    }
}

impl Drop for Runs {
    fn drop(&mut self) {
        self.0.values().for_each(Cancel::ask);
    }
}

/// What a run has said and nobody has taken yet. However much a program prints, one notice and some
/// kilobytes are under way.
#[derive(Debug, Default)]
pub(super) struct Live {
    announced: AtomicBool,
    said: Mutex<Said>,
}

#[derive(Debug, Default)]
struct Said {
    errors: Vec<crate::check::Diagnostic>,
    printed: Vec<u8>,
    tail: Vec<u8>,
    left_out: bool,
    news: bool,
}

impl Live {
    fn lock(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what was said. Says whether the loop has to be told.
    fn take_in(&self, event: Event) -> bool {
        let mut said = self.lock();
        match event {
            Event::Diagnostics(found) => said.errors.extend(found),
            Event::Printed(bytes) => said.print(&bytes),
        }
        !self.announced.swap(true, Ordering::SeqCst)
    }

    /// What is new, for the session.
    pub(super) fn take(&self) -> Vec<Told> {
        let mut said = self.lock();
        self.announced.store(false, Ordering::SeqCst);
        let mut told = Vec::new();
        if !said.errors.is_empty() {
            told.push(Told::Errors(std::mem::take(&mut said.errors)));
        }
        if std::mem::take(&mut said.news) {
            let gap: &[u8] = if said.left_out { b"\n...\n" } else { b"" };
            told.push(Told::Printed([&said.printed, gap, &said.tail].concat()));
        }
        told
    }
}

impl Said {
    fn print(&mut self, bytes: &[u8]) {
        self.news = true;
        let room = HEAD.saturating_sub(self.printed.len()).min(bytes.len());
        let (head, rest) = bytes.split_at(room);
        self.printed.extend_from_slice(head);
        self.tail.extend_from_slice(rest);
        let surplus = self.tail.len().saturating_sub(TAIL);
        if surplus > 0 {
            self.left_out = true;
            self.tail.drain(..surplus);
        }
    }
}

/// Tells the loop about a run's words as they come.
pub(super) fn listener(id: RunId, send: Sender<Feed>) -> impl Fn(Event) + Sync {
    let live = Arc::new(Live::default());
    // A `Sender` may be shared since Rust 1.72.
    move |event| {
        if live.take_in(event) {
            let _ = send.send(Feed::Live(id, Arc::clone(&live)));
        }
    }
}

/// Ends the session where a thread of ours panics: nobody would answer for its run any more, and the terminal was given
/// back already.
pub(super) struct Bell(pub(super) Sender<Feed>);

impl Drop for Bell {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.0.send(Feed::Terminal(TerminalEvent::Ended));
        }
    }
}

/// A job that a thread can take along.
pub(super) struct OwnedJob {
    exercise: Exercise,
    format: Format,
    theirs: String,
    ours: String,
    package: crate::workspace::package::Files,
    companions: BTreeMap<PathBuf, Vec<u8>>,
}

impl OwnedJob {
    pub(super) fn new(site: &Site, id: ExerciseId, theirs: String) -> Result<Self, CommandError> {
        let Job { exercise, format, theirs, ours, package, companions } = site.job(id, theirs)?;
        Ok(Self { exercise: exercise.clone(), format, theirs, ours, package, companions })
    }

    pub(super) fn job(&self) -> Job<'_> {
        Job {
            exercise: &self.exercise,
            format: self.format,
            theirs: self.theirs.clone(),
            ours: self.ours.clone(),
            package: self.package.clone(),
            companions: self.companions.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_run_ends_the_session_and_an_end_does_not() {
        let (send, inputs) = std::sync::mpsc::channel();
        drop(Bell(send.clone()));
        assert!(inputs.try_recv().is_err());
        let panics = std::thread::spawn(move || {
            let _bell = Bell(send);
            panic!("as nobody expected");
        });
        assert!(panics.join().is_err());
        assert!(matches!(inputs.try_recv(), Ok(Feed::Terminal(TerminalEvent::Ended))));
    }

    #[test]
    fn a_flood_is_kept_as_its_head_and_its_tail_and_announced_once() {
        let live = Live::default();
        assert!(live.take_in(Event::Printed(b"first\n".to_vec())));
        for number in 0..100_000 {
            let printed = format!("{number}\n");
            assert!(!live.take_in(Event::Printed(printed.into_bytes())), "one notice is under way");
        }
        let [Told::Printed(bytes)] = &live.take()[..] else { panic!("what was printed") };
        assert!(bytes.len() <= HEAD + TAIL + 8, "{} bytes", bytes.len());
        assert!(bytes.starts_with(b"first\n") && bytes.ends_with(b"99999\n"));
        assert!(live.take().is_empty(), "nothing new");
        assert!(live.take_in(Event::Printed(b"x".to_vec())), "and told again");
    }
}
