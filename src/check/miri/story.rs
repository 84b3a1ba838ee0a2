//! Miri's reports cut to what helps the learner: the first one that names a line of theirs, their own frames,
//! no advice for those who work on Miri. It must not decide what a report means.

use std::fmt::Write;

use crate::check::diagnostics::{Diagnostic, Level};

/// More lines than that help nobody.
const MOST_LINES: usize = 30;

/// Where the standard library stands in messages.
const LIBRARY: &str = "/rustc/";

/// Starts of lines that are about Miri or about the language's status, and not about this program.
const NOISE: [&str; 7] = [
    "= help: this indicates a",
    "= help: see https://",
    "= help: this means the program tried to do something Miri does not support",
    "note: some details are omitted",
    "note: set `MIRIFLAGS",
    "= help: set `MIRIFLAGS",
    "= help: or set `MIRIFLAGS",
];

/// One of these reports, told for the learner whose file is `own`.
pub(super) fn cut(mut reports: Vec<Diagnostic>, own: &str) -> Diagnostic {
    let count = reports.len();
    // A deadlock is told for each thread, and the first may be none of the learner's.
    let chosen = reports.iter().position(|report| place(report, own).is_some()).unwrap_or(0);
    let mut report = reports.swap_remove(chosen);
    let at = place(&report, own);
    if let Some((line, column)) = at {
        own.clone_into(&mut report.file);
        (report.line, report.column, report.end_line) = (line, column, line);
    }
    report.rendered = retell(&report.rendered, own, at);
    if count > 1 {
        let _ = writeln!(report.rendered, "(and {} more of this kind)", count - 1);
    }
    report
}

/// The innermost line of the learner's file that a report names.
fn place(report: &Diagnostic, own: &str) -> Option<(usize, usize)> {
    if report.file == own {
        return Some((report.line, report.column));
    }
    frames(&report.rendered).into_iter().find(|(_, at)| is_in(at, own)).and_then(|(_, at)| {
        let mut numbers = at[own.len() + 1..].split(':').map(|part| part.trim().parse().ok());
        Some((numbers.next()??, numbers.next()??))
    })
}

fn is_in(at: &str, own: &str) -> bool {
    at.strip_prefix(own).is_some_and(|rest| rest.starts_with(':'))
}

/// Functions and places of the backtrace, innermost first.
fn frames(rendered: &str) -> Vec<(&str, &str)> {
    let lines: Vec<&str> = rendered.lines().map(str::trim).collect();
    let pairs = lines.windows(2).filter_map(|pair| {
        let at = pair[1].strip_prefix("at ")?;
        let (number, name) = pair[0].split_once(": ")?;
        number.parse::<usize>().is_ok().then_some((name, at))
    });
    pairs.collect()
}

fn retell(rendered: &str, own: &str, at: Option<(usize, usize)>) -> String {
    let trace = frames(rendered);
    let mut lines: Vec<String> = Vec::new();
    for line in rendered.lines() {
        let bare = line.trim_start();
        let in_trace = bare.starts_with("= note: stack backtrace:")
            || bare.starts_with("at ")
            || trace.iter().any(|(name, _)| bare.split_once(": ").is_some_and(|(_, rest)| rest == *name));
        if in_trace || bare.is_empty() || NOISE.iter().any(|noise| bare.starts_with(noise)) {
            continue;
        }
        let arrow = bare.strip_prefix("--> ").or_else(|| bare.strip_prefix("::: "));
        match arrow.filter(|path| path.starts_with(LIBRARY)) {
            // The place in the library helps nobody; the learner's line that led there does.
            Some(_) if lines.len() == 1 => {
                lines.extend(at.map(|(line, column)| format!(" --> {own}:{line}:{column}")));
            }
            Some(_) => {}
            None => lines.push(line.to_owned()),
        }
    }
    let ours = |name: &str| name.contains("zz_") || name.starts_with("std::") || name.starts_with('<');
    let calls = trace.iter().filter(|(name, at)| is_in(at, own) && !ours(name));
    // The generated `main` lies behind the learner's last line.
    let calls = calls.filter(|(name, _)| *name != "main" || !trace.iter().any(|(n, _)| n.contains("zz_")));
    lines.extend(calls.map(|(name, at)| format!("  in {name} at {}", short(at))));
    drop_empty_bars(&mut lines);
    lines.truncate(MOST_LINES);
    lines.into_iter().map(|line| line + "\n").collect()
}

/// `source.rs:10:15: 10:60` without its end.
fn short(at: &str) -> &str {
    at.split(": ").next().unwrap_or(at)
}

/// A bar with nothing behind it, before something that is no line of source.
fn drop_empty_bars(lines: &mut Vec<String>) {
    let empty = |line: &String| line.trim() == "|";
    let source = |line: &String| {
        let line = line.trim_start();
        line.starts_with('|') || line.starts_with(|c: char| c.is_ascii_digit())
    };
    let keep: Vec<bool> = (0..lines.len())
        .map(|at| !empty(&lines[at]) || lines.get(at + 1).is_some_and(|next| source(next) && !empty(next)))
        .collect();
    let mut place = 0;
    lines.retain(|_| {
        place += 1;
        keep[place - 1]
    });
}

/// Reads the format for people: what cargo's own `miri` shows. Only errors, and what follows each.
pub(super) fn read_plain(stderr: &str) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut open = false;
    for line in stderr.lines() {
        if let Some((code, message)) = headline(line) {
            open = true;
            found.push(Diagnostic {
                level: Level::Error,
                code,
                message: message.to_owned(),
                file: String::new(),
                line: 0,
                column: 0,
                end_line: 0,
                rendered: String::new(),
            });
        }
        // Warnings, and what stands between reports, belong to nobody here.
        open &= !line.starts_with("warning") && !line.starts_with("FAILING SEED: ");
        let Some(report) = found.last_mut().filter(|_| open) else { continue };
        report.rendered.push_str(line);
        report.rendered.push('\n');
        if report.line == 0
            && let Some((file, line, column)) = line.trim_start().strip_prefix("--> ").and_then(place_of)
        {
            file.clone_into(&mut report.file);
            (report.line, report.column, report.end_line) = (line, column, line);
        }
    }
    found
}

/// `error: …` and `error[E0308]: …`.
fn headline(line: &str) -> Option<(Option<String>, &str)> {
    let rest = line.strip_prefix("error")?;
    if let Some(message) = rest.strip_prefix(": ") {
        return Some((None, message));
    }
    let (code, message) = rest.strip_prefix('[')?.split_once("]: ")?;
    Some((Some(code.to_owned()), message))
}

fn place_of(text: &str) -> Option<(&str, usize, usize)> {
    let (rest, column) = text.rsplit_once(':')?;
    let (file, line) = rest.rsplit_once(':')?;
    Some((file, line.parse().ok()?, column.parse().ok()?))
}
