//! Processes on Windows: a job object holds a program and everything it starts. Type-checked, not tested.

use std::process::{ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::SyncSender;
use std::time::Duration;

use process_wrap::std::{ChildWrapper, CommandWrap, JobObject};

use super::Event;

/// A started program in its job.
#[derive(Debug)]
pub(super) struct Running {
    child: Box<dyn ChildWrapper>,
}

impl Running {
    pub(super) fn start(mut command: Command) -> std::io::Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = CommandWrap::from(command).wrap(JobObject).spawn()?;
        Ok(Self { child })
    }

    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Both pipes; they are there exactly once.
    pub(super) fn pipes(&mut self) -> (ChildStdout, ChildStderr) {
        let (stdout, stderr) = (self.child.stdout().take(), self.child.stderr().take());
        stdout.zip(stderr).expect("`start` asks for both pipes, and they are taken once")
    }

    #[expect(
        clippy::unused_self,
        clippy::needless_pass_by_value,
        clippy::unnecessary_wraps,
        reason = "as on Unix"
    )]
    pub(super) fn watch_exit(&self, send: SyncSender<Event>) -> std::io::Result<()> {
        // The job's own end is found by looking; see `longest_wait`.
        drop(send);
        Ok(())
    }

    #[expect(clippy::unused_self, reason = "as on Unix")]
    pub(super) fn longest_wait(&self, wait: Duration) -> Duration {
        wait.min(Duration::from_millis(5))
    }

    pub(super) fn has_exited(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(Some(_)))
    }

    /// There is no polite request that a console program without a console could hear.
    pub(super) fn ask_to_end(&mut self) {
        self.end();
    }

    pub(super) fn end(&mut self) {
        let _ = self.child.start_kill();
    }

    /// The job ends with the handle, and the handle with us.
    pub(super) fn end_by_id(_: u32) {}

    pub(super) fn reap(&mut self) -> std::io::Result<ExitStatus> {
        self.child.wait()
    }
}
