//! What is said about one judged exercise: what failed and why, the first failing item only, on at most
//! one screen; then what helps, and the command to run again. Of a pass: how far the topic is, and what
//! comes next.

use super::super::style::{Style, Symbol, Tone, of_state, of_word};
use super::super::wrap::hang;
use super::compiler::{compiler, rows};
use super::words::prose;
use super::{Lines, PROGRAM, command};
use crate::check::{CheckResult, Outcome, Verdict, Word, predict};
use crate::message::Report;
use crate::progress::State;

/// The longest report, so that what matters stays on the screen.
const LINES: usize = super::super::style::TALL;
/// The most that is shown of what a passing program printed.
const PRINTED: usize = 20;

/// How the reader goes on from here.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// By typing the next command.
    Commands,
    /// By a key: a session is running, and its footer names the keys.
    Keys,
}

/// One judged exercise.
pub(super) fn text(style: &Style, report: &Report, by: By) -> String {
    let (head, body, foot) = match report.outcome.word() {
        Word::Passed | Word::Partial => passed(style, report, by),
        Word::Cancelled => (vec![headline(style, report)], Vec::new(), Vec::new()),
        _ => failed(style, report, by),
    };
    let room = LINES.saturating_sub(head.len() + foot.len());
    let mut body = shortened(style, body, room, report);
    let whole = rows(style, &head) + rows(style, &body) + rows(style, &foot);
    // A session's screen can be scrolled, and nobody knows to scroll for how far the topic is and what comes next.
    let is_pass = matches!(report.outcome.word(), Word::Passed | Word::Partial) && !style.tags;
    if by == By::Keys && !body.is_empty() && is_pass && whole > style.height {
        body.insert(0, String::new());
        return [head, foot, body].concat().join("\n") + "\n";
    }
    [head, body, foot].concat().join("\n") + "\n"
}

fn headline(style: &Style, report: &Report) -> String {
    let (symbol, tone, word) = of_word(said(&report.outcome));
    let name = style.paint(Tone::Strong, &style.word(&report.place.name));
    let dot = style.symbol(Symbol::Dot);
    let known = if report.outcome.cached { style.paint(Tone::Faint, " (unchanged)") } else { String::new() };
    if style.tags {
        return format!("[{}] {}{known}", tag(said(&report.outcome)), style.word(&report.place.name));
    }
    format!("{} {name} {dot} {}{known}", style.paint(tone, style.symbol(symbol)), style.paint(tone, word))
}

/// What stands in brackets where lines are appended, for people and for `grep`.
fn tag(word: Word) -> &'static str {
    match word {
        Word::Passed => "PASS",
        Word::Partial => "PART",
        Word::Cancelled => "STOP",
        Word::Unavailable => "SKIP",
        Word::Failed | Word::TimedOut | Word::OutOfMemory | Word::Crashed => "FAIL",
    }
}

fn failed(style: &Style, report: &Report, by: By) -> (Lines, Lines, Lines) {
    let mut head = vec![headline(style, report)];
    let decisive = report.outcome.decisive();
    let words = decisive.map_or_else(|| "nothing has judged it".to_owned(), |result| why(style, result));
    head.extend(block(style, "  ", &words));
    let foot = below(style, report, by);
    let room = style.height.saturating_sub(head.len() + 1 + rows(style, &foot));
    let body = decisive.map(|result| evidence(style, result, room)).unwrap_or_default();
    if !body.is_empty() {
        head.push(String::new());
    }
    (head, body, foot)
}

/// What stands below the words of the tools: what is known of the cause, and what helps.
fn below(style: &Style, report: &Report, by: By) -> Lines {
    let mut foot = vec![String::new()];
    if let Some(calibration) = &report.calibration {
        foot.extend(block(style, "  ", calibration));
        foot.push(String::new());
    }
    if let Some(says) = &report.outcome.trap {
        let sign = style.paint(Tone::Half, style.symbol(Symbol::Speech));
        foot.extend(block(style, &format!("  {sign} "), &style.clean(says)));
        foot.push(String::new());
    }
    foot.extend(notes(style, report));
    if by == By::Keys {
        return foot;
    }
    let label = |label: &str| style.paint(Tone::Faint, label);
    foot.push(format!("  {} {}", label("edit "), style.word(&report.place.file.display().to_string())));
    let (seen, of) = report.hints;
    if of > 0 {
        let rungs = if seen < of { format!("{seen} of {of} seen") } else { "all seen".to_owned() };
        let hint = command(style, "hint", &report.place.name);
        foot.push(format!("  {} {hint}  {}", label("hint "), label(&format!("({rungs})"))));
    }
    foot.push(format!("  {} {}", label("again"), command(style, "run", &report.place.name)));
    foot
}

