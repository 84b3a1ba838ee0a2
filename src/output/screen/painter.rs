//! Writes frames to a terminal: only the lines that changed, in one piece, so that nothing flickers. It must not
//! clear the screen: that would push its old content into the scrollback of some terminals.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Frame, frame};
use crate::message::{Screen, Size};
use crate::output::Style;

/// Terminals that know this show what stands between the two all at once; the others leave it out.
const BEGIN: &str = "\u{1b}[?2026h";
const END: &str = "\u{1b}[?2026l";

/// A terminal, and what it shows.
pub struct Painter {
    out: Box<dyn Write>,
    style: Style,
    shown: Vec<String>,
}

impl Painter {
    /// Onto standard output.
    #[must_use]
    pub fn new(style: Style) -> Self {
        Self::onto(Box::new(io::stdout()), style)
    }

    /// Onto something else.
    #[must_use]
    pub fn onto(out: Box<dyn Write>, style: Style) -> Self {
        Self { out, style, shown: Vec::new() }
    }

    /// Forgets what the terminal shows: it may be anything now.
    pub fn forget(&mut self) {
        self.shown.clear();
    }

    /// Shows this. Says how far one can scroll.
    pub fn draw(&mut self, screen: &Screen, size: Size) -> io::Result<usize> {
        let Frame { lines, most_scroll } = frame(screen, &self.style, size);
        let mut text = String::new();
        for (row, line) in lines.iter().enumerate() {
            if self.shown.get(row) == Some(line) {
                continue;
            }
            let _ = write!(text, "\u{1b}[{};1H{line}\u{1b}[0m", row + 1);
            // At the last column the cursor still stands on the last cell: clearing would take it away.
            if console::measure_text_width(line) < size.columns {
                text.push_str("\u{1b}[K");
            }
        }
        if !text.is_empty() {
            self.out.write_all(format!("{BEGIN}{text}{END}").as_bytes())?;
            self.out.flush()?;
        }
        self.shown = lines;
        Ok(most_scroll)
    }
}

impl std::fmt::Debug for Painter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Painter").field("lines", &self.shown.len()).finish_non_exhaustive()
    }
}
