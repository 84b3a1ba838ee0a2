//! What the compiler or the linter found: the first report as it draws it, the others in a line each as far as there is
//! room. It must not choose which of them is the first: errors come before warnings, as they were found.

use super::super::style::{Style, Symbol, Tone};
use super::super::wrap::fit;
use super::Lines;
use crate::check::{Diagnostic, Level};

/// The reports in at most `room` rows, if the first leaves any; what has no room is counted.
pub(super) fn compiler(style: &Style, found: &[Diagnostic], room: usize) -> Lines {
    let place = found.iter().position(|found| found.level == Level::Error).unwrap_or(0);
    let Some(first) = found.get(place) else { return Vec::new() };
    let mut lines: Lines = style.clean(first.rendered.trim_end()).lines().map(str::to_owned).collect();
    let others: Vec<&Diagnostic> = found[..place].iter().chain(&found[place + 1..]).collect();
    if others.is_empty() {
        return lines;
    }
    lines.push(String::new());
    let left = room.saturating_sub(rows(style, &lines));
    let shown = if others.len() <= left { others.len() } else { left.saturating_sub(1) };
    lines.extend(others[..shown].iter().map(|other| short(style, other)));
    let more = others.len() - shown;
    if more > 0 {
        let more = format!("{} and {more} more", style.symbol(Symbol::More));
        lines.push(style.paint(Tone::Faint, &more));
    }
    lines
}

/// How many rows of the terminal these lines fill.
pub(in crate::output) fn rows(style: &Style, lines: &[String]) -> usize {
    lines.iter().map(|line| console::measure_text_width(line).div_ceil(style.width.max(1)).max(1)).sum()
}

/// Code, first sentence and place, on one line. Where it is narrow the path gives way first, then the end of the sentence.
fn short(style: &Style, found: &Diagnostic) -> String {
    let (tone, level) = match found.level {
        Level::Error => (Tone::Bad, "error"),
        Level::Warning => (Tone::Half, "warning"),
        Level::Note => (Tone::Half, "note"),
    };
    let code = style.word(found.code.as_deref().unwrap_or(level));
    let message = style.word(&found.message);
    let file = style.word(&found.file);
    let width = |text: &str| console::measure_text_width(text);
    let all = width(&code) + width(&message) + 4;
    let name = file.rsplit('/').next().unwrap_or(&file);
    let at = |file: &str| if file.is_empty() { String::new() } else { format!("{file}:{}", found.line) };
    let at = if all + width(&at(&file)) <= style.width { at(&file) } else { at(name) };
    let room = style.width.saturating_sub(width(&code) + width(&at) + 4);
    let message = fit(&message, room, style.symbol(Symbol::More));
    let message = message.trim_end();
    format!("{}: {message}  {}", style.paint(tone, &code), style.paint(Tone::Faint, &at))
        .trim_end()
        .to_owned()
}
