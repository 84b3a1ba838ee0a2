//! The objects of the contract for authors.

use serde::Serialize;

use crate::message::{Finding, Mutation, Review, Weight};

/// The answer of `author check`.
#[derive(Serialize)]
pub(super) struct Reviewed<'a> {
    findings: Vec<Told<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Told<'a> {
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
            findings: review.findings.iter().map(Told::of).collect(),
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

impl<'a> Told<'a> {
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

/// The answer of `author mutants`.
#[derive(Serialize)]
pub(super) struct Mutated<'a> {
    exercises: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    viable: usize,
    killed: usize,
    excused: usize,
    percent: usize,
    percent_of_the_rest: usize,
    /// Empty where the numbers are known from author.lock.
    survivors: Vec<Left<'a>>,
    faults: &'a [String],
}

#[derive(Serialize)]
struct Left<'a> {
    file: String,
    line: usize,
    what: &'a str,
    reason: Option<&'a str>,
}

impl<'a> Mutated<'a> {
    pub(super) fn of(rows: &'a [Mutation]) -> Self {
        let row = |row: &'a Mutation| {
            let (percent, percent_of_the_rest) = row.shares();
            let survivors = row.survivors.iter().map(|left| Left {
                file: super::shapes::slashes(&left.file),
                line: left.line,
                what: &left.what,
                reason: left.reason.as_deref(),
            });
            Row {
                name: &row.exercise,
                viable: row.viable,
                killed: row.killed,
                excused: row.excused(),
                percent,
                percent_of_the_rest,
                survivors: survivors.collect(),
                faults: &row.faults,
            }
        };
        Self { exercises: rows.iter().map(row).collect() }
    }
}
