//! What an author reads: findings in the manner of the compiler, a table of mutants, and sums.

use super::super::style::{Style, Tone};
use super::super::wrap::hang;
use super::words::prose;
use crate::message::{Finding, Mutation, Review, Weight};

/// All findings, errors last, where the eye is, and the sum.
pub(super) fn review(style: &Style, review: &Review) -> String {
    let mut text = String::new();
    for weight in [Weight::Skipped, Weight::Warning, Weight::Error] {
        for finding in review.findings.iter().filter(|finding| finding.weight == weight) {
            text += &one(style, finding);
        }
    }
    let (errors, warnings, skipped) =
        (review.count(Weight::Error), review.count(Weight::Warning), review.count(Weight::Skipped));
    let judged = match review.known {
        0 => format!("{} answers judged", review.judged),
        known => format!("{} answers judged, {known} exercises known from author.lock", review.judged),
    };
    let sum = format!(
        "{} exercises: {errors} errors, {warnings} warnings, {skipped} skipped ({judged})",
        review.exercises
    );
    let tone = if errors > 0 { Tone::Bad } else { Tone::Good };
    text + &hang("", &style.paint(tone, &sum), prose(style))
}

fn one(style: &Style, finding: &Finding) -> String {
    let (tone, word) = match finding.weight {
        Weight::Error => (Tone::Bad, "error"),
        Weight::Warning => (Tone::Half, "warning"),
        Weight::Skipped => (Tone::Faint, "skipped"),
    };
    let of = if finding.of.is_empty() { String::new() } else { format!("{}: ", style.word(&finding.of)) };
    let label = style.paint(tone, &format!("{word}[{}]: ", finding.rule));
    let mut text = hang(&label, &format!("{of}{}", style.clean(&finding.what)), usize::MAX);
    let line = finding.line.map(|line| format!(":{line}")).unwrap_or_default();
    let place = format!("{}{line}", style.word(&finding.file.display().to_string()));
    text += &hang("  --> ", &style.paint(Tone::Faint, &place), usize::MAX);
    text + &hang(&style.paint(Tone::Good, "  help: "), &style.clean(&finding.mend), usize::MAX)
}

/// Survivors under the line of each exercise, and the sum over all.
pub(super) fn mutants(style: &Style, rows: &[Mutation]) -> String {
    let widths = rows.iter().map(|row| console::measure_text_width(&row.exercise));
    let width = widths.max().unwrap_or(0).max("exercise".len());
    let head = format!("{:width$}  viable  killed  excused  share  of the rest", "exercise");
    let mut text = style.paint(Tone::Strong, &head) + "\n";
    for row in rows {
        let (all, real) = row.shares();
        let name = style.word(&row.exercise);
        let line = format!(
            "{name:width$}  {:6}  {:6}  {:7}  {all:3} %  {real:9} %",
            row.viable,
            row.killed,
            row.excused()
        );
        let tone = if row.faults.is_empty() { Tone::Good } else { Tone::Bad };
        text += &(style.paint(tone, &line) + "\n");
        for survivor in &row.survivors {
            let place = format!("{}:{}", style.word(&survivor.file.display().to_string()), survivor.line);
            let reason = survivor.reason.as_ref().map(|why| format!(" (excused: {})", style.clean(why)));
            let what = format!("{}{}", style.clean(&survivor.what), reason.unwrap_or_default());
            text += &hang(&format!("  {}: ", style.paint(Tone::Faint, &place)), &what, usize::MAX);
        }
        for what in &row.stale {
            text += &hang("  an excuse for nothing: ", &style.clean(what), usize::MAX);
        }
        for fault in &row.faults {
            text += &hang(&style.paint(Tone::Bad, "  error[R15]: "), &style.clean(fault), usize::MAX);
        }
    }
    let sum = |of: fn(&Mutation) -> usize| rows.iter().map(of).sum::<usize>();
    let (viable, killed) = (sum(|row| row.viable), sum(|row| row.killed));
    let excused = sum(Mutation::excused);
    let low = rows.iter().filter(|row| !row.faults.is_empty()).count();
    let words = format!(
        "{} exercises, {killed} of {viable} mutants noticed, {excused} excused; {low} exercises break R15",
        rows.len()
    );
    text + &style.paint(if low == 0 { Tone::Good } else { Tone::Bad }, &words) + "\n"
}
