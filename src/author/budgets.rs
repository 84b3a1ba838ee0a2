//! The rule on budgets (R20): a number that a count may not exceed is what the reference takes and little more, and a wrong
//! answer takes twice as much. It is found out by changing the number and judging again. It must not know what is counted.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::parts::{self, bytes};
use super::{Answer, Material, Trial, Work};
use crate::check::sheet::part_above_the_line;
use crate::check::{Outcome, Word};
use crate::curriculum::Form;

/// Words without which nothing is counted.
const COUNTS: [&str; 9] =
    ["allocations", "tally", "CallCount", "HashCount", "Heap", "polls", "count", "calls", "Counted"];
/// Below this a quarter is less than one.
const SMALL: u64 = 4;

/// A budget in a file of checks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Budget {
    /// Where the number stands.
    place: Range<usize>,
    /// The largest count that is allowed.
    most: u64,
    /// Whether the number itself is too much.
    below: bool,
    /// The test it is in; empty for a helper.
    test: String,
}

impl Budget {
    /// How its test fails.
    fn signature(&self) -> String {
        format!("test:{}", self.test)
    }

    /// The checks with another largest count.
    fn moved(&self, text: &str, most: u64) -> String {
        let mut text = text.to_owned();
        text.replace_range(self.place.clone(), &(most + u64::from(self.below)).to_string());
        text
    }
}

/// R20: each budget is made tighter for the solution, and wider for the answers that it is to catch.
#[must_use]
pub fn tight<'m>(material: &'m Material<'m>) -> Vec<Trial<'m>> {
    let start = &material.start.text;
    let counted = parts::names(start).iter().any(|name| COUNTS.contains(&name.as_str()));
    if material.exercise.form != Form::File || !counted {
        return Vec::new();
    }
    let all = budgets(start);
    let mut trials = Vec::new();
    for budget in &all {
        let fine = Arc::new(AtomicBool::new(false));
        trials.push(guard(material, budget, &fine));
        let others = material.answers.iter().filter(|answer| answer.name.starts_with("alt_"));
        trials.extend(others.map(|answer| needed(material, budget, answer, &fine)));
        trials.push(reference(material, budget, fine));
    }
    for answer in &material.answers {
        let trap = material.exercise.traps.iter().find(|trap| trap.answer.as_ref() == Some(&answer.name));
        let is_caught = |budget: &&Budget| trap.is_some_and(|trap| trap.fails.contains(&budget.signature()));
        let catching: Vec<Budget> = all.iter().filter(is_caught).cloned().collect();
        if !catching.is_empty() {
            trials.push(excess(material, &catching, answer));
        }
    }
    trials
}

/// The largest count that is too small for a budget which is not loose.
fn too_small(budget: &Budget) -> u64 {
    (budget.most * 4).div_ceil(5) - 1
}

/// A number that is fifty times what the solution takes is no budget: it ends what would go on for ever.
fn guard<'m>(material: &'m Material<'m>, budget: &Budget, fine: &Arc<AtomicBool>) -> Trial<'m> {
    let fine = Arc::clone(fine);
    let read = move |outcomes: &[Outcome]| {
        fine.fetch_or(outcomes.iter().any(passes), Ordering::Relaxed);
        Vec::new()
    };
    let ours = budget.moved(&material.start.text, budget.most / 50);
    changed(material, &material.solution, ours, Box::new(read))
}

/// Another right answer may need more than the solution; then the budget is for that one.
fn needed<'m>(
    material: &'m Material<'m>,
    budget: &Budget,
    answer: &Answer,
    fine: &Arc<AtomicBool>,
) -> Trial<'m> {
    let fine = Arc::clone(fine);
    let read = move |outcomes: &[Outcome]| {
        fine.fetch_or(!outcomes.iter().any(passes), Ordering::Relaxed);
        Vec::new()
    };
    let ours = budget.moved(&material.start.text, too_small(budget));
    changed(material, &answer.work, ours, Box::new(read))
}

fn passes(outcome: &Outcome) -> bool {
    matches!(outcome.word(), Word::Passed | Word::Partial)
}

/// The solution must not get by with less than four fifths, nor every other right answer.
fn reference<'m>(material: &'m Material<'m>, budget: &Budget, fine: Arc<AtomicBool>) -> Trial<'m> {
    let (most, line) = (budget.most, Some(line_of(material, budget)));
    let least = too_small(budget);
    let read = move |outcomes: &[Outcome]| {
        let loose = outcomes.iter().any(passes) && !fine.load(Ordering::Relaxed);
        let what = format!("the budget of {most} is loose: every right answer gets by with {least}");
        let mend = "set it to what the most thorough right answer takes, and at most a quarter more";
        loose.then(|| material.at("R20", &material.exercise.path, line, what, mend)).into_iter().collect()
    };
    let ours = budget.moved(&material.start.text, least);
    changed(material, &material.solution, ours, Box::new(read))
}

