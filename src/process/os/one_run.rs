//! One program from its start to its end: reads, listens, watches the clock, ends it. Everything that
//! happens comes through one channel, so there is one place that waits, and it never waits without an
//! end. It must not know how this system ends a program; that is [`Group`]'s.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::capture::Keep;
use super::group::{Ending, Group};
use super::running::Place;
use crate::process::{
    BRING_AT_MOST, Cancel, CommandSpec, Exit, Finished, Listener, Output, ProcessError, Stream,
};

/// How long the pipes may stay open after the program has ended. Somebody else holds them then.
const PIPES: Duration = Duration::from_millis(200);

/// How long after SIGKILL a program is waited for. Only the kernel can delay it then.
const LAST: Duration = Duration::from_secs(1);

/// A read from a pipe brings at most this much: Linux pipes hold as much.
const CHUNK: usize = 64 << 10;

/// How many events may wait: with chunks of 64 KiB a run never holds more than about 1 MiB of them.
const QUEUE: usize = 16;

#[derive(Debug)]
pub(super) enum Event {
    Chunk(Stream, Vec<u8>),
    Closed,
    Ended,
    /// Something else has changed: look at the cancel and at the register.
    Look,
}

pub(super) fn run(
    spec: &CommandSpec,
    own_binary: &Path,
    place: &Place,
    cancel: &Cancel,
    listen: Listener<'_>,
) -> Result<Finished, ProcessError> {
    let watch = |source| ProcessError::Watch { program: spec.program.clone(), source };
    let started = Instant::now();
    let (tell, inbox) = sync_channel(QUEUE);
    let (group, stdout, stderr) = Group::start(spec, own_binary)
        .map_err(|source| ProcessError::Start { program: spec.program.clone(), source })?;
    let group = Arc::new(group);
    place.fill(&group, &tell);
    let cleared = ClearOnDrop(&group);
    group.watch(tell.clone()).map_err(watch)?;
    read(stdout, Stream::Stdout, tell.clone()).map_err(watch)?;
    read(stderr, Stream::Stderr, tell.clone()).map_err(watch)?;
    let subscription = cancel.on_ask(move || {
        let _ = tell.try_send(Event::Look); // full: it is awake anyway
    });
    let keep = || Keep::new(spec.capture);
    let (stdout, stderr) = (keep(), keep());
    let mut run = Run { place, cancel, listen, inbox, stdout, stderr, open: 2, ended: None };
    let forced = run.until_ended(&group, started.checked_add(spec.timeout));
    run.until_read(&group, spec.confine.is_some());
    let took = run.ended.unwrap_or_else(Instant::now).duration_since(started);
    let ending = if run.ended.is_some() { Some(group.reap().map_err(watch)?) } else { None };
    drop((cleared, subscription));
    let (stdout, stderr) = (run.stdout.end(), run.stderr.end());
    let exit = match (forced, ending) {
        (_, Some(Ending::NotStarted(source))) => {
            return Err(ProcessError::Start { program: spec.program.clone(), source });
        }
        (Some(exit), _) => exit,
        (None, Some(Ending::Code(code))) => Exit::Code(code),
        (None, Some(Ending::Signal(signal))) if is_out_of_memory(spec, signal, &stderr) => Exit::OutOfMemory,
        (None, Some(Ending::Signal(signal))) => Exit::Signal(signal),
        (None, None) => unreachable!("only a program that was forced to end is given up"),
    };
    let files = bring(spec).map_err(watch)?;
    Ok(Finished { exit, stdout, stderr, took, files })
}

struct Run<'a> {
    place: &'a Place,
    cancel: &'a Cancel,
    listen: Listener<'a>,
    inbox: Receiver<Event>,
    stdout: Keep,
    stderr: Keep,
    /// How many of the two pipes are open.
    open: u8,
    ended: Option<Instant>,
}

