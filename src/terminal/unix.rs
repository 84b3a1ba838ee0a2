//! Signals on Unix, and waiting for the terminal. Each signal becomes an event; only [`stop_here`] acts. It must not decide what
//! ends the session.

use std::io;
use std::os::unix::net::UnixStream;

use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{self, pipe};

use super::Event;

/// Tells signals as events, from a thread of its own.
pub fn on_signals(tell: impl Fn(Event) + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT])?;
    let listen = move || {
        for signal in signals.forever() {
            tell(match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Resumed,
                _ => Event::Ended,
            });
        }
    };
    std::thread::Builder::new().name("signals".to_owned()).spawn(listen)?;
    Ok(())
}

/// Ctrl-Z in a terminal without raw mode would stop the whole foreground group: cargo, which started us,
/// has to stop as well, or the shell would not notice.
pub fn ask_to_stop() {
    // We are one of the group; our own handler tells [`Event::Stop`].
    let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
}

/// Stops this process until it is continued.
pub fn stop_here() {
    let _ = low_level::emulate_default_handler(SIGTSTP);
}

/// Lets a reader that waits for a key look up: a change of size is an event, and this looks like one.
pub(super) fn wake_reader() {
    let _ = low_level::raise(SIGWINCH);
}

/// Waits until the terminal has something to read, or another size.
///
/// The reader of crossterm must not wait: where the terminal goes away under it, it reads the end of input in a loop, and never
/// comes back (seen with 0.29: a closed window left a session behind that used a whole core).
#[derive(Debug)]
pub(super) struct Waiter {
    /// Something to read here means that the size changed, or that [`wake_reader`] called.
    resized: UnixStream,
}

impl Waiter {
    pub(super) fn new() -> io::Result<Self> {
        let (resized, tell) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        pipe::register(SIGWINCH, tell)?;
        Ok(Self { resized })
    }

    /// Returns when there may be something. An error means that there will never be anything again.
    pub(super) fn wait(&mut self) -> io::Result<()> {
        let stdin = io::stdin();
        let mut watched = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.resized, PollFlags::IN)];
        match poll(&mut watched, None) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        if watched[0].revents().intersects(gone) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if watched[1].revents().contains(PollFlags::IN) {
            let mut calls = [0; 64];
            let _ = io::Read::read(&mut &self.resized, &mut calls);
        }
        Ok(())
    }
}