/// An answer that budgets catch must exceed one of them twofold.
fn excess<'m>(material: &'m Material<'m>, catching: &[Budget], answer: &'m Answer) -> Trial<'m> {
    let names: Vec<String> = catching.iter().map(Budget::signature).collect();
    let line = catching.first().map(|budget| line_of(material, budget));
    let read = move |outcomes: &[Outcome]| {
        let caught =
            outcomes.iter().any(|outcome| names.iter().any(|name| outcome.signatures().contains(name)));
        let what = format!("`{}` exceeds no budget that catches it twofold", answer.name);
        let mend = "give the test more work, so that the slow way stands out";
        (!caught).then(|| material.at("R20", &material.exercise.path, line, what, mend)).into_iter().collect()
    };
    // From the back, so that the places before stay true.
    let back = catching.iter().rev();
    let ours =
        back.fold(material.start.text.clone(), |text, budget| budget.moved(&text, 2 * budget.most - 1));
    changed(material, &answer.work, ours, Box::new(read))
}

fn line_of(material: &Material<'_>, budget: &Budget) -> usize {
    1 + material.start.text[..budget.place.start].matches('\n').count()
}

/// The work with these checks.
fn changed<'m>(material: &'m Material<'m>, work: &Work, ours: String, read: super::Reading<'m>) -> Trial<'m> {
    let work = Work { text: ours.clone(), ..Work::default() }.with_part(&part_above_the_line(&work.text));
    let mut trial = Trial::new(material, work, read);
    trial.exercise.checks.retain(|word| word == "test");
    trial.ours = Some(ours);
    trial
}

/// The budgets of a file: `assert!(… <= 200` in the part below the line.
fn budgets(text: &str) -> Vec<Budget> {
    let Ok(file) = syn::parse_file(text) else { return Vec::new() };
    let above = part_above_the_line(text).len();
    let tests: Vec<_> = parts::bodies(text).into_iter().filter(|body| body.is_test).collect();
    let mut finder = Finder::default();
    finder.visit_file(&file);
    finder.found.retain(|budget| budget.place.start > above && budget.most >= SMALL);
    for budget in &mut finder.found {
        let around = tests.iter().find(|body| body.inside.contains(&budget.place.start));
        budget.test = around.map(|body| body.name.clone()).unwrap_or_default();
    }
    finder.found
}

#[derive(Default)]
struct Finder {
    found: Vec<Budget>,
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        if called.path.is_ident("assert") {
            self.found.extend(budget(called.tokens.clone()));
        }
        visit::visit_macro(self, called);
    }
}

/// `left <= 200`, up to the first comma.
fn budget(tokens: TokenStream) -> Option<Budget> {
    let is =
        |tree: &TokenTree, sign: char| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign);
    let condition: Vec<TokenTree> = tokens.into_iter().take_while(|tree| !is(tree, ',')).collect();
    let (TokenTree::Literal(number), before) = condition.split_last()? else { return None };
    let below = match before {
        [_, .., less, equal] if is(less, '<') && is(equal, '=') => false,
        [_, .., less] if is(less, '<') => true,
        _ => return None,
    };
    let digits = number.to_string().replace('_', "");
    let value: u64 = digits.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '_').parse().ok()?;
    let most = value.checked_sub(u64::from(below))?;
    Some(Budget { place: bytes(number.span()), most, below, test: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn budgets_are_found_in_the_checks_and_moved() {
        let text = "fn f() { assert!(a <= 9); }\n// == checks ==\nmod checks {\n    #[test]\n    fn few() {\n        \
                    assert!(seen.count <= 2_000, \"{} of {}\", 1, 2);\n        assert!(seen.count < 101);\n        \
                    assert!(low <= 3);\n    }\n}\n";
        let found = budgets(text);
        let seen: Vec<_> = found.iter().map(|budget| (budget.most, budget.test.as_str())).collect();
        assert_eq!(seen, [(2_000, "few"), (100, "few")]);
        assert!(found[0].moved(text, 1_599).contains("seen.count <= 1599, "));
        assert!(found[1].moved(text, 79).contains("seen.count < 80)"));
    }
}
