//! Signals on Unix. Each becomes an event; only [`stop`] acts. It must not decide what ends the session.

use std::io;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

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
