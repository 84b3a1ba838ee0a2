//! A session's [`Screen`] as lines of a terminal: what stands where, what is cut, what scrolls. It must not write
//! anything ([`Painter`] does) and knows no key: their words come with the screen.

mod fold;
mod pages;
mod painter;

use std::fmt::Write as _;
use std::time::Duration;

use super::human;
use super::style::{Style, Symbol, Tone};
use super::wrap::{fit, hang};
use crate::message::{KeyHelp, Message, Running, Screen, Size, View};
use fold::fold;

pub use painter::Painter;

/// Lines for every row, and how far one can scroll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// As many as there are rows, none wider than the terminal.
    pub lines: Vec<String>,
    /// The largest number of lines above the screen that still fills it.
    pub most_scroll: usize,
}

/// Where there are fewer rows than this, only the view and one line of keys is shown.
const TIGHT: usize = 12;

/// The screen at this size.
#[must_use]
pub fn frame(screen: &Screen, style: &Style, size: Size) -> Frame {
    let style = &Style { width: size.columns, ..*style };
    let tight = size.rows < TIGHT;
    let mut top = head(screen, style, tight);
    let bottom = foot(screen, style, tight);
    let room = size.rows.saturating_sub(top.len() + bottom.len() + usize::from(!tight)).max(1);
    let (view, scroll) = body(screen, style, room);
    let view: Vec<String> = view.iter().flat_map(|line| fold(line, size.columns)).collect();
    let most_scroll = view.len().saturating_sub(room);
    let above = scroll.unwrap_or(screen.scroll).min(most_scroll);
    let shown: Vec<String> = view.iter().skip(above).take(room).cloned().collect();
    let below = view.len() - above - shown.len();
    top.extend(shown);
    top.resize(top.len() + room.saturating_sub(view.len() - above - below), String::new());
    if !tight {
        top.push(rule(style, above, below));
    }
    top.extend(bottom);
    top.truncate(size.rows);
    let lines = top.iter().map(|line| console::truncate_str(line, size.columns, "").into_owned()).collect();
    Frame { lines, most_scroll }
}

/// The exercise, its file, and what is going on.
fn head(screen: &Screen, style: &Style, tight: bool) -> Vec<String> {
    let place = &screen.place;
    let name = style.paint(Tone::Strong, &style.word(&place.name));
    let dot = style.symbol(Symbol::Dot);
    let count = style.paint(Tone::Faint, &format!(" {dot} {} of {}", place.number, place.of));
    let (done, of) = screen.topic_done;
    let right = format!("{} {done} of {of}", style.bar(done, of, if style.width < 60 { 5 } else { 10 }));
    let topic = style.word(&place.topic);
    let left = format!("{name}{count}");
    let title = ends(style, &left, &format!("{}{right}", cut(style, &topic, &[&left, &right])))
        .or_else(|| ends(style, &left, &right))
        .or_else(|| ends(style, &name, &right))
        .unwrap_or(name);
    let status = match &screen.running {
        Some(running) => running_line(style, running),
        None => String::new(),
    };
    if tight {
        return vec![title, status];
    }
    let file = style.word(&place.file.display().to_string());
    let address = format!("file://{}", screen.file.display());
    let shown = style.paint(Tone::Faint, &short_path(style, &file));
    vec![title, style.link(&address, &shown), status]
}

/// The topic's title and the gap behind it, cut to what the rest of the line leaves; nothing where too little of it is left.
fn cut(style: &Style, topic: &str, rest: &[&str]) -> String {
    let used: usize = rest.iter().map(|part| console::measure_text_width(part)).sum();
    let room = style.width.saturating_sub(used + 2 + 2);
    if room < 10 {
        return String::new();
    }
    format!("{}  ", console::truncate_str(topic, room, style.symbol(Symbol::More)))
}

/// Left and right on one line, if there is room for both.
fn ends(style: &Style, left: &str, right: &str) -> Option<String> {
    let used = console::measure_text_width(left) + console::measure_text_width(right);
    let gap = style.width.checked_sub(used).filter(|gap| *gap >= 2)?;
    Some(format!("{left}{}{right}", " ".repeat(gap)))
}

