//! What is said about judged exercises: what failed and why, the first failing item only, and what comes
//! next.

use std::fmt::Write as _;

use crate::check::{CheckResult, Diagnostic, Verdict, Word};
use crate::message::{Report, Verification};
use crate::output::style::{Style, tame, wrap};
use crate::progress::State;

/// The longest report, so that what matters stays on the screen.
const LINES: usize = 60;

/// One judged exercise.
#[must_use]
pub fn judged(report: &Report, style: &Style) -> String {
    let mut text = String::new();
    let word = report.outcome.word();
    match word {
        Word::Passed | Word::Partial => passed(&mut text, report, style),
        _ => failed(&mut text, report, style),
    }
    for note in &report.outcome.notes {
        let _ = writeln!(text, "{} {note}", style.warn("note:"));
    }
    if let Some(reason) = &report.not_recorded {
        let _ = writeln!(text, "{} {reason}", style.warn("note:"));
    }
    text
}

fn passed(text: &mut String, report: &Report, style: &Style) {
    let partial = report.outcome.word() == Word::Partial;
    let cached = if report.outcome.cached { style.dim(" (unchanged)") } else { String::new() };
    let label = if partial { style.warn("PARTIAL") } else { style.good("PASS") };
    let _ = writeln!(text, "{label} {}{cached}", style.bold(&report.place.name));
    for result in &report.outcome.checks {
        if let Verdict::Unavailable { tool, install } = &result.judgement.verdict {
            let _ = writeln!(
                text,
                "  {} was not judged: {tool} is not installed; {}",
                result.check,
                style.name(install)
            );
        }
    }
    let printed =
        report.outcome.checks.iter().map(|result| result.judgement.output.trim()).find(|o| !o.is_empty());
    if let Some(printed) = printed {
        let _ = writeln!(text, "{}", shorten(&indent(&tame(printed, style.colour)), LINES / 2, style));
    }
    let (done, all) = report.topic_done;
    let state = if report.topic_state == State::Mastered { "mastered" } else { "done" };
    let _ = writeln!(text, "{}: {} {done} of {all} {state}", report.place.topic, style.bar(done, all, 20));
    if let Some(next) = &report.next {
        let _ = writeln!(text, "Next: {}   ({})", style.name(next), style.dim("cargo roadmap run, or watch"));
    }
}

fn failed(text: &mut String, report: &Report, style: &Style) {
    let Some(decisive) = report.outcome.decisive() else {
        let _ = writeln!(text, "{} {}: nothing judged it", style.bad("FAIL"), report.place.name);
        return;
    };
    let word = label(decisive);
    let _ = writeln!(
        text,
        "{} {}: {}",
        style.bad(word),
        style.bold(&report.place.name),
        tame(&decisive.judgement.reason, false)
    );
    text.push_str(&evidence(decisive, style));
    if let Some(says) = &report.outcome.trap {
        let _ = writeln!(text, "\n{}", wrap(&tame(says, false), style.width.min(100), "  ").trim_end());
    }
    let (seen, of) = report.hints;
    let _ = writeln!(text, "\nEdit  {}", style.name(&report.place.file.display().to_string()));
    if seen < of {
        let _ = writeln!(
            text,
            "Hint  {} {}",
            style.name("cargo roadmap hint"),
            style.dim(&format!("({seen} of {of} seen)"))
        );
    }
    let _ = writeln!(text, "Again {}", style.name(&format!("cargo roadmap run {}", report.place.name)));
}

/// A verdict in one word; never by colour alone.
fn label(result: &CheckResult) -> &'static str {
    match result.judgement.verdict.word() {
        Word::TimedOut => "TIME",
        Word::OutOfMemory => "MEMORY",
        Word::Crashed => "CRASH",
        Word::Cancelled => "CANCELLED",
        _ => "FAIL",
    }
}

/// What the tool or the program said: the first item, cut to a screen.
fn evidence(result: &CheckResult, style: &Style) -> String {
    let judgement = &result.judgement;
    if let Some((first, rest)) = judgement.diagnostics.split_first() {
        let mut text = format!("\n{}", rendered(first, style));
        if !rest.is_empty() {
            let _ = writeln!(text, "{}", style.dim(&format!("… and {} more", rest.len())));
        }
        return shorten(&text, LINES, style);
    }
    let words = if judgement.detail.is_empty() { &judgement.output } else { &judgement.detail };
    if words.trim().is_empty() {
        return String::new();
    }
    format!("\n{}\n", shorten(&indent(&tame(words.trim(), style.colour)), LINES, style))
}

/// Compiler reports as rustc draws them.
pub(super) fn diagnostics(found: &[Diagnostic], style: &Style) -> String {
    found.iter().map(|diagnostic| rendered(diagnostic, style)).collect()
}

fn rendered(diagnostic: &Diagnostic, style: &Style) -> String {
    let text = if style.colour {
        diagnostic.rendered.clone()
    } else {
        console::strip_ansi_codes(&diagnostic.rendered).into_owned()
    };
    format!("{}\n", tame(text.trim_end(), style.colour))
}

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).collect::<String>().trim_end().to_owned()
}

/// The head and the tail of a long text.
fn shorten(text: &str, most: usize, style: &Style) -> String {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= most {
        return text.to_owned();
    }
    let (head, tail) = (most * 2 / 3, most / 3);
    let left_out = style.dim(&format!("  … {} lines left out …", lines.len() - head - tail));
    format!("{}\n{left_out}\n{}", lines[..head].join("\n"), lines[lines.len() - tail..].join("\n"))
}

/// A table topic by topic, what did not pass by name, and the sum.
pub(super) fn verified(verification: &Verification, style: &Style) -> String {
    if let Some(nothing) = &verification.nothing {
        return format!("{nothing}\n");
    }
    let mut text = String::new();
    let width = if style.width < 60 { style.width.saturating_sub(24).max(10) } else { 40 };
    for topic in &verification.topics {
        let title = console::truncate_str(&topic.title, width, "…");
        let title = console::pad_str(&title, width, console::Alignment::Left, None).into_owned();
        let bar = style.bar(topic.passed, topic.judged, 10);
        let _ = writeln!(
            text,
            "{title} {bar} {:>2}/{} {}",
            topic.passed,
            topic.judged,
            style.dim(topic.state.as_str())
        );
    }
    for judged in &verification.reports {
        let word = judged.outcome.word();
        if !matches!(word, Word::Passed) {
            let reason =
                judged.outcome.decisive().map(|result| result.judgement.reason.as_str()).unwrap_or_default();
            let line = format!("{:<9} {}: {}", word.as_str(), judged.outcome.exercise, tame(reason, false));
            let painted = if word == Word::Partial { style.warn("!") } else { style.bad("!") };
            let _ = writeln!(text, "{painted} {line}");
        }
    }
    let partial = verification.count(Word::Partial);
    let passed = verification.count(Word::Passed);
    let failed = verification.reports.len() - passed - partial;
    let mut sum = format!("{passed} passed, {failed} not passed");
    if partial > 0 {
        let _ = write!(sum, ", {partial} partial");
    }
    let _ = writeln!(text, "{}", if failed == 0 { style.good(&sum) } else { style.bad(&sum) });
    text
}
