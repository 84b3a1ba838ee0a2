//! The process that stands over a learner's program: starts it under its limits, waits, ends all that
//! is below it, and ends as the program did. It has one thread, and it blocks in one place.

use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, WaitOptions, WaitStatus, getpgid, kill_process, kill_process_group,
    wait, waitid,
};
use signal_hook::consts::{SIGCHLD, SIGHUP, SIGINT, SIGTERM};

use super::command::command;
use super::confine::NOT_STARTED;
use super::order::Order;
use super::{GRACE, system};

pub(super) fn supervise(order: &Order) -> ExitCode {
    match start(order) {
        Ok(Some((program, bell))) => leave(watch(program, order, &bell)),
        Ok(None) => ExitCode::FAILURE, // nobody is left who would read it
        Err(error) => {
            say(&error);
            ExitCode::from(u8::try_from(NOT_STARTED).unwrap_or(u8::MAX))
        }
    }
}

/// `None` if the one who wanted the program is dead already.
fn start(order: &Order) -> io::Result<Option<(Pid, Bell)>> {
    let bell = Bell::hang()?;
    system::adopt_orphans();
    system::end_with_parent()?;
    if system::parent_is_gone(order.parent) {
        return Ok(None);
    }
    system::limit_own(order.memory_mb)?;
    let program = command(&order.program, &order.args).spawn()?;
    let pid = Pid::from_child(&program);
    system::hand_limit_over(pid);
    Ok(Some((pid, bell)))
}

/// Until everybody is gone. Returns how the program ended.
fn watch(program: Pid, order: &Order, bell: &Bell) -> Option<WaitStatus> {
    while !has_ended(program) && !bell.asked() && !system::parent_is_gone(order.parent) {
        bell.wait(system::LOOK_AFTER_PARENT);
    }
    if !has_ended(program) {
        let _ = kill_process_group(program, Signal::TERM);
        for child in system::children() {
            if child != program {
                let _ = kill_process(child, Signal::TERM);
            }
        }
        let until = Instant::now() + GRACE;
        while !has_ended(program) && Instant::now() < until {
            bell.wait(Some(until.saturating_duration_since(Instant::now())));
        }
    }
    end_everybody(program)
}

fn has_ended(program: Pid) -> bool {
    let look = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
    !matches!(waitid(WaitId::Pid(program), look), Ok(None) | Err(Errno::INTR))
}

/// Kills and reaps until there is no child any more. Who forks while this goes on is found as well: a
/// process that is not our child has an ancestor that is; its end wakes the wait, and makes its
/// children ours, before the next look.
fn end_everybody(program: Pid) -> Option<WaitStatus> {
    // Not reaped yet: the number is still its own. Where orphans do not fall to us this is all we can do.
    let _ = kill_process_group(program, Signal::KILL);
    let mut ended = None;
    let mut options = WaitOptions::NOHANG;
    loop {
        match wait(options) {
            Ok(Some((pid, status))) => {
                if pid == program {
                    ended = Some(status);
                }
                options = WaitOptions::NOHANG;
            }
            Ok(None) => {
                system::children().into_iter().for_each(end);
                options = WaitOptions::empty();
            }
            Err(Errno::INTR) => {}
            Err(_) => return ended, // no child is left
        }
    }
}

/// A child that leads a group takes the group with it: the kernel lets nobody slip out of a signalled
/// group by forking.
fn end(child: Pid) {
    if getpgid(Some(child)) == Ok(child) {
        let _ = kill_process_group(child, Signal::KILL);
    }
    let _ = kill_process(child, Signal::KILL);
}

/// Ends this process as the program ended.
fn leave(status: Option<WaitStatus>) -> ExitCode {
    let Some(status) = status else { return ExitCode::FAILURE };
    if let Some(signal) = status.terminating_signal() {
        system::leave_no_core();
        let _ = signal_hook::low_level::emulate_default_handler(signal);
        // Real-time signals are not in its table; nobody has changed what they do.
        let _ = signal_hook::low_level::raise(signal);
        return ExitCode::from(u8::try_from(128 + signal).unwrap_or(u8::MAX));
    }
    let code = status.exit_status().unwrap_or(1);
    ExitCode::from(u8::try_from(code).unwrap_or(u8::MAX))
}

/// Tells the starter why the program could not be started. The line is our standard input: the one
/// descriptor that can be handed over without unsafe code, and the program itself gets none.
fn say(error: &io::Error) {
    let Ok(line) = io::stdin().as_fd().try_clone_to_owned() else { return };
    let code = error.raw_os_error().unwrap_or(Errno::IO.raw_os_error());
    let _ = write!(UnixStream::from(line), "{code}");
}

/// Rings at each signal that matters, so that one blocking read with a time limit waits for all.
struct Bell {
    rings: UnixStream,
    asked: Arc<AtomicBool>,
}

impl Bell {
    fn hang() -> io::Result<Self> {
        let (rings, pull) = UnixStream::pair()?;
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGTERM, SIGINT, SIGHUP] {
            // Before the ringing: handlers run in this order, and who wakes must see the flag.
            signal_hook::flag::register(signal, Arc::clone(&asked))?;
        }
        for signal in [SIGTERM, SIGINT, SIGHUP, SIGCHLD] {
            signal_hook::low_level::pipe::register(signal, pull.try_clone()?)?;
        }
        Ok(Self { rings, asked })
    }

    fn asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    /// Until the next ring, or for as long; one that came before is not missed.
    fn wait(&self, longest: Option<Duration>) {
        if longest.is_some_and(|longest| longest.is_zero()) || self.rings.set_read_timeout(longest).is_err() {
            return;
        }
        // Interrupted, timed out or rung: the caller looks at everything again anyway.
        let _ = (&self.rings).read(&mut [0; 64]);
    }
}
