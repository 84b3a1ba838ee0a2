//! The real runner: starts programs in their own process group, reads what they write, and ends them in
//! time. It returns in bounded time whatever a program does. It must not interpret output.

mod capture;
pub mod confine;
#[cfg(target_os = "linux")]
mod linux;
mod signals;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Read;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

pub use signals::signal_name;
#[cfg(unix)]
use unix::Running;
#[cfg(windows)]
use windows::Running;

use self::capture::Captured;
use super::{Cancel, CommandSpec, Exit, Finished, Listener, ProcessError, Runner, Stream};

/// How long a program has between the request to end and its end.
const GRACE: Duration = Duration::from_secs(1);

/// How long the pipes of an ended program may stay open: whoever still holds them outlived it.
const LINGER: Duration = Duration::from_millis(200);

/// Starts real programs.
#[derive(Debug)]
pub struct OsRunner {
    own: PathBuf,
    /// The processes that run now, for [`OsRunner::end_all`].
    live: Mutex<BTreeSet<u32>>,
}

/// What the threads around a program report.
#[derive(Debug)]
pub(crate) enum Event {
    Chunk(Stream, Vec<u8>),
    Closed,
    Exited,
    Cancelled,
}

/// How far the end of a program has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// It runs.
    Not,
    /// It was asked to end.
    Asked,
    /// It was killed.
    Killed,
}

impl OsRunner {
    /// A runner; `own` is our own program, which confines the programs of learners.
    #[must_use]
    pub fn new(own: PathBuf) -> Self {
        Self { own, live: Mutex::default() }
    }

    /// Ends everything that runs, at once and without a grace: for the moment in which we end ourselves.
    pub fn end_all(&self) {
        for &id in self.live.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            Running::end_by_id(id);
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the only place where a program starts")]
    fn command(&self, spec: &CommandSpec) -> Command {
        let mut command = match spec.confine {
            None => Command::new(&spec.program),
            Some(limits) => {
                let mut command = Command::new(&self.own);
                command.args(confine::arguments(limits)).arg(&spec.program);
                command
            }
        };
        command.args(&spec.args).env_clear().envs(&spec.env).current_dir(&spec.cwd);
        command
    }

    fn start(&self, spec: &CommandSpec) -> Result<Running, ProcessError> {
        let running = Running::start(self.command(spec))
            .map_err(|source| ProcessError::Start { program: spec.program.clone(), source })?;
        self.live.lock().unwrap_or_else(PoisonError::into_inner).insert(running.id());
        Ok(running)
    }
}

impl Runner for OsRunner {
    fn run(
        &self,
        spec: &CommandSpec,
        cancel: &Cancel,
        listen: Listener<'_>,
    ) -> Result<Finished, ProcessError> {
        let watch = |source| ProcessError::Watch { program: spec.program.clone(), source };
        let began = Instant::now();
        let mut running = self.start(spec)?;
        let (send, events) = sync_channel(64);
        let (stdout, stderr) = running.pipes();
        read_in_thread(Stream::Stdout, stdout, send.clone()).map_err(watch)?;
        read_in_thread(Stream::Stderr, stderr, send.clone()).map_err(watch)?;
        running.watch_exit(send.clone()).map_err(watch)?;
        let _subscription = cancel.on_ask(move || {
            // A full channel is being drained, and whoever drains it looks at the cancel too.
            let _ = send.try_send(Event::Cancelled);
        });
        let mut watch_over = Watch::new(spec, began, &mut running, cancel);
        watch_over.until_the_end(&events, listen);
        let (ended_by_us, stdout, stderr) = (watch_over.verdict, watch_over.stdout, watch_over.stderr);
        let status = running.reap();
        self.live.lock().unwrap_or_else(PoisonError::into_inner).remove(&running.id());
        let status = status.map_err(watch)?;
        let (stdout, stderr) = (stdout.into_output(), stderr.into_output());
        let exit = ended_by_us.unwrap_or_else(|| signals::exit_of(status, spec.confine.is_some(), &stderr));
        Ok(Finished { exit, stdout, stderr, took: began.elapsed(), files: bring(spec) })
    }
}

/// Watches over one running program until nothing of it is left to wait for.
struct Watch<'a> {
    running: &'a mut Running,
    cancel: &'a Cancel,
    stdout: Captured,
    stderr: Captured,
    deadline: Instant,
    ending: Ending,
    exited: bool,
    open_pipes: usize,
    confined: bool,
    verdict: Option<Exit>,
}