impl Run<'_> {
    /// Waits for the program's end, and forces it when its time is up or nobody wants it any more:
    /// asks, waits, kills. Returns what it was forced for.
    fn until_ended(&mut self, group: &Group, deadline: Option<Instant>) -> Option<Exit> {
        let forced = loop {
            if self.ended.is_some() {
                return None;
            }
            if self.cancel.asked() || self.place.closing() {
                break Exit::Cancelled;
            }
            if !self.next(deadline) {
                break Exit::TimedOut;
            }
        };
        group.ask_to_end();
        if !self.wait(Group::PATIENCE, |run| run.ended.is_some()) {
            group.kill();
            self.wait(LAST, |run| run.ended.is_some());
        }
        Some(forced)
    }

    /// After the end: takes what is still in the pipes, and ends who was left behind. What a learner's
    /// program leaves behind is never waited for; a tool's child gets a moment to close the pipes.
    fn until_read(&mut self, group: &Group, confined: bool) {
        if !confined {
            self.wait(PIPES, |run| run.open == 0);
        }
        if self.ended.is_some() {
            group.clear();
        }
        self.wait(PIPES, |run| run.open == 0);
    }

    /// Takes events until `enough`, but no longer than `longest`. Whether it was enough.
    fn wait(&mut self, longest: Duration, enough: impl Fn(&Self) -> bool) -> bool {
        let until = Instant::now() + longest;
        while !enough(self) {
            if !self.next(Some(until)) {
                return false;
            }
        }
        true
    }

    /// Takes one event; `false` if it is later than `until`. A deadline beyond what the clock can count
    /// is none.
    fn next(&mut self, until: Option<Instant>) -> bool {
        let event = match until {
            // Without this look at the clock a program that prints without end would never be late.
            Some(until) => match until.checked_duration_since(Instant::now()) {
                None => Err(RecvTimeoutError::Timeout),
                Some(left) => self.inbox.recv_timeout(left),
            },
            None => self.inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match event {
            Ok(Event::Chunk(stream, bytes)) => {
                match stream {
                    Stream::Stdout => self.stdout.take(&bytes),
                    Stream::Stderr => self.stderr.take(&bytes),
                }
                (self.listen)(stream, &bytes);
            }
            Ok(Event::Closed) => self.open -= 1,
            Ok(Event::Ended) => self.ended = Some(Instant::now()),
            Ok(Event::Look) => {}
            Err(_) => return false,
        }
        true
    }
}

/// Reads a pipe to its end on a thread of its own. Nobody waits for the thread: a stranger who holds
/// the other end may keep it for as long as he lives.
fn read(
    mut pipe: impl Read + Send + 'static,
    stream: Stream,
    tell: SyncSender<Event>,
) -> std::io::Result<()> {
    let read = move || {
        let mut chunk = vec![0; CHUNK];
        loop {
            match pipe.read(&mut chunk) {
                Ok(0) => break,
                Ok(n) if tell.send(Event::Chunk(stream, chunk[..n].to_vec())).is_ok() => {}
                Ok(_) => return, // the run is over: reading on would be for nobody
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        let _ = tell.send(Event::Closed);
    };
    thread::Builder::new().name("output".into()).spawn(read).map(drop)
}

/// A listener may panic, a thread may not be had: whatever happens, the program does not outlive its run.
struct ClearOnDrop<'a>(&'a Group);

impl Drop for ClearOnDrop<'_> {
    fn drop(&mut self) {
        self.0.end_now();
    }
}

/// The signal alone is any abort's, and a full memory is no program's own word: both must be there.
fn is_out_of_memory(spec: &CommandSpec, signal: i32, stderr: &Output) -> bool {
    const SIGABRT: i32 = 6; // on every system with signals that we know
    let text = String::from_utf8_lossy(&stderr.bytes);
    spec.confine.is_some()
        && signal == SIGABRT
        && text.split("memory allocation of ").skip(1).any(|rest| {
            let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            after.len() < rest.len() && after.starts_with(" bytes failed")
        })
}

fn bring(spec: &CommandSpec) -> std::io::Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for name in &spec.bring {
        let path = spec.cwd.join(name);
        // A FIFO of that name would never be read to its end.
        if path.metadata().is_ok_and(|meta| meta.is_file() && meta.len() <= BRING_AT_MOST) {
            files.insert(name.clone(), std::fs::read(path)?);
        }
    }
    Ok(files)
}
