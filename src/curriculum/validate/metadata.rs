//! Rules for the facts that the check `metadata` asks of packages. They must not know how it asks.

use super::At;
use super::signature::is_lint;
use crate::curriculum::raw::{RawExercise, RawFact, Word};

/// The check has facts, and facts have the check; each makes exactly one claim.
pub(super) fn judge(raw: &RawExercise, at: &mut At<'_>) {
    let check = raw.checks.get_ref().iter().find(|word| word.get_ref() == "metadata");
    match (check, raw.metadata.first()) {
        (Some(word), None) => {
            at.say(word.span(), "`metadata` has nothing to ask", "add an [[exercises.metadata]] table");
        }
        (None, Some(fact)) => {
            let help = "add \"metadata\" to `checks`, or take the facts out";
            at.say(fact.fact.span(), "nobody asks for this fact", help);
        }
        _ => {}
    }
    for fact in &raw.metadata {
        if !is_lint(fact.fact.get_ref()) {
            let what = format!("`{}` is not the name of a fact", fact.fact.get_ref());
            at.say(fact.fact.span(), what, "use small letters, digits and `_`");
        }
        if fact.says.get_ref().trim().is_empty() {
            at.say(fact.says.span(), "a fact that is not so says nothing", "name the cause in a sentence");
        }
        let given: Vec<usize> = claims(fact).into_iter().flatten().map(Vec::len).collect();
        let least = if fact.members.is_some() { 1 } else { 2 };
        if given.len() != 1 || given[0] < least {
            let help = "write one of `members = [all]`, `depends = [a, on…]`, `free = [a, of…]`, \
                        `inherits = [a, fields…]`, `shared = [a, dependencies…]`";
            at.say(fact.fact.span(), "a fact makes exactly one claim, with its names", help);
        }
    }
}

fn claims(fact: &RawFact) -> [Option<&Vec<Word>>; 5] {
    [&fact.members, &fact.depends, &fact.free, &fact.inherits, &fact.shared].map(Option::as_ref)
}
