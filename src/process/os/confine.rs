//! The keeper of a learner's program: a copy of our own program that sets limits on itself, starts the
//! program, and ends together with it. On Linux everything the program started ends with it, however
//! it hid, and when we are killed the keeper is told and ends it too. It must not know what it keeps.

use std::ffi::OsString;
use std::process::ExitCode;

use super::confine_word;
use crate::process::Confine;

/// What the keeper's own trouble ends with; the shell's word for "found, but could not be run".
const TROUBLE: u8 = 126;

/// The arguments for our own program, up to the program to keep.
pub(super) fn arguments(limits: Confine) -> Vec<OsString> {
    let parent = std::process::id().to_string();
    vec![confine_word(), limits.memory_mb.to_string().into(), parent.into()]
}

/// The hidden command: `__confine MEMORY_MB PARENT PROGRAM ARGS…`. Ends as the program ends.
pub fn main(mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let memory_mb = args.next().and_then(|word| word.to_str()?.parse().ok());
    let parent = args.next().and_then(|word| word.to_str()?.parse().ok());
    let (Some(memory_mb), Some(parent), Some(program)) = (memory_mb, parent, args.next()) else {
        return ExitCode::from(TROUBLE);
    };
    match keep(Confine { memory_mb }, parent, &program, args) {
        Ok(code) => code,
        Err(error) => {
            use std::io::Write as _;
            // The one who reads this pipe is our own runner.
            let _ = writeln!(std::io::stderr(), "{}: {error}", program.to_string_lossy());
            ExitCode::from(TROUBLE)
        }
    }
}

#[cfg(unix)]
use unix_keeper::keep;

#[cfg(unix)]
mod unix_keeper {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
    use std::process::{Child, Command, ExitCode, ExitStatus};
    use std::sync::mpsc::{Receiver, Sender, channel};

    use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process, kill_process_group, setrlimit};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    use super::super::GRACE;
    use super::super::unix::wait_without_reaping;
    use crate::process::Confine;

    enum News {
        Exited,
        AskedToEnd,
    }

    #[expect(clippy::disallowed_methods, reason = "the keeper starts what it keeps")]
    pub(super) fn keep(
        limits: Confine,
        parent: u32,
        program: &OsStr,
        args: impl Iterator<Item = OsString>,
    ) -> std::io::Result<ExitCode> {
        let (send, news) = channel();
        listen_for_signals(send.clone())?;
        limit(limits);
        #[cfg(target_os = "linux")]
        {
            super::super::linux::adopt_orphans();
            rustix::process::set_parent_process_death_signal(Some(Signal::TERM))?;
        }
        // Whoever started us may have gone before the line above took hold.
        if std::os::unix::process::parent_id() != parent {
            return Ok(ExitCode::from(super::TROUBLE));
        }
        let child = Command::new(program).args(args).process_group(0).spawn()?;
        wait_in_thread(&child, send)?;
        let status = until_it_ends(child, &news)?;
        // Nothing of it may stay. The usual case, that there is nothing, costs one look.
        #[cfg(target_os = "linux")]
        super::super::linux::end_orphans();
        Ok(end_like(status))
    }

    /// Inherited by the program. No core files: a crash is an answer here, not a case for a debugger.
    fn limit(limits: Confine) {
        let bytes = limits.memory_mb.saturating_mul(1024 * 1024);
        let same = |limit| Rlimit { current: Some(limit), maximum: Some(limit) };
        // Where the system refuses (macOS does for address space), `doctor` says that memory is not limited.
        let _ = setrlimit(Resource::As, same(bytes));
        let _ = setrlimit(Resource::Core, same(0));
    }

    fn listen_for_signals(send: Sender<News>) -> std::io::Result<()> {
        let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGINT, SIGHUP])?;
        let listen = move || signals.forever().for_each(|_| drop(send.send(News::AskedToEnd)));
        std::thread::Builder::new().stack_size(64 * 1024).spawn(listen).map(|_| ())
    }

    fn wait_in_thread(child: &Child, send: Sender<News>) -> std::io::Result<()> {
        let pid = Pid::from_child(child);
        let wait = move || {
            wait_without_reaping(pid);
            let _ = send.send(News::Exited);
        };
        std::thread::Builder::new().stack_size(64 * 1024).spawn(wait).map(|_| ())
    }

    fn until_it_ends(mut child: Child, news: &Receiver<News>) -> std::io::Result<ExitStatus> {
        let group = Pid::from_child(&child);
        if let Ok(News::AskedToEnd) = news.recv() {
            let _ = kill_process_group(group, Signal::TERM);
            let deadline = std::time::Instant::now() + GRACE;
            let left = || deadline.saturating_duration_since(std::time::Instant::now());
            // Asked once more: the grace goes on. Ended, or the grace is over: so does this.
            while let Ok(News::AskedToEnd) = news.recv_timeout(left()) {}
        }
        // Also after its own end: others of its group may still be there.
        let _ = kill_process_group(group, Signal::KILL);
        child.wait()
    }

    /// The same code, or death by the same signal: whoever waits for us sees what happened to the program.
    fn end_like(status: ExitStatus) -> ExitCode {
        if let Some(signal) = status.signal() {
            // For the signals we listen to, the default has to come back first; it then ends us right there.
            let _ = signal_hook::low_level::emulate_default_handler(signal);
            if let Some(named) = Signal::from_named_raw(signal) {
                let _ = kill_process(rustix::process::getpid(), named);
            }
            return ExitCode::from(128_u8.saturating_add(u8::try_from(signal).unwrap_or(127)));
        }
        let code = status.code().unwrap_or(i32::from(super::TROUBLE));
        ExitCode::from(u8::try_from(code & 0xff).unwrap_or(super::TROUBLE))
    }
}

#[cfg(windows)]
#[expect(clippy::disallowed_methods, reason = "the keeper starts what it keeps")]
fn keep(
    _: Confine,
    _: u32,
    program: &std::ffi::OsStr,
    args: impl Iterator<Item = OsString>,
) -> std::io::Result<ExitCode> {
    // The job object of the runner holds both; only the code has to be passed on.
    let status = std::process::Command::new(program).args(args).status()?;
    Ok(ExitCode::from(status.code().and_then(|code| u8::try_from(code & 0xff).ok()).unwrap_or(TROUBLE)))
}