fn passed(style: &Style, report: &Report, by: By) -> (Lines, Lines, Lines) {
    let passed = report.outcome.checks.iter().filter(|r| r.judgement.verdict.word() == Word::Passed);
    let words: Vec<String> = passed.map(|result| style.word(&result.check)).collect();
    let mut head = vec![headline(style, report)];
    if !words.is_empty() {
        head.push(style.paint(Tone::Faint, &format!("  {}", words.join(", "))));
    }
    for result in &report.outcome.checks {
        let judgement = &result.judgement;
        if judgement.verdict.word() == Word::Unavailable {
            head.extend(block(style, "  ", &why(style, result)));
            head.extend(install(style, result).map(|command| format!("    {command}")));
        } else if judgement.stand_in {
            let check = style.word(&result.check);
            head.extend(block(style, "  ", &format!("{check}: a weaker check stood in")));
        }
    }
    let body = words_of_a_pass(style, report);
    let mut foot = notes(style, report);
    if !body.is_empty() && report.learned.is_some() {
        foot.push(String::new());
    }
    if let Some(learned) = &report.learned {
        foot.extend(block(style, &format!("  {} ", style.paint(Tone::Faint, "goal")), &style.clean(learned)));
    }
    let (done, of) = report.topic_done;
    let topic = style.word(&report.place.topic);
    let state = match report.topic_state {
        done @ (State::Mastered | State::Complete) => format!("  {}", stated(style, done)),
        State::Started | State::Untouched => String::new(),
    };
    foot.extend(block(style, "  ", &format!("{topic}  {} {done} of {of}{state}", style.bar(done, of, 10))));
    if let Some((number, title, state)) = &report.stage_done {
        let words = format!("Stage {number}, {}  {}", style.word(title), stated(style, *state));
        foot.extend(block(style, "  ", &words));
    }
    let label = style.paint(Tone::Faint, "next ");
    foot.push(match &report.next {
        Some(next) if by == By::Keys => format!("  {label} {}", style.paint(Tone::Strong, &style.word(next))),
        Some(next) => format!("  {label} {}", command(style, "run", next)),
        None if by == By::Keys => "  Nothing is left undone here.".to_owned(),
        None => format!("  Nothing is left undone. The whole map: {PROGRAM} list"),
    });
    (head, body, foot)
}

/// A state as it is told: its sign and its word, in its colour.
pub(super) fn stated(style: &Style, state: State) -> String {
    let (symbol, tone) = of_state(state);
    style.paint(tone, &format!("{} {}", style.symbol(symbol), state.as_str()))
}

/// Why things are as they were predicted, then what the check printed that spoke last.
fn words_of_a_pass(style: &Style, report: &Report) -> Lines {
    let spoke = |result: &&CheckResult| !result.judgement.output.trim().is_empty();
    let (reasons, printed): (Vec<_>, Vec<_>) =
        report.outcome.checks.iter().filter(spoke).partition(|result| result.check == predict::WORD);
    let mut lines = Vec::new();
    for result in reasons {
        lines.push(style.paint(Tone::Faint, "  why it is so:"));
        for reason in style.clean(result.judgement.output.trim_end()).lines() {
            lines.extend(block(style, "  ", reason));
        }
    }
    if let Some(calibration) = &report.calibration {
        lines.push(String::new());
        lines.extend(block(style, "  ", calibration));
    }
    let printed = printed.last().map(|result| without_wanted_panics(result.judgement.output.trim_end()));
    if let Some(printed) = printed.filter(|printed| !printed.trim().is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(style.paint(Tone::Faint, "  it printed:"));
        lines.extend(shortened(style, indented(style, &printed), PRINTED, report));
    }
    lines
}

