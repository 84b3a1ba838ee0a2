//! Systems without signals, and waiting for their terminal: Ctrl-C is a key there, and a closed window ends the program by itself.

use std::io;
use std::time::Duration;

use super::Event;

/// There are none to tell.
pub fn on_signals(_: impl Fn(Event) + Send + 'static) -> io::Result<()> {
    Ok(())
}

/// There is no stopping here.
pub fn ask_to_stop() {}

/// There is no stopping here.
pub fn stop_here() {}

/// The reader looks up by itself.
pub(super) fn wake_reader() {}

/// Nothing can wake the reader here: it looks up by itself.
#[derive(Debug)]
pub(super) struct Waiter {
    /// How long it waits at a time.
    rhythm: Duration,
}

impl Waiter {
    #[expect(clippy::unnecessary_wraps, reason = "on Unix there is something that can fail")]
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self { rhythm: Duration::from_millis(100) })
    }

    pub(super) fn wait(&mut self) -> io::Result<()> {
        crossterm::event::poll(self.rhythm).map(drop)
    }
}
