//! How it is told: one file for each format. It must not run or decide anything, and is the only place
//! that writes to standard output and standard error.

pub mod human;
pub mod json;
pub mod style;

use std::io::{self, Write};

use crate::message::Message;

pub use style::Style;

/// Tells messages, in one format.
pub struct Reporter {
    out: Box<dyn Write>,
    err: Box<dyn Write>,
    format: Format,
}

enum Format {
    Human { out: Style, err: Style, quiet: bool },
    Json,
}

impl Reporter {
    /// For people: answers to standard output; progress, news and problems to standard error.
    #[must_use]
    pub fn human(out: Style, err: Style, quiet: bool) -> Self {
        Self::to(Box::new(io::stdout()), Box::new(io::stderr()), Format::Human { out, err, quiet })
    }

    /// For programs: one JSON object on standard output, words on standard error.
    #[must_use]
    pub fn json() -> Self {
        Self::to(Box::new(io::stdout()), Box::new(io::stderr()), Format::Json)
    }

    /// For the moment in which nothing is known about the terminal.
    #[must_use]
    pub fn plain_errors() -> Self {
        Self::human(Style::plain(80), Style::plain(80), false)
    }

    fn to(out: Box<dyn Write>, err: Box<dyn Write>, format: Format) -> Self {
        Self { out, err, format }
    }

    /// Tells one message.
    ///
    /// # Errors
    ///
    /// What the stream says; a closed pipe among them.
    pub fn tell(&mut self, message: &Message) -> io::Result<()> {
        match &self.format {
            Format::Json => match json::value(message) {
                Some(value) => writeln!(self.out, "{value}"),
                None => self.err.write_all(human::text(message, &Style::plain(100)).as_bytes()),
            },
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
        let colour = match &self.format {
            Format::Human { err, quiet: false, .. } => err.colour,
            _ => return indicatif::ProgressBar::hidden(),
        };
        let bar = indicatif::ProgressBar::new(steps as u64);
        let template = if colour { "{bar:40.green} {pos}/{len}" } else { "{bar:40} {pos}/{len}" };
        if let Ok(style) = indicatif::ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> "));
        }
        bar
    }
}

/// What was asked for goes to standard output.
fn is_answer(message: &Message) -> bool {
    !matches!(message, Message::News(_) | Message::Problem(_) | Message::Checking(_))
}

fn is_small_talk(message: &Message) -> bool {
    matches!(message, Message::News(_) | Message::Checking(_))
}
