//! Words for people. Each message becomes a text; who prints it and where is not decided here.

mod list;
mod report;

use std::fmt::Write as _;

use super::style::{Style, tame, wrap};
use crate::curriculum::Reading;
use crate::message::{Hint, Message, Problem, ToolLine};

pub use report::judged;

/// A message as text, ending with a line end.
#[must_use]
pub fn text(message: &Message, style: &Style) -> String {
    match message {
        Message::News(text) => format!("{}\n", tame(text, false)),
        Message::Problem(shown) => problem(shown, style),
        Message::Checking(place) => {
            let number = format!("({} of {})", place.number, place.of);
            let file = style.name(&place.file.display().to_string());
            format!("Checking {} {} in {file}\n", style.bold(&place.name), style.dim(&number))
        }
        Message::Diagnostics(found) => report::diagnostics(found, style),
        Message::Printed(bytes) => tame(&String::from_utf8_lossy(bytes), style.colour),
        Message::Judged(report) => judged(report, style),
        Message::Verified(verification) => report::verified(verification, style),
        Message::Map(map) => list::map(map, style),
        Message::Hint(shown) => hint(shown, style),
        Message::Readings { topic, readings: list } => readings(topic, list, style),
        Message::Solution { path, text } => {
            format!("{}\n\n{}", style.dim(&path.display().to_string()), tame(text, false))
        }
        Message::Tools(lines) => tools(lines, style),
    }
}

fn problem(problem: &Problem, style: &Style) -> String {
    let mut text = format!("{} {}\n", style.bad("error:"), tame(&problem.what, false));
    for reason in &problem.because {
        let _ = writeln!(text, "  {} {}", style.bold("because:"), tame(reason, false));
    }
    for help in &problem.help {
        let _ = writeln!(text, "  {} {}", style.bold("help:"), tame(help, false));
    }
    text
}

fn hint(hint: &Hint, style: &Style) -> String {
    if hint.rung == 0 {
        return format!("{}\n", hint.text);
    }
    let again = if hint.again { ", the last one again" } else { "" };
    let head = format!("Hint {} of {} for {}{again}", hint.rung, hint.of, hint.exercise);
    format!("{}\n{}", style.bold(&head), wrap(&tame(&hint.text, false), style.width.min(100), "  "))
}

fn readings(topic: &str, readings: &[Reading], style: &Style) -> String {
    let mut text = format!("{}\n", style.bold(&format!("To read for {topic}")));
    for reading in readings {
        let minutes = if reading.minutes > 0 { format!(" ({} min)", reading.minutes) } else { String::new() };
        let _ = writeln!(text, "  {}{}", tame(&reading.title, false), style.dim(&minutes));
        if !reading.url.is_empty() {
            let _ = writeln!(text, "    {}", style.name(&tame(&reading.url, false)));
        }
    }
    if readings.is_empty() {
        text.push_str("  nothing: this set names no reading here\n");
    }
    text
}

fn tools(lines: &[ToolLine], style: &Style) -> String {
    let mut text = String::new();
    for line in lines {
        match &line.found {
            Some(found) => {
                let mark = if style.unicode { "✓" } else { "ok" };
                let _ = writeln!(text, "{} {:<12} {}", style.good(mark), line.name, tame(found, false));
                if !line.lost.is_empty() && line.install.is_empty() {
                    let _ = writeln!(text, "    not covered: {}", line.lost);
                }
            }
            None => {
                let mark = if style.unicode { "✗" } else { "--" };
                let mark = if line.needed { style.bad(mark) } else { style.warn(mark) };
                let _ = writeln!(text, "{mark} {:<12} missing: {}", line.name, line.lost);
                let _ = writeln!(text, "    {}", style.name(&line.install));
            }
        }
    }
    text
}
