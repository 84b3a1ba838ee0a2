//! The objects of the contract for authors.

use serde::Serialize;

use crate::message::{Finding, Review, Weight};

/// The answer of `author check`.
#[derive(Serialize)]
pub(super) struct Reviewed<'a> {
    findings: Vec<Line<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Line<'a> {
    rule: &'a str,
    weight: &'static str,
    /// The exercise or topic; empty for the whole set.
    of: &'a str,
    file: String,
    line: Option<usize>,
    what: &'a str,
    mend: &'a str,
}

#[derive(Serialize)]
struct Summary {
    exercises: usize,
    known: usize,
    judged: usize,
    errors: usize,
    warnings: usize,
    skipped: usize,
}

impl<'a> Reviewed<'a> {
    pub(super) fn of(review: &'a Review) -> Self {
        Self {
            findings: review.findings.iter().map(Line::of).collect(),
            summary: Summary {
                exercises: review.exercises,
                known: review.known,
                judged: review.judged,
                errors: review.count(Weight::Error),
                warnings: review.count(Weight::Warning),
                skipped: review.count(Weight::Skipped),
            },
        }
    }
}

impl<'a> Line<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            rule: finding.rule,
            weight: match finding.weight {
                Weight::Error => "error",
                Weight::Warning => "warning",
                Weight::Skipped => "skipped",
            },
            of: &finding.of,
            file: super::shapes::slashes(&finding.file),
            line: finding.line,
            what: &finding.what,
            mend: &finding.mend,
        }
    }
}
