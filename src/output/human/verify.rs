//! The table of a verification: topic by topic, then what did not pass by name, and the sum last, where
//! the eye is.

use std::fmt::Write;

use super::super::style::{Style, Symbol, Tone, of_word};
use super::super::wrap::hang;
use super::report::{install, said, why};
use super::rows::{Row, Rows};
use super::words::prose;
use super::{command, with_command};
use crate::check::Word;
use crate::message::{Judged, Verification};

/// The table.
pub(super) fn text(style: &Style, verification: &Verification) -> String {
    if let Some(nothing) = &verification.nothing {
        return hang("", &style.clean(nothing), prose(style));
    }
    let rows = Rows::new(style, verification.topics.iter().map(|line| line.judged).max().unwrap_or(0));
    let mut text = String::new();
    for line in &verification.topics {
        let row = Row { title: &line.title, state: line.state, done: line.passed, of: line.judged };
        text += &rows.line(style, &row);
    }
    let open: Vec<&Judged> =
        verification.reports.iter().filter(|judged| judged.outcome.word() != Word::Passed).collect();
    if !open.is_empty() {
        text.push('\n');
        for judged in &open {
            text += &not_passed(style, judged);
        }
    }
    text.push('\n');
    text + &sum(style, verification, open.first().copied())
}

fn not_passed(style: &Style, judged: &Judged) -> String {
    let (symbol, tone, word) = of_word(said(&judged.outcome));
    let name = style.paint(Tone::Strong, &style.word(&judged.outcome.exercise));
    let dot = style.symbol(Symbol::Dot);
    let reason = judged.outcome.decisive().map(|result| format!(" {dot} {}", why(style, result)));
    let reason = reason.unwrap_or_default();
    let first = format!("  {} ", style.paint(tone, style.symbol(symbol)));
    let mut text =
        hang(&first, &format!("{name} {dot} {}{reason}", style.paint(tone, word)), style.columns());
    if let Some(command) = judged.outcome.decisive().and_then(|result| install(style, result)) {
        let _ = writeln!(text, "    {command}");
    }
    text
}

fn sum(style: &Style, verification: &Verification, first: Option<&Judged>) -> String {
    let total = verification.reports.len();
    let count = |word| verification.count(word);
    let mut parts = vec![format!("{} of {total} passed", count(Word::Passed))];
    let words =
        [Word::Partial, Word::Failed, Word::TimedOut, Word::OutOfMemory, Word::Crashed, Word::Cancelled];
    for word in words {
        if count(word) > 0 {
            parts.push(format!("{} {}", count(word), of_word(word).2));
        }
    }
    match verification.mastered.len() {
        0 => {}
        1 => parts.push("1 topic mastered".to_owned()),
        many => parts.push(format!("{many} topics mastered")),
    }
    let (symbol, tone) = match first.map(|judged| judged.outcome.word()) {
        None => (Symbol::Pass, Tone::Good),
        Some(_) if count(Word::Passed) + count(Word::Partial) == total => (Symbol::Half, Tone::Half),
        Some(_) => (Symbol::Fail, Tone::Bad),
    };
    let line = format!("{} {}", style.symbol(symbol), parts.join(", "));
    let mut text = hang("", &style.paint(tone, &line), style.columns());
    let failed =
        verification.reports.iter().find(|j| !matches!(j.outcome.word(), Word::Passed | Word::Partial));
    if let Some(judged) = failed {
        text += &with_command(style, "Look at the first:", &command(style, "run", &judged.outcome.exercise));
    }
    text
}
