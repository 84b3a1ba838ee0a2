//! A started program and its process group, on Unix. As long as it is not reaped its number is its
//! own, and the group can be signalled without hitting a stranger; so nothing here reaps early.

use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};
use std::sync::mpsc::SyncSender;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, WaitOptions, kill_process_group, waitid, waitpgid,
};

use super::command::command;
use super::one_run::Event;
use super::order::Order;
use super::{GRACE, confine, system};
use crate::process::{CommandSpec, Confine};

/// How a program ended, before anybody asks why.
#[derive(Debug)]
pub(super) enum Ending {
    Code(i32),
    Signal(i32),
    /// The supervisor's word: there was no such program after all.
    NotStarted(io::Error),
}

#[derive(Debug)]
pub(super) struct Group {
    pid: Pid,
    /// `None` once reaped: from then on the number may be a stranger's.
    child: Mutex<Option<Child>>,
    confined: Option<Confined>,
}

#[derive(Debug)]
struct Confined {
    limits: Confine,
    /// What the supervisor says if it cannot start the program.
    word: UnixStream,
}

impl Group {
    /// How long after a request to end the program is waited for: the supervisor gives its program
    /// the same grace, and then needs a moment itself.
    pub(super) const PATIENCE: Duration = GRACE.saturating_add(Duration::from_millis(300));

    pub(super) fn start(
        spec: &CommandSpec,
        own_binary: &Path,
    ) -> io::Result<(Self, ChildStdout, ChildStderr)> {
        let (mut command, confined) = match spec.confine {
            None => (command(spec.program.as_os_str(), &spec.args), None),
            Some(limits) => {
                let (command, word) = confined(spec, limits, own_binary)?;
                (command, Some(Confined { limits, word }))
            }
        };
        command.env_clear().envs(&spec.env).current_dir(&spec.cwd);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let gone = || io::Error::other("it came without the pipes that were asked for");
        let stdout = child.stdout.take().ok_or_else(gone)?;
        let stderr = child.stderr.take().ok_or_else(gone)?;
        let pid = Pid::from_child(&child);
        Ok((Self { pid, child: Mutex::new(Some(child)), confined }, stdout, stderr))
    }

    /// Tells when the program has ended. The thread looks on without reaping.
    pub(super) fn watch(&self, tell: SyncSender<Event>) -> io::Result<()> {
        let pid = self.pid;
        let watch = move || {
            let look = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            while waitid(WaitId::Pid(pid), look).is_err_and(|error| error == Errno::INTR) {}
            let _ = tell.send(Event::Ended);
        };
        thread::Builder::new().name("end of a program".into()).spawn(watch).map(drop)
    }

    /// Asks the program and its children to end.
    pub(super) fn ask_to_end(&self) {
        self.signal(Signal::TERM);
    }

    /// Ends the program and those of its children that stayed with it.
    pub(super) fn kill(&self) {
        self.signal(Signal::KILL);
    }

    /// After the program's end: ends who was left behind. A supervisor leaves nobody; but one that was
    /// itself ended by a signal may have been killed, and then its children have become ours.
    pub(super) fn clear(&self) {
        let child = self.lock();
        if child.is_none() {
            return;
        }
        let _ = kill_process_group(self.pid, Signal::KILL);
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        let signalled = matches!(waitid(WaitId::Pid(self.pid), look),
            Ok(Some(status)) if status.terminating_signal().is_some());
        if let (Some(confined), true) = (&self.confined, signalled) {
            system::end_orphans(confined.limits.memory_mb, self.pid);
        }
    }

    /// Takes the ending of a program that has ended. To be called once, after [`Self::clear`].
    pub(super) fn reap(&self) -> io::Result<Ending> {
        let Some(mut child) = self.lock().take() else {
            return Err(io::Error::other("its ending was taken by somebody else"));
        };
        let status = child.wait()?;
        self.reap_adopted();
        match (status.code(), status.signal()) {
            (Some(confine::NOT_STARTED), _) if self.confined.is_some() => Ok(self.why_not_started()),
            (Some(code), _) => Ok(Ending::Code(code)),
            (None, Some(signal)) => Ok(Ending::Signal(signal)),
            (None, None) => Err(io::Error::other("it neither exited nor was it ended by a signal")),
        }
    }

    /// Ends everything at once, if it has not been reaped. For the ways out that nobody planned.
    pub(super) fn end_now(&self) {
        if self.lock().is_none() {
            return;
        }
        self.kill();
        let until = Instant::now() + GRACE;
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        while matches!(waitid(WaitId::Pid(self.pid), look), Ok(None)) && Instant::now() < until {
            thread::sleep(Duration::from_millis(1));
        }
        self.clear();
        if matches!(waitid(WaitId::Pid(self.pid), look), Ok(Some(_))) {
            let _ = self.reap();
        }
    }

    fn signal(&self, signal: Signal) {
        if self.lock().is_some() {
            let _ = kill_process_group(self.pid, signal); // it may have no member left that can be hit
        }
    }

    /// On Linux the children that a program left in its group have become ours: they were killed in
    /// [`Self::clear`], and would stay as zombies.
    fn reap_adopted(&self) {
        let until = Instant::now() + Duration::from_millis(100);
        loop {
            match waitpgid(self.pid, WaitOptions::NOHANG) {
                Ok(Some(_)) | Err(Errno::INTR) => {}
                Ok(None) if Instant::now() < until => thread::sleep(Duration::from_millis(1)),
                Ok(None) | Err(_) => return,
            }
        }
    }

    fn why_not_started(&self) -> Ending {
        let mut text = String::new();
        if let Some(confined) = &self.confined {
            // The supervisor is gone, so the line is at its end: this does not block.
            let _ = (&confined.word).read_to_string(&mut text);
        }
        // A program of a learner may end with that very code: then there is no word.
        match text.trim().parse() {
            Ok(code) => Ending::NotStarted(io::Error::from_raw_os_error(code)),
            Err(_) => Ending::Code(confine::NOT_STARTED),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Child>> {
        self.child.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The supervisor's command line, and our end of the line on which it says why it could not start.
fn confined(spec: &CommandSpec, limits: Confine, own_binary: &Path) -> io::Result<(Command, UnixStream)> {
    let (ours, theirs) = UnixStream::pair()?;
    let args = Order::args(limits.memory_mb, &spec.program, &spec.args);
    let mut command = command(own_binary.as_os_str(), args);
    command.stdin(Stdio::from(OwnedFd::from(theirs)));
    Ok((command, ours))
}
