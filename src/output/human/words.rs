//! Sentences: news, problems, hints, readings, solutions. It must not hold tables.

use std::fmt::Write;
use std::path::Path;

use super::super::style::{Style, Symbol, Tone};
use super::super::wrap::{hang, wrap};
use super::{command, with_command};
use crate::curriculum::Reading;
use crate::message::{Hint, Place, Problem};

/// Long lines of prose tire the eye, however wide the window is.
const PROSE: usize = 84;

pub(super) fn prose(style: &Style) -> usize {
    style.columns().min(PROSE)
}

pub(super) fn news(style: &Style, news: &str) -> String {
    style.clean(news).trim_end().to_owned() + "\n"
}

/// In the manner of the compiler: what, why, and what to do. Neither this nor news is wrapped: they name
/// paths and commands, to be copied from a terminal and found in a log.
pub(super) fn problem(style: &Style, problem: &Problem) -> String {
    let line = |tone, label: &str, text: &str| {
        let text = style.clean(text);
        hang(&style.paint(tone, label), &text, usize::MAX)
    };
    let mut text = line(Tone::Bad, "error: ", &problem.what);
    for reason in &problem.because {
        text += &line(Tone::Strong, "  because ", reason);
    }
    for help in &problem.help {
        text += &line(Tone::Good, "  help: ", help);
    }
    text
}

pub(super) fn checking(style: &Style, place: &Place) -> String {
    let (name, file) = (style.word(&place.name), style.word(&place.file.display().to_string()));
    let rest = format!("({} of {}) in {file} {}", place.number, place.of, style.symbol(Symbol::More));
    format!("Checking {} {}\n", style.paint(Tone::Strong, &name), style.paint(Tone::Faint, &rest))
}

/// A rung, without a word on how to get the next.
pub(super) fn hint_in_session(style: &Style, hint: &Hint) -> String {
    if hint.rung == 0 {
        return hang("", &style.clean(&hint.text), prose(style));
    }
    let name = style.word(&hint.exercise);
    let head = format!("Hint {} of {} for {name}", hint.rung, hint.of);
    let mut text = format!("{}\n\n", style.paint(Tone::Strong, &head));
    for line in wrap(&style.clean(&hint.text), prose(style) - 2) {
        text += format!("  {line}").trim_end();
        text.push('\n');
    }
    text
}

pub(super) fn hint(style: &Style, hint: &Hint) -> String {
    let mut text = hint_in_session(style, hint);
    if hint.rung == 0 {
        return text;
    }
    text.push('\n');
    let (words, verb) = match (hint.rung < hint.of, hint.again) {
        (true, _) => ("Another one:", "hint"),
        (false, false) => ("That was the last one. The solution:", "solution"),
        (false, true) => ("You have seen them all. The solution:", "solution"),
    };
    text += &with_command(style, words, &command(style, verb, &hint.exercise));
    text
}

pub(super) fn readings(style: &Style, topic: &str, readings: &[Reading]) -> String {
    let topic = style.word(topic);
    if readings.is_empty() {
        return hang("", &format!("This set names nothing to read for {topic}."), prose(style));
    }
    let mut text = style.paint(Tone::Strong, &format!("To read for {topic}, best first"));
    text.push('\n');
    for (place, reading) in readings.iter().enumerate() {
        let minutes = match reading.minutes {
            0 => String::new(),
            minutes => format!(" ({minutes} min)"),
        };
        let title = format!("{}{minutes}", style.word(&reading.title));
        text += &hang(&format!("  {}  ", place + 1), &title, prose(style));
        let address = style.word(&reading.url);
        if !address.is_empty() {
            let _ = writeln!(text, "     {}", style.link(&address, &address));
        }
    }
    text
}

pub(super) fn solution(style: &Style, path: &Path, text: &str) -> String {
    let path = style.word(&path.display().to_string());
    let text = style.clean(text);
    format!("{}\n{}\n", style.paint(Tone::Faint, &format!("// {path}\n")), text.trim_end())
}
