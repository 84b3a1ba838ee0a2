//! The terminal: raw mode, the second screen, keys, sizes and signals, taken and given back here and nowhere
//! else. It must not know what a key means, and writes nothing but modes.
//!
//! Whatever ends the program gives the terminal back: dropping [`Terminal`], and a panic on any thread, whose
//! message would otherwise be lost with the second screen.

mod keys;
#[cfg_attr(unix, path = "terminal/unix.rs")]
#[cfg_attr(not(unix), path = "terminal/elsewhere.rs")]
mod signals;

use std::io::{self, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crossterm::{cursor, event, execute, terminal};

use crate::message::{Key, Size};

pub use signals::{ask_to_stop, on_signals, stop_here};

/// How long a reader is waited for that was called; it usually comes within a millisecond.
const PATIENCE: Duration = Duration::from_secs(1);

/// What the terminal or the system tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Key),
    /// Another size.
    Resized(Size),
    /// The system asks us to stop (SIGTSTP).
    Stop,
    /// We were stopped and go on (SIGCONT).
    Resumed,
    /// The system asks us to end (SIGINT, SIGTERM, SIGHUP).
    Ended,
}

/// The terminal, ours until this is dropped.
#[derive(Debug)]
pub struct Terminal {
    gate: Arc<Gate>,
    modes: Arc<Modes>,
}

impl Terminal {
    /// Takes the terminal: raw mode, and the second screen, so that nothing of the scrollback is touched.
    pub fn take() -> io::Result<Self> {
        let modes = Arc::new(Modes::default());
        modes.enter()?;
        let (before, taken) = (std::panic::take_hook(), Arc::clone(&modes));
        std::panic::set_hook(Box::new(move |panic| {
            taken.leave();
            before(panic);
        }));
        Ok(Self { gate: Arc::default(), modes })
    }

    /// Tells keys and sizes, from a thread of its own, for as long as the program runs.
    pub fn listen(&self, tell: impl Fn(Event) + Send + 'static) -> io::Result<()> {
        let gate = Arc::clone(&self.gate);
        // The reader's own handlers come first, and handlers run in that order: when ours wakes the waiter, it knows already.
        event::poll(Duration::ZERO)?;
        let mut waiter = signals::Waiter::new()?;
        let listen = move || {
            loop {
                gate.pass();
                match keys::read(&mut waiter) {
                    Ok(Some(event)) if !gate.is_closed() => tell(event),
                    Ok(_) => {}
                    // The terminal is gone: nobody can press a key any more.
                    Err(_) => {
                        gate.leave();
                        return tell(Event::Ended);
                    }
                }
            }
        };
        std::thread::Builder::new().name("keys".to_owned()).spawn(listen)?;
        Ok(())
    }

    /// Lends the terminal to another program, as it was before we came.
    pub fn step_aside<T>(&self, lent: impl FnOnce() -> T) -> io::Result<T> {
        self.gate.close();
        self.modes.leave();
        let answer = lent();
        self.modes.enter()?;
        self.gate.open();
        Ok(answer)
    }

    /// Gives the terminal back, stops, and takes it again when the shell lets us go on.
    pub fn stop(&self) -> io::Result<()> {
        self.step_aside(stop_here)
    }

    /// Takes the modes again: whoever continued us may have set others.
    pub fn retake(&self) -> io::Result<()> {
        self.modes.enter()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // What is typed from here on is for the shell.
        self.gate.close();
        self.modes.leave();
    }
}

/// The size of the terminal on standard output.
#[must_use]
pub fn size() -> Option<Size> {
    let (columns, rows) = terminal::size().ok()?;
    Some(Size { columns: usize::from(columns), rows: usize::from(rows) })
}

/// What we set, and whether it is set: giving back twice would move the cursor to where it once was, over
/// what was written since.
#[derive(Debug, Default)]
struct Modes(AtomicBool);

impl Modes {
    fn enter(&self) -> io::Result<()> {
        self.0.store(true, Ordering::SeqCst);
        terminal::enable_raw_mode()?;
        // A paste arrives as one event, which is no key: pasted text must not press keys.
        execute!(io::stdout(), terminal::EnterAlternateScreen, cursor::Hide, event::EnableBracketedPaste)
    }

    /// Gives back everything, and cannot fail: where the terminal is gone there is nothing to give back.
    fn leave(&self) {
        if self.0.swap(false, Ordering::SeqCst) {
            let _ = execute!(
                io::stdout(),
                event::DisableBracketedPaste,
                cursor::Show,
                terminal::LeaveAlternateScreen
            );
            let _ = io::stdout().flush();
            let _ = terminal::disable_raw_mode();
        }
    }
}

/// Keeps the thread that reads keys away from a terminal that is lent.
#[derive(Debug, Default)]
struct Gate {
    state: Mutex<Passage>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Passage {
    closed: bool,
    /// Whether the reader waits at the gate, and so not at the terminal.
    waits: bool,
    /// Whether there is a reader at all.
    seen: bool,
}

impl Gate {
    fn lock(&self) -> MutexGuard<'_, Passage> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_closed(&self) -> bool {
        self.lock().closed
    }

    fn pass(&self) {
        let mut state = self.lock();
        state.seen = true;
        state.waits = true;
        self.changed.notify_all();
        while state.closed {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waits = false;
    }

    /// The reader will never come back.
    fn leave(&self) {
        self.lock().seen = false;
        self.changed.notify_all();
    }

    /// Returns when the reader has left the terminal, or was given up: ending must not hang on it.
    fn close(&self) {
        let began = Instant::now();
        let mut state = self.lock();
        state.closed = true;
        while state.seen && !state.waits && began.elapsed() < PATIENCE {
            signals::wake_reader();
            // It may just have been on its way to the terminal, and so have missed the call.
            let again = Duration::from_millis(20);
            (state, _) = self.changed.wait_timeout(state, again).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn open(&self) {
        self.lock().closed = false;
        self.changed.notify_all();
    }
}
