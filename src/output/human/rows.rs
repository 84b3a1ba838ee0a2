//! The row of a topic, which `list` and `verify` share: symbol, title, bar, count, state. It must fit
//! into any width: what does not fit is left out, the words before the bar.

use super::super::style::{Style, Symbol, Tone, of_state};
use super::super::wrap::{fit, right};
use crate::progress::State;

/// How wide each part of a row is; no columns means that it is not shown.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    title: usize,
    bar: usize,
    count: usize,
    state: usize,
}

/// What a row says.
pub(super) struct Row<'a> {
    pub(super) title: &'a str,
    pub(super) state: State,
    pub(super) done: usize,
    pub(super) of: usize,
}

const INDENT: usize = 2;

impl Rows {
    /// For counts up to `most`.
    pub(super) fn new(style: &Style, most: usize) -> Self {
        let columns = style.columns();
        let (bar, state) = match columns {
            76.. => (20, 9),
            60..76 => (10, 9),
            _ => (6, 0),
        };
        let digits = most.to_string().len();
        let separator = if columns < 60 { "/" } else { " of " };
        let count = 2 * digits + separator.len();
        let gaps = 2 + 1 + if state > 0 { 2 } else { 0 };
        // The symbol and a blank behind it.
        let used = INDENT + 2 + bar + count + state + gaps;
        Self { title: columns.saturating_sub(used).max(8), bar, count, state }
    }

    /// The row, with its line end.
    pub(super) fn line(&self, style: &Style, row: &Row<'_>) -> String {
        let (symbol, tone) = of_state(row.state);
        let separator = if self.state == 0 { "/" } else { " of " };
        let more = style.symbol(Symbol::More);
        let mut line = format!(
            "{:INDENT$}{} {}  {} {}",
            "",
            style.paint(tone, style.symbol(symbol)),
            fit(&style.word(row.title), self.title, more),
            style.bar(row.done, row.of, self.bar),
            right(&format!("{}{separator}{}", row.done, row.of), self.count),
        );
        if self.state > 0 {
            line.push_str("  ");
            line.push_str(&style.paint(tone, row.state.as_str()));
        }
        line + "\n"
    }

    /// A row without a count: there is nothing yet.
    pub(super) fn empty(&self, style: &Style, title: &str, says: &str) -> String {
        let room = style.columns().saturating_sub(INDENT + 2 + 2 + says.len());
        let title = fit(&style.word(title), self.title.min(room), style.symbol(Symbol::More));
        let line = format!("{:INDENT$}{} {title}  {says}", "", style.symbol(Symbol::Open));
        style.paint(Tone::Faint, &line) + "\n"
    }
}
