//! What the session looks like: a screen, or lines appended where there is none. It must not know what a
//! message is about.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::sync::mpsc::Sender;

use super::Feed;
use crate::cli::{self, Format};
use crate::commands::ground::Ground;
use crate::message::{Key, Message, Size};
use crate::output::Reporter;
use crate::output::screen::Painter;
use crate::terminal::{self, Event, Terminal};
use crate::watch::{Moment, State};

/// What a terminal has where it does not say.
const USUAL: Size = Size { columns: 80, rows: 24 };

/// The one or the other.
pub(super) enum Front {
    /// A screen that is redrawn.
    Screen { terminal: Terminal, painter: Painter },
    /// Lines that are appended; never a cursor movement.
    Lines { reporter: Reporter },
}

impl Front {
    /// A screen where somebody sits in front of one and did not ask for lines.
    pub(super) fn open(ground: &Ground, options: &cli::Watch, send: &Sender<Feed>) -> io::Result<Self> {
        let tell = |send: &Sender<Feed>| {
            let send = send.clone();
            move |event| drop(send.send(Feed::Terminal(event)))
        };
        terminal::on_signals(tell(send))?;
        let wanted = !options.plain && ground.common.format == Format::Human;
        if wanted && ground.interactive() {
            let terminal = Terminal::take()?;
            terminal.listen(tell(send))?;
            return Ok(Self::Screen { terminal, painter: Painter::new(ground.style(true)) });
        }
        if io::stdin().is_terminal() {
            read_lines(tell(send))?;
        }
        Ok(Self::Lines { reporter: ground.appending_reporter() })
    }

    pub(super) fn size(&self) -> Size {
        match self {
            Self::Screen { .. } => terminal::size().unwrap_or(USUAL),
            Self::Lines { .. } => USUAL,
        }
    }

    pub(super) fn draw(&mut self, state: &mut State, now: Moment, whole: bool) -> io::Result<()> {
        let Self::Screen { painter, .. } = self else { return Ok(()) };
        if whole {
            painter.forget();
        }
        let size = terminal::size().unwrap_or(USUAL);
        let most_scroll = painter.draw(&state.screen(now), size)?;
        state.drawn(most_scroll);
        Ok(())
    }

    pub(super) fn tell(&mut self, message: &Message) -> io::Result<()> {
        match self {
            Self::Screen { .. } => Ok(()),
            Self::Lines { reporter } => reporter.tell(message),
        }
    }

    /// Lends the terminal to somebody, as it was before us.
    pub(super) fn step_aside<T>(&mut self, lent: impl FnOnce() -> T) -> io::Result<T> {
        match self {
            Self::Screen { terminal, .. } => terminal.step_aside(lent),
            Self::Lines { .. } => Ok(lent()),
        }
    }

    pub(super) fn stop(&self) -> io::Result<()> {
        match self {
            Self::Screen { terminal, .. } => terminal.stop(),
            Self::Lines { .. } => {
                terminal::stop_here();
                Ok(())
            }
        }
    }

    pub(super) fn resumed(&self) -> io::Result<()> {
        match self {
            Self::Screen { terminal, .. } => terminal.retake(),
            Self::Lines { .. } => Ok(()),
        }
    }
}

/// Without a screen a key is a character on a line that is sent with Enter; the end of input is Ctrl-D.
fn read_lines(tell: impl Fn(Event) + Send + 'static) -> io::Result<()> {
    let listen = move || {
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            line.chars().for_each(|char| tell(Event::Key(Key::char(char))));
        }
        tell(Event::Key(Key::ctrl('d')));
    };
    std::thread::Builder::new().name("lines".to_owned()).spawn(listen)?;
    Ok(())
}
