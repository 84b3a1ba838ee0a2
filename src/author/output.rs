//! The rule on what a failing learner is shown (R28). It must not lay anything out: what is shown is handed in.

use super::{Bench, Material};
use crate::check::Outcome;
use crate::message::Finding;

/// More lines than fit on a screen twice.
const LINES: usize = 60;

/// R28: at most 60 lines, and the command that runs it again.
#[must_use]
pub fn fits_a_screen(material: &Material<'_>, bench: &dyn Bench, outcome: &Outcome) -> Vec<Finding> {
    let shown = bench.shown(material.id, outcome);
    let mut found = Vec::new();
    let lines = shown.lines().count();
    if lines > LINES {
        let what = format!("a failure is shown in {lines} lines, {LINES} are the most");
        found.push(material.entry("R28", what, "shorten what its assertions print"));
    }
    let command = format!("cargo roadmap run {}", material.exercise.name);
    if !shown.contains(&command) {
        let what = format!("a failure is shown without `{command}`");
        found.push(material.entry("R28", what, "let the report name the command that runs it again"));
    }
    found
}