/// The end of a path says more than its beginning.
fn short_path(style: &Style, path: &str) -> String {
    let size = console::measure_text_width(path);
    if size <= style.width {
        return path.to_owned();
    }
    let more = style.symbol(Symbol::More);
    let skip = size + console::measure_text_width(more) - style.width;
    format!("{more}{}", path.chars().skip(skip).collect::<String>())
}

fn running_line(style: &Style, running: &Running) -> String {
    let mut words = format!("{} checking", style.symbol(Symbol::Half));
    if running.since >= Duration::from_secs(1) {
        let _ = write!(words, ", for {} s", running.since.as_secs());
    }
    let mut line = style.paint(Tone::Half, &words);
    if running.below_is_older {
        line +=
            &style.paint(Tone::Faint, &format!("  {} below: before this save", style.symbol(Symbol::Dot)));
    }
    line
}

/// What fills the screen, and where it has to be scrolled to if it says so itself.
fn body(screen: &Screen, style: &Style, room: usize) -> (Vec<String>, Option<usize>) {
    match &screen.view {
        View::Exercise { hint, found, earlier } => {
            let mut text = String::new();
            if *earlier {
                text += &style.paint(Tone::Half, "of an earlier save; the newest is being judged");
                text.push('\n');
            }
            if let Some(hint) = hint {
                text += &human::in_session(&Message::Hint(hint.clone()), style);
                text.push('\n');
            }
            for message in found {
                let above = human::rows(style, &text.lines().map(str::to_owned).collect::<Vec<_>>());
                let style = Style { height: room.saturating_sub(above), ..*style };
                text += &human::in_session(message, &style);
            }
            (text.lines().map(str::to_owned).collect(), None)
        }
        View::Page(page) => (pages::page(style, page), None),
        View::Keys(keys) => (pages::keys(style, keys), None),
        View::List(list) => {
            let (lines, chosen) = pages::list(style, list);
            // The chosen line stays in the middle, so that what comes is seen in both directions.
            (lines, Some(chosen.saturating_sub(room / 2)))
        }
    }
}

/// Says how much is above and below.
fn rule(style: &Style, above: usize, below: usize) -> String {
    let dash = if style.unicode { "─" } else { "-" };
    let words = match (above, below) {
        (0, 0) => String::new(),
        (0, 1) => " one more line below ".to_owned(),
        (0, below) => format!(" {below} more lines below "),
        (above, 0) => format!(" {above} more lines above "),
        (above, below) => format!(" {above} above, {below} below "),
    };
    let left = 2.min(style.width);
    let right = style.width.saturating_sub(left + words.len());
    style.paint(Tone::Faint, &format!("{}{words}{}", dash.repeat(left), dash.repeat(right)))
}

/// News, the question, and the keys.
fn foot(screen: &Screen, style: &Style, tight: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let news = if tight { &[][..] } else { &screen.notices[..] };
    for news in news {
        let sign = style.paint(Tone::Half, style.symbol(Symbol::Speech));
        let told = hang(&format!("{sign} "), &style.clean(news), style.width);
        lines.extend(told.lines().flat_map(|line| fold(line, style.width)));
    }
    if let Some(prompt) = &screen.prompt {
        lines.push(
            style.paint(Tone::Strong, &fit(&style.clean(prompt), style.width, style.symbol(Symbol::More))),
        );
    }
    lines.push(keys_line(style, &screen.keys));
    lines
}

/// As many keys as fit; the last two (all keys, quit) always have their place.
fn keys_line(style: &Style, keys: &[KeyHelp]) -> String {
    let word = |key: &KeyHelp| format!("{} {}", style.paint(Tone::Strong, key.label), key.short);
    let size = |key: &KeyHelp| key.label.len() + 1 + key.short.len() + 2;
    let (first, last) = keys.split_at(keys.len().saturating_sub(2));
    let mut room = style.width.saturating_sub(last.iter().map(size).sum::<usize>().saturating_sub(2));
    let mut shown = Vec::new();
    for key in first {
        if size(key) <= room {
            room -= size(key);
            shown.push(word(key));
        }
    }
    shown.extend(last.iter().map(word));
    shown.join("  ")
}