impl<'a> Watch<'a> {
    fn new(spec: &CommandSpec, began: Instant, running: &'a mut Running, cancel: &'a Cancel) -> Self {
        Self {
            running,
            cancel,
            stdout: Captured::new(spec.capture),
            stderr: Captured::new(spec.capture),
            deadline: began + spec.timeout,
            ending: Ending::Not,
            exited: false,
            open_pipes: 2,
            confined: spec.confine.is_some(),
            verdict: None,
        }
    }

    fn until_the_end(&mut self, events: &Receiver<Event>, listen: Listener<'_>) {
        while !(self.exited && self.open_pipes == 0) {
            if self.cancel.asked() {
                self.ask_to_end(Exit::Cancelled);
            }
            let wait = self.deadline.saturating_duration_since(Instant::now());
            match events.recv_timeout(self.running.longest_wait(wait)) {
                Ok(Event::Chunk(stream, bytes)) => {
                    listen(stream, &bytes);
                    match stream {
                        Stream::Stdout => self.stdout.add(&bytes),
                        Stream::Stderr => self.stderr.add(&bytes),
                    }
                }
                Ok(Event::Closed) => self.open_pipes -= 1,
                Ok(Event::Exited) => self.note_exit(),
                // Only there to wake this loop, which looks at the cancel by itself.
                Ok(Event::Cancelled) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
            }
            if !self.exited && self.running.has_exited() {
                self.note_exit();
            }
            if Instant::now() >= self.deadline && !self.next_ending() {
                break;
            }
        }
    }

    fn note_exit(&mut self) {
        if !self.exited {
            self.exited = true;
            self.ending = Ending::Asked;
            self.deadline = Instant::now() + LINGER;
        }
    }

    fn ask_to_end(&mut self, why: Exit) {
        if self.ending == Ending::Not {
            self.verdict = Some(why);
            self.ending = Ending::Asked;
            self.running.ask_to_end();
            // A confined program's keeper gives it the grace itself, and needs a moment more.
            self.deadline = Instant::now() + if self.confined { GRACE + GRACE / 2 } else { GRACE };
        }
    }

    /// The time of this stage is up; says whether there is another one.
    fn next_ending(&mut self) -> bool {
        match self.ending {
            Ending::Not => self.ask_to_end(Exit::TimedOut),
            Ending::Asked => {
                self.running.end();
                self.ending = Ending::Killed;
                self.deadline = Instant::now() + LINGER;
            }
            Ending::Killed => {
                // Killed, and a pipe is still held by somebody outside its group. A killed process that has
                // not ended is in the hands of the kernel, which takes as long as it takes.
                return !self.exited;
            }
        }
        true
    }
}

fn read_in_thread(
    stream: Stream,
    mut pipe: impl Read + Send + 'static,
    send: SyncSender<Event>,
) -> std::io::Result<()> {
    let read = move || {
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match pipe.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => {
                    if send.send(Event::Chunk(stream, buffer[..count].to_vec())).is_err() {
                        return; // Nobody waits any more; closing the pipe tells the writer.
                    }
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        let _ = send.send(Event::Closed);
    };
    std::thread::Builder::new().name("pipe".to_owned()).stack_size(128 * 1024).spawn(read).map(|_| ())
}

fn bring(spec: &CommandSpec) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
    let read = |path: &PathBuf| Some((path.clone(), std::fs::read(spec.cwd.join(path)).ok()?));
    spec.bring.iter().filter_map(read).collect()
}

/// The words with which our own program is asked to confine another one.
pub(crate) fn confine_word() -> OsString {
    "__confine".into()
}
