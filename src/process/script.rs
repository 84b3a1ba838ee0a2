//! [`Script`]: a runner that starts nothing and answers from a table, for tests of everything that
//! runs programs. It must not guess: what nobody expected is a panic that shows the whole request.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::{Cancel, CommandSpec, Exit, Finished, Listener, Output, ProcessError, Runner, Stream};

/// What the script says to one request.
#[derive(Clone, Debug)]
pub struct Reply {
    finished: Finished,
    takes: Option<Duration>,
    missing: bool,
}

impl Reply {
    /// A program that ended like this, at once and without a word.
    #[must_use]
    pub fn exit(exit: Exit) -> Self {
        let (stdout, stderr) = (Output::default(), Output::default());
        Finished { exit, stdout, stderr, took: Duration::ZERO, files: BTreeMap::new() }.into()
    }

    /// A program that ended by itself with this code.
    #[must_use]
    pub fn code(code: i32) -> Self {
        Self::exit(Exit::Code(code))
    }

    /// A program that is not there: `run` returns [`ProcessError::Start`].
    #[must_use]
    pub fn missing() -> Self {
        Self { missing: true, ..Self::code(0) }
    }

    /// It writes this to standard output.
    #[must_use]
    pub fn stdout(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.finished.stdout.bytes = text.into();
        self
    }

    /// It writes this to standard error.
    #[must_use]
    pub fn stderr(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.finished.stderr.bytes = text.into();
        self
    }

    /// It leaves this file, and the file is brought back whether it was asked for or not.
    #[must_use]
    pub fn file(mut self, path: impl Into<PathBuf>, contents: impl Into<Vec<u8>>) -> Self {
        self.finished.files.insert(path.into(), contents.into());
        self
    }

    /// It takes this long, unless it is cancelled before or its own limit is shorter.
    #[must_use]
    pub fn takes(mut self, time: Duration) -> Self {
        self.takes = Some(time);
        self
    }

    /// It runs until it is cancelled or its limit is over.
    #[must_use]
    pub fn endless(self) -> Self {
        self.takes(Duration::MAX)
    }
}

impl From<Finished> for Reply {
    fn from(finished: Finished) -> Self {
        Self { finished, takes: None, missing: false }
    }
}

type Fits = Box<dyn Fn(&CommandSpec) -> bool + Send + Sync>;

/// A runner that answers from a table. A request is answered by the first [`Script::when`] that fits
/// it, as often as it comes; else by the next [`Script::then`] in sequence; else the script panics.
#[derive(Default)]
pub struct Script {
    table: Vec<(Fits, Reply)>,
    sequence: Mutex<VecDeque<Reply>>,
    asked: Mutex<Vec<CommandSpec>>,
}

impl Script {
    /// One that expects nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers every request that fits with this.
    #[must_use]
    pub fn when(
        mut self,
        fits: impl Fn(&CommandSpec) -> bool + Send + Sync + 'static,
        reply: impl Into<Reply>,
    ) -> Self {
        self.table.push((Box::new(fits), reply.into()));
        self
    }

    /// Answers the next request that fits nothing in the table with this, once.
    #[must_use]
    pub fn then(self, reply: impl Into<Reply>) -> Self {
        lock(&self.sequence).push_back(reply.into());
        self
    }

    /// The requests so far, in the order in which they came.
    #[must_use]
    pub fn asked(&self) -> Vec<CommandSpec> {
        lock(&self.asked).clone()
    }

    /// How many answers of the sequence were not needed.
    #[must_use]
    pub fn left(&self) -> usize {
        lock(&self.sequence).len()
    }
}

impl Runner for Script {
    fn run(
        &self,
        spec: &CommandSpec,
        cancel: &Cancel,
        listen: Listener<'_>,
    ) -> Result<Finished, ProcessError> {
        lock(&self.asked).push(spec.clone());
        let in_table = self.table.iter().find(|(fits, _)| fits(spec)).map(|(_, reply)| reply.clone());
        let Some(reply) = in_table.or_else(|| lock(&self.sequence).pop_front()) else {
            panic!("the script has no answer to {spec:#?}");
        };
        if reply.missing {
            let source = io::Error::from(io::ErrorKind::NotFound);
            return Err(ProcessError::Start { program: spec.program.clone(), source });
        }
        let mut finished = reply.finished;
        for (stream, output) in [(Stream::Stdout, &finished.stdout), (Stream::Stderr, &finished.stderr)] {
            if !output.bytes.is_empty() {
                listen(stream, &output.bytes);
            }
        }
        if let Some(takes) = reply.takes {
            let (waited, cut) = wait(takes, spec.timeout, cancel);
            finished.took = waited;
            finished.exit = cut.unwrap_or(finished.exit);
        }
        Ok(finished)
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = self.table.len();
        f.debug_struct("Script").field("table", &table).field("left", &self.left()).finish_non_exhaustive()
    }
}