/// What tests that passed printed, without those in which something panicked: it was meant to, and looks like a fault.
fn without_wanted_panics(printed: &str) -> String {
    let is_heading = |line: &str| line.starts_with("---- ") && line.ends_with(" stdout ----");
    let panics = |line: &str| line.starts_with("thread '") && line.contains(" panicked at ");
    let lines: Vec<&str> = printed.lines().collect();
    let sections = lines.chunk_by(|_, next| !is_heading(next));
    let kept =
        sections.filter(|section| !(is_heading(section[0]) && section.iter().any(|line| panics(line))));
    kept.flatten().copied().collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// The word for an outcome: where no check could judge, nothing has passed in part either.
pub(super) fn said(outcome: &Outcome) -> Word {
    let unjudged = |result: &CheckResult| result.judgement.verdict.word() == Word::Unavailable;
    match outcome.word() {
        Word::Partial if outcome.checks.iter().all(unjudged) => Word::Unavailable,
        word => word,
    }
}

/// Why a check did not pass, in a sentence.
pub(super) fn why(style: &Style, result: &CheckResult) -> String {
    let check = style.word(&result.check);
    let reason = style.word(&result.judgement.reason);
    match &result.judgement.verdict {
        Verdict::Unavailable { tool, .. } => {
            format!("{check} could not judge: {} is missing", style.word(tool))
        }
        _ if reason.is_empty() => format!("{check} did not pass"),
        _ => format!("{check}: {reason}"),
    }
}

/// The command that installs what a check lacks, where it lacks something.
pub(super) fn install(style: &Style, result: &CheckResult) -> Option<String> {
    match &result.judgement.verdict {
        Verdict::Unavailable { install, .. } => Some(style.paint(Tone::Strong, &style.word(install))),
        _ => None,
    }
}

/// What the tools and the program said: the first item, and of a compiler's others a line each, where there is room.
fn evidence(style: &Style, result: &CheckResult, room: usize) -> Lines {
    let judgement = &result.judgement;
    if !judgement.diagnostics.is_empty() {
        return compiler(style, &judgement.diagnostics, room);
    }
    let mut lines = indented(style, without_backtrace_note(judgement.detail.trim()));
    if result.check == predict::WORD {
        // Of what a prediction says only the reason is prose; it is wrapped like ours.
        let reason =
            |line: &String| line.strip_prefix("  why:").map(|why| block(style, "  why:      ", why.trim()));
        lines = lines.into_iter().flat_map(|line| reason(&line).unwrap_or_else(|| vec![line])).collect();
    }
    // A failing test's words hold what it printed; a program that ended oddly says it in both places.
    if lines.is_empty() || result.check == "run" {
        let output = indented(style, judgement.output.trim());
        if !lines.is_empty() && !output.is_empty() {
            lines.push(style.paint(Tone::Faint, "  it printed:"));
        }
        lines.extend(output);
    }
    lines
}

/// A panic ends with advice that is not meant for here: a backtrace leads through the harness.
fn without_backtrace_note(words: &str) -> &str {
    let last = words.rfind('\n').map_or(0, |end| end + 1);
    if words[last..].starts_with("note: run with `RUST_BACKTRACE=1`") {
        words[..last].trim_end()
    } else {
        words
    }
}

fn notes(style: &Style, report: &Report) -> Lines {
    let mut lines = Vec::new();
    let label = style.paint(Tone::Half, "note:");
    let notes = report.outcome.notes.iter().map(ToString::to_string).chain(report.not_recorded.clone());
    for note in notes {
        lines.extend(block(style, &format!("  {label} "), &style.clean(&note)));
    }
    lines
}

fn indented(style: &Style, text: &str) -> Lines {
    let clean = style.clean(text);
    clean.lines().map(|line| format!("  {line}").trim_end().to_owned()).collect()
}

fn block(style: &Style, first: &str, text: &str) -> Lines {
    hang(first, text, prose(style)).lines().map(str::to_owned).collect()
}

/// The head and the tail of a long text: errors stand at its start, sums at its end.
fn shortened(style: &Style, lines: Lines, room: usize, report: &Report) -> Lines {
    if lines.len() <= room {
        return lines;
    }
    let tail = room / 4;
    let head = room.saturating_sub(tail + 1);
    let left_out = lines.len() - head - tail;
    let more = style.symbol(Symbol::More);
    let all = report.log.as_ref().map(|log| format!(" all: {}", style.word(&log.display().to_string())));
    let left_out = format!("  {more} {left_out} lines left out {more}{}", all.unwrap_or_default());
    let mut short = lines[..head].to_vec();
    short.push(style.paint(Tone::Faint, &left_out));
    short.extend_from_slice(&lines[lines.len() - tail..]);
    short
}
