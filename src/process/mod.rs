//! The only place where a program starts. A [`CommandSpec`] describes, a [`Runner`] does, a
//! [`Finished`] says what came of it. It must not know what an exercise is.

mod cancel;
pub mod os;
pub mod script;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use cancel::{Cancel, Subscription};
pub use os::signal_name;

/// A program to run, whole: what is not written here, the child does not get.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CommandSpec {
    /// The program's path; never looked up in the child's `PATH`.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
    /// The child's whole environment: nothing is inherited.
    pub env: BTreeMap<OsString, OsString>,
    /// Where it runs.
    pub cwd: PathBuf,
    /// The longest it may take before it is ended.
    pub timeout: Duration,
    /// Whether the program is the learner's, and so runs under limits, or a tool.
    pub confine: Option<Confine>,
    /// How much of its output is kept.
    pub capture: Capture,
    /// Files, relative to `cwd`, whose contents [`Finished`] shall bring back. What is absent, is not a
    /// plain file, or is larger than [`BRING_AT_MOST`] is left out.
    pub bring: Vec<PathBuf>,
}

/// The largest file that [`CommandSpec::bring`] brings back: the programs that write them are learners'
/// programs, and a full disk's worth must not become a full memory's worth.
pub const BRING_AT_MOST: u64 = 64 << 20;

/// Limits for a program that a learner wrote. It also ends together with everything it started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Confine {
    /// Address space, in MiB.
    pub memory_mb: u64,
}

/// How much of each of the two output streams is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Capture {
    /// Everything: for compilers, whose JSON must not be cut.
    Whole,
    /// At most this many bytes: the first half and the last half.
    HeadAndTail(usize),
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Exit {
    /// By itself, with this code.
    Code(i32),
    /// By this signal, which nobody of ours sent.
    Signal(i32),
    /// Ended by us because its time was up.
    TimedOut,
    /// Its memory limit stopped it.
    OutOfMemory,
    /// Ended by us because nobody wants the result any more.
    Cancelled,
}

/// What one stream brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// The bytes that were kept; where some were left out, the tail follows the head directly.
    pub bytes: Vec<u8>,
    /// Where the tail begins in `bytes`, and how many bytes were left out before it.
    pub gap: Option<Gap>,
}

/// A place where output was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The index in [`Output::bytes`] at which the tail begins.
    pub at: usize,
    /// How many bytes are missing there.
    pub bytes: u64,
}

impl Output {
    /// As text: invalid UTF-8 is replaced, and a gap is told in a line of its own.
    #[must_use]
    pub fn text(&self) -> String {
        match self.gap {
            None => String::from_utf8_lossy(&self.bytes).into_owned(),
            Some(gap) => {
                let (head, tail) = self.bytes.split_at(gap.at.min(self.bytes.len()));
                let (head, tail) = (String::from_utf8_lossy(head), String::from_utf8_lossy(tail));
                format!("{head}\n… {} bytes left out …\n{tail}", gap.bytes)
            }
        }
    }
}

/// A program that has ended, one way or another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// How it ended.
    pub exit: Exit,
    /// What it wrote to standard output.
    pub stdout: Output,
    /// What it wrote to standard error.
    pub stderr: Output,
    /// From start to end.
    pub took: Duration,
    /// The files it was asked to bring back.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
}

/// What comes from a program while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// Is told what a running program writes, a chunk at a time, in the order of arrival per stream.
///
/// It is called on the thread that called [`Runner::run`], which also watches the clock: a listener
/// that takes long delays the end of the program by as much.
pub type Listener<'a> = &'a (dyn Fn(Stream, &[u8]) + Sync);

/// Trouble of ours with starting or watching a program. What the program did is never an error.
#[derive(Debug, thiserror::Error)]
pub enum ProcessError {
    /// The program is not there or is not one.
    #[error("{} could not be started: {source}", program.display())]
    Start {
        /// Which program.
        program: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Something on the way failed.
    #[error("{} could not be watched: {source}", program.display())]
    Watch {
        /// Which program.
        program: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// Runs programs, or says what they would have done.
pub trait Runner: Sync {
    /// Runs one program to its end, within its limits. Returns in bounded time, whatever it does.
    fn run(
        &self,
        spec: &CommandSpec,
        cancel: &Cancel,
        listen: Listener<'_>,
    ) -> Result<Finished, ProcessError>;

    /// The path of our own program, which has hidden subcommands; only a runner that really runs knows it.
    fn own(&self) -> &Path {
        Path::new("/cargo-roadmap")
    }
}