/// Waits for `takes`, and says what cut it short, as the real runner would.
fn wait(takes: Duration, timeout: Duration, cancel: &Cancel) -> (Duration, Option<Exit>) {
    let started = std::time::Instant::now();
    let (tell, told) = channel();
    let subscription = cancel.on_ask(move || {
        let _ = tell.send(());
    });
    let cut = match told.recv_timeout(takes.min(timeout)) {
        Ok(()) => Some(Exit::Cancelled),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            (takes > timeout).then_some(Exit::TimedOut)
        }
    };
    drop(subscription);
    (started.elapsed(), cut)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A test that has panicked still wants to read what was asked.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::process::Capture;

    fn spec(program: &str) -> CommandSpec {
        CommandSpec {
            program: program.into(),
            args: Vec::new(),
            env: BTreeMap::new(),
            cwd: PathBuf::from("/"),
            timeout: Duration::from_secs(20),
            confine: None,
            capture: Capture::Whole,
            bring: Vec::new(),
        }
    }

    fn ask(script: &Script, program: &str) -> Finished {
        script.run(&spec(program), &Cancel::new(), &|_, _| {}).unwrap()
    }

    #[test]
    fn the_table_answers_first_and_then_the_sequence() {
        let script = Script::new()
            .when(|spec| spec.program.ends_with("rustc"), Reply::code(1).stderr("error"))
            .then(Reply::code(2))
            .then(Reply::code(3).file("a", "b"));
        assert_eq!(ask(&script, "/x").exit, Exit::Code(2));
        assert_eq!(ask(&script, "/rustc").stderr.text(), "error");
        assert_eq!(ask(&script, "/rustc").exit, Exit::Code(1));
        assert_eq!(script.left(), 1);
        assert_eq!(ask(&script, "/y").files[&PathBuf::from("a")], b"b");
        let programs: Vec<_> = script.asked().into_iter().map(|spec| spec.program).collect();
        assert_eq!(programs, ["/x", "/rustc", "/rustc", "/y"].map(PathBuf::from));
    }

    #[test]
    #[should_panic(expected = "the script has no answer to CommandSpec")]
    fn an_unexpected_request_is_a_panic() {
        ask(&Script::new().when(|_| false, Reply::code(0)), "/x");
    }

    #[test]
    fn the_listener_hears_it_and_a_missing_program_is_an_error() {
        let heard = Mutex::new(Vec::new());
        let script = Script::new().then(Reply::code(0).stdout("o").stderr("e")).then(Reply::missing());
        let listen = |stream, bytes: &[u8]| heard.lock().unwrap().push((stream, bytes.to_vec()));
        script.run(&spec("/x"), &Cancel::new(), &listen).unwrap();
        assert_eq!(
            *heard.lock().unwrap(),
            [(Stream::Stdout, b"o".to_vec()), (Stream::Stderr, b"e".to_vec())]
        );
        let error = script.run(&spec("/x"), &Cancel::new(), &listen).unwrap_err();
        assert!(matches!(error, ProcessError::Start { program, .. } if program.to_str() == Some("/x")));
    }

    #[test]
    fn an_endless_program_ends_by_cancel_or_by_its_limit() {
        let script = Script::new().when(|_| true, Reply::code(0).endless());
        let cancel = Cancel::new();
        thread::scope(|scope| {
            let run = scope.spawn(|| script.run(&spec("/x"), &cancel, &|_, _| {}).unwrap());
            cancel.ask();
            assert_eq!(run.join().unwrap().exit, Exit::Cancelled);
        });
        let short = CommandSpec { timeout: Duration::from_millis(5), ..spec("/x") };
        assert_eq!(script.run(&short, &Cancel::new(), &|_, _| {}).unwrap().exit, Exit::TimedOut);
        let quick = Script::new().then(Reply::code(4).takes(Duration::from_millis(1)));
        assert_eq!(ask(&quick, "/x").exit, Exit::Code(4));
    }
}
