//! A started program and its job object, on Windows. Untested: it compiles. There is no request to
//! end that a console program must hear, so asking ends it; and there is no memory limit.

use std::io;
use std::path::Path;
use std::process::{ChildStderr, ChildStdout, Stdio};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use process_wrap::std::{ChildWrapper, CommandWrap, JobObject};

use super::GRACE;
use super::command::command;
use super::one_run::Event;
use crate::process::CommandSpec;

/// How often the watching thread looks: the job's wait would wait for grandchildren too.
const LOOK: Duration = Duration::from_millis(2);

/// How a program ended, before anybody asks why.
#[derive(Debug)]
#[expect(dead_code, reason = "the other endings are those of Unix")]
pub(super) enum Ending {
    Code(i32),
    Signal(i32),
    NotStarted(io::Error),
}

#[derive(Debug)]
pub(super) struct Group {
    child: Arc<Mutex<Box<dyn ChildWrapper>>>,
}

impl Group {
    /// How long after a request to end the program is waited for.
    pub(super) const PATIENCE: Duration = GRACE;

    pub(super) fn start(
        spec: &CommandSpec,
        _own_binary: &Path,
    ) -> io::Result<(Self, ChildStdout, ChildStderr)> {
        let mut command = command(spec.program.as_os_str(), &spec.args);
        command.env_clear().envs(&spec.env).current_dir(&spec.cwd);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = CommandWrap::from(command).wrap(JobObject).spawn()?;
        let gone = || io::Error::other("it came without the pipes that were asked for");
        let stdout = child.stdout().take().ok_or_else(gone)?;
        let stderr = child.stderr().take().ok_or_else(gone)?;
        Ok((Self { child: Arc::new(Mutex::new(child)) }, stdout, stderr))
    }

    /// Tells when the program has ended.
    pub(super) fn watch(&self, tell: SyncSender<Event>) -> io::Result<()> {
        let child = Arc::clone(&self.child);
        let watch = move || {
            while matches!(lock(&child).try_wait(), Ok(None)) {
                thread::sleep(LOOK);
            }
            let _ = tell.send(Event::Ended);
        };
        thread::Builder::new().name("end of a program".into()).spawn(watch).map(drop)
    }

    /// Ends the job: there is nothing gentler.
    pub(super) fn ask_to_end(&self) {
        self.kill();
    }

    /// Ends the program and everything it started.
    pub(super) fn kill(&self) {
        let _ = lock(&self.child).start_kill(); // it may have ended
    }

    /// After the program's end: ends who was left behind in the job.
    pub(super) fn clear(&self) {
        self.kill();
    }

    /// Takes the ending of a program that has ended.
    pub(super) fn reap(&self) -> io::Result<Ending> {
        match lock(&self.child).try_wait()? {
            Some(status) => Ok(Ending::Code(status.code().unwrap_or(1))),
            None => Err(io::Error::other("it has not ended")),
        }
    }

    /// Ends everything at once. For the ways out that nobody planned; after a planned one it finds nobody.
    pub(super) fn end_now(&self) {
        self.kill();
    }
}

fn lock(child: &Mutex<Box<dyn ChildWrapper>>) -> MutexGuard<'_, Box<dyn ChildWrapper>> {
    child.lock().unwrap_or_else(PoisonError::into_inner)
}
