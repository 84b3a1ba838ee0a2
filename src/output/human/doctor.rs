//! What is installed, as a table; under what is missing, what is lost and the command that mends it.

use std::fmt::Write;

use super::super::style::{Style, Symbol, Tone};
use super::super::wrap::{fit, hang};
use crate::message::ToolLine;

/// One line for each tool, the missing ones explained, and a sentence that sums it up.
pub(super) fn text(style: &Style, lines: &[ToolLine]) -> String {
    let widths = lines.iter().map(|line| console::measure_text_width(&style.word(&line.name)));
    let names = widths.max().unwrap_or(0).min(style.columns() / 2);
    let mut text: String = lines.iter().map(|line| tool(style, line, names)).collect::<Vec<_>>().concat();
    let missing = |needed: bool| lines.iter().filter(|l| l.found.is_none() && l.needed == needed).count();
    let (needed, useful) = (missing(true), missing(false));
    let sum = match (needed, useful) {
        (0, 0) => style.paint(Tone::Good, "Everything is there."),
        (0, _) => style.paint(Tone::Half, &format!("All that is needed is there; {useful} more would help.")),
        _ => style.paint(Tone::Bad, &format!("Not ready: {needed} of the needed things missing.")),
    };
    let _ = writeln!(text, "\n{sum}");
    text
}

fn tool(style: &Style, line: &ToolLine, names: usize) -> String {
    let width = style.columns();
    let below = " ".repeat(names + 4);
    let (symbol, tone) = match (&line.found, line.needed) {
        (Some(_), _) => (Symbol::Pass, Tone::Good),
        (None, true) => (Symbol::Fail, Tone::Bad),
        (None, false) => (Symbol::Half, Tone::Half),
    };
    let name = fit(&style.word(&line.name), names, style.symbol(Symbol::More));
    let first = format!("{} {name}  ", style.paint(tone, style.symbol(symbol)));
    let lost = style.word(&line.lost);
    let Some(found) = &line.found else {
        let needed = if line.needed { "missing, and needed" } else { "missing" };
        let mut text = hang(&first, &style.paint(tone, &format!("{needed}: {lost}")), width);
        let install = style.word(&line.install);
        if !install.is_empty() {
            // Not wrapped, to be copied.
            let _ = writeln!(text, "{below}{}", style.paint(Tone::Strong, &install));
        }
        return text;
    };
    // Most tools begin their version with their own name.
    let found = style.word(found);
    let found = found.strip_prefix(&line.name).map_or(found.as_str(), str::trim_start);
    let mut text = hang(&first, found, width);
    // What a platform does not cover although nothing is missing.
    if !lost.is_empty() && line.install.is_empty() {
        text += &hang(&below, &format!("not covered: {lost}"), width);
    }
    text
}
