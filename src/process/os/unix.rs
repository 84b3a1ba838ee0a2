//! Processes on Unix: groups, signals, and waiting without polling. Nothing here knows about exercises.

use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::SyncSender;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid};

use super::Event;

/// A started program, the leader of its own process group.
#[derive(Debug)]
pub(super) struct Running {
    child: Child,
}

impl Running {
    pub(super) fn start(mut command: Command) -> std::io::Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        Ok(Self { child: command.spawn()? })
    }

    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Both pipes; they are there exactly once.
    pub(super) fn pipes(&mut self) -> (ChildStdout, ChildStderr) {
        let (stdout, stderr) = (self.child.stdout.take(), self.child.stderr.take());
        stdout.zip(stderr).expect("`start` asks for both pipes, and they are taken once")
    }

    /// Tells of the exit without collecting it: the number stays ours until [`Running::reap`], so that no signal
    /// can hit a stranger.
    pub(super) fn watch_exit(&self, send: SyncSender<Event>) -> std::io::Result<()> {
        let pid = Pid::from_child(&self.child);
        let wait = move || {
            wait_without_reaping(pid);
            let _ = send.send(Event::Exited);
        };
        std::thread::Builder::new().name("wait".to_owned()).stack_size(64 * 1024).spawn(wait).map(|_| ())
    }

    /// Exits are told by a thread, so nothing has to look for them.
    #[expect(clippy::unused_self, reason = "as on Windows")]
    pub(super) fn longest_wait(&self, wait: Duration) -> Duration {
        wait
    }

    #[expect(clippy::unused_self, reason = "as on Windows")]
    pub(super) fn has_exited(&mut self) -> bool {
        false
    }

    pub(super) fn ask_to_end(&self) {
        self.signal(Signal::TERM);
    }

    pub(super) fn end(&self) {
        self.signal(Signal::KILL);
    }

    /// Signals go to the group; the leader alone is meant where it has left no group (it has ended).
    fn signal(&self, signal: Signal) {
        let pid = Pid::from_child(&self.child);
        if kill_process_group(pid, signal).is_err() {
            let _ = kill_process(pid, signal);
        }
    }

    pub(super) fn end_by_id(id: u32) {
        if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
            // A confined program's keeper ends what it keeps when it is asked to.
            let _ = kill_process_group(pid, Signal::TERM);
        }
    }

    pub(super) fn reap(&mut self) -> std::io::Result<ExitStatus> {
        self.child.wait()
    }
}

/// Returns when the child has ended and leaves its status to be collected.
pub(super) fn wait_without_reaping(pid: Pid) {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
    while matches!(waitid(WaitId::Pid(pid), options), Err(rustix::io::Errno::INTR)) {}
}
