//! Whole pages of a session: texts to read, two texts beside each other, all keys, the list. It must not
//! know where on the screen they go.

use super::super::human;
use super::super::style::{Style, Symbol, Tone, of_exercise, of_state};
use super::super::wrap::{fit, hang};
use super::fold::fold;
use crate::message::{KeyHelp, List, ListRow, Page};

/// Two texts stand beside each other from this width on; code needs its columns.
const BESIDE: usize = 100;

pub(super) fn page(style: &Style, page: &Page) -> Vec<String> {
    match page {
        Page::Told(message) => human::in_session(message, style).lines().map(str::to_owned).collect(),
        Page::Text { title, text } => titled(style, title, text),
        Page::Beside { left, right } if style.width >= BESIDE => beside(style, left, right),
        Page::Beside { left, right } => {
            let mut lines = titled(style, &left.0, &left.1);
            lines.push(String::new());
            lines.extend(titled(style, &right.0, &right.1));
            lines
        }
    }
}

fn titled(style: &Style, title: &str, text: &str) -> Vec<String> {
    let mut lines = vec![style.paint(Tone::Strong, &style.word(title)), String::new()];
    lines.extend(style.clean(text.trim_end()).lines().map(str::to_owned));
    lines
}

fn beside(style: &Style, left: &(String, String), right: &(String, String)) -> Vec<String> {
    let column = (style.width - 3) / 2;
    let lines = |(title, text): &(String, String)| -> Vec<String> {
        titled(style, title, text).iter().flat_map(|line| fold(line, column)).collect()
    };
    let (left, right) = (lines(left), lines(right));
    let bar = style.paint(Tone::Faint, if style.unicode { "│" } else { "|" });
    let at = |lines: &[String], row: usize| lines.get(row).cloned().unwrap_or_default();
    (0..left.len().max(right.len()))
        .map(|row| format!("{} {bar} {}", fit(&at(&left, row), column, ""), at(&right, row)))
        .collect()
}

pub(super) fn keys(style: &Style, keys: &[KeyHelp]) -> Vec<String> {
    let mut lines = vec![style.paint(Tone::Strong, "Keys"), String::new()];
    for key in keys {
        let label = style.paint(Tone::Strong, &fit(key.label, 8, ""));
        lines.extend(hang(&format!("  {label}"), key.long, style.columns()).lines().map(str::to_owned));
    }
    lines
}

/// The list's lines, and which of them is the chosen one.
pub(super) fn list(style: &Style, list: &List) -> (Vec<String>, usize) {
    if list.found == 0 {
        return (vec![format!("Nothing is called {:?}.", list.filter)], 0);
    }
    let mut lines = Vec::new();
    for (place, row) in list.rows.iter().enumerate() {
        lines.push(match row {
            ListRow::Topic { title, state, done, of } => {
                let (symbol, tone) = of_state(*state);
                let symbol = style.paint(tone, style.symbol(symbol));
                let title = style.paint(Tone::Strong, &style.word(title));
                format!("{symbol} {title}  {done} of {of}")
            }
            ListRow::Exercise { name, state, minutes, current } => {
                let (symbol, tone) = of_exercise(*state);
                let pointer =
                    style.symbol(if place == list.chosen { Symbol::Current } else { Symbol::Blank });
                let name = style.word(name);
                let name = if place == list.chosen { style.paint(Tone::Strong, &name) } else { name };
                let here = if *current { style.paint(Tone::Half, "  you are here") } else { String::new() };
                let minutes = style.paint(Tone::Faint, &format!("  {minutes} min"));
                format!("  {pointer} {} {name}{minutes}{here}", style.paint(tone, style.symbol(symbol)))
            }
        });
    }
    (lines, list.chosen)
}
