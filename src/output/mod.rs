//! How it is told: one file for each format. It must not run or decide anything, and is the only place
//! that writes to standard output and standard error.

pub mod harmless;
pub mod human;
pub mod json;
pub mod screen;
pub mod style;
pub mod wrap;

use std::io::{self, Write};

use crate::message::Message;

pub use style::Style;

/// Tells messages, in one format. Answers go to standard output; news, progress and problems go to
/// standard error.
pub struct Reporter {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    format: Format,
}

/// Which formats there are. A new one is added here.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// Text for people.
    Human {
        /// What standard output can show.
        out: Style,
        /// What standard error can show.
        err: Style,
        /// Whether news and progress are left out.
        quiet: bool,
    },
    /// One JSON object for each answer, one a line.
    Json,
}

impl Reporter {
    /// For people.
    #[must_use]
    pub fn human(out: Style, err: Style, quiet: bool) -> Self {
        Self::onto(Box::new(io::stdout()), Box::new(io::stderr()), Format::Human { out, err, quiet })
    }

    /// For programs.
    #[must_use]
    pub fn json() -> Self {
        Self::onto(Box::new(io::stdout()), Box::new(io::stderr()), Format::Json)
    }

    /// For the moment in which nothing is known about the terminal.
    #[must_use]
    pub fn plain_errors() -> Self {
        Self::human(Style::plain(80), Style::plain(80), false)
    }

    /// Onto other streams than the process's own.
    #[must_use]
    pub fn onto(out: Box<dyn Write>, err: Box<dyn Write>, format: Format) -> Self {
        Self { out, err, format }
    }

    /// Tells one message. An error means that nobody can be told: see [`is_closed_pipe`].
    pub fn tell(&mut self, message: &Message) -> io::Result<()> {
        match &self.format {
            Format::Json => {
                if let Some(object) = json::line(message) {
                    self.out.write_all(object.as_bytes())?;
                    self.out.flush()?;
                }
                if let Some(words) = json::words(message) {
                    self.err.write_all(words.as_bytes())?;
                }
                Ok(())
            }
            Format::Human { quiet: true, .. } if is_small_talk(message) => Ok(()),
            Format::Human { out, .. } if is_answer(message) => {
                self.out.write_all(human::text(message, out).as_bytes())?;
                self.out.flush()
            }
            Format::Human { err, .. } => self.err.write_all(human::text(message, err).as_bytes()),
        }
    }

    /// A bar for this many steps on standard error; invisible where nobody watches.
    #[must_use]
    pub fn bar(&self, steps: usize) -> indicatif::ProgressBar {
        let Format::Human { err: style, quiet: false, .. } = &self.format else {
            return indicatif::ProgressBar::hidden();
        };
        let bar = indicatif::ProgressBar::new(steps as u64);
        let template = if style.colour { "{bar:40.green} {pos} of {len}" } else { "{bar:40} {pos} of {len}" };
        if let Ok(drawn) = indicatif::ProgressStyle::with_template(template) {
            let [full, empty] = [style::Symbol::Full, style::Symbol::Empty].map(|part| style.symbol(part));
            bar.set_style(drawn.progress_chars(&format!("{full}{full}{empty}")));
        }
        bar
    }
}

/// Whether the reader has gone away, as `head` does: no fault of anybody, and a reason to end quietly.
#[must_use]
pub fn is_closed_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

/// What was asked for goes to standard output.
fn is_answer(message: &Message) -> bool {
    !matches!(message, Message::News(_) | Message::Question(_) | Message::Problem(_) | Message::Checking(_))
}

fn is_small_talk(message: &Message) -> bool {
    matches!(message, Message::News(_) | Message::Checking(_))
}
