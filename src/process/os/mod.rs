//! Runs programs on this system: each in a process group of its own, without input, with exactly the
//! environment it was given, its output read to the end and capped, and its time limited. Programs of
//! learners run below a small supervisor ([`confine`]) that limits their memory and ends with them
//! everything they started. It must not read what the programs mean.

mod capture;
mod command;
pub mod confine;
pub mod foreground;
mod one_run;
#[cfg(unix)]
mod order;
mod running;
mod signals;
#[cfg(unix)]
mod supervisor;

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(all(unix, not(target_os = "linux")))]
#[path = "other_unix.rs"]
mod system;

#[cfg(unix)]
#[path = "unix.rs"]
mod group;
#[cfg(windows)]
#[path = "windows.rs"]
mod group;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use signals::signal_name;

use super::{Cancel, CommandSpec, Exit, Finished, Listener, Output, ProcessError, Runner};
use running::Running;

/// How long a program that was asked to end may take before it is made to.
const GRACE: Duration = Duration::from_secs(1);

/// The runner that really runs. Clones are the same runner: ending all ends what any of them runs.
#[derive(Clone, Debug)]
pub struct OsRunner {
    own_binary: PathBuf,
    running: Arc<Running>,
}

impl OsRunner {
    /// `own_binary` is the program whose `main` hands `__confine …` to [`confine::main`].
    ///
    /// On Linux this process becomes the one that orphans below it fall to, so that it can end what a
    /// killed supervisor leaves behind.
    #[must_use]
    pub fn new(own_binary: PathBuf) -> Self {
        #[cfg(unix)]
        system::adopt_orphans();
        Self { own_binary, running: Arc::default() }
    }

    /// Ends everything that runs, and starts nothing any more: what is asked for later is `Cancelled`.
    /// Made for the way out (Ctrl-C, SIGTERM, a panic): it returns within about 1.5 s with nobody
    /// alive, even if the threads that called [`Runner::run`] are stuck.
    pub fn end_all(&self) {
        self.running.end_all();
    }
}

impl Runner for OsRunner {
    fn run(
        &self,
        spec: &CommandSpec,
        cancel: &Cancel,
        listen: Listener<'_>,
    ) -> Result<Finished, ProcessError> {
        // A bare name would be looked up in the child's PATH, which is not ours to trust.
        if spec.program.parent().is_none_or(|dir| dir == Path::new("")) {
            let source = std::io::Error::new(std::io::ErrorKind::InvalidInput, "not the path of a program");
            return Err(ProcessError::Start { program: spec.program.clone(), source });
        }
        match Running::reserve(&self.running) {
            Some(place) if !cancel.asked() => one_run::run(spec, &self.own_binary, &place, cancel, listen),
            _ => Ok(never_started()),
        }
    }

    fn own(&self) -> &Path {
        &self.own_binary
    }
}

fn never_started() -> Finished {
    Finished {
        exit: Exit::Cancelled,
        stdout: Output::default(),
        stderr: Output::default(),
        took: Duration::ZERO,
        files: BTreeMap::new(),
    }
}
