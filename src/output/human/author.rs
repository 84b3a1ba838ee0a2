//! What an author reads: findings in the manner of the compiler, and a sum.

use super::super::style::{Style, Tone};
use super::super::wrap::hang;
use super::words::prose;
use crate::message::{Finding, Review, Weight};

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
