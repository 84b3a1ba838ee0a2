//! Systems without signals: Ctrl-C is a key there, and a closed window ends the program by itself.

use std::io;

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
