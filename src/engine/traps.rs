//! Which trap speaks: what is known of a failure of this kind, by the failures that were found. It must not judge, and
//! where two could be meant it says nothing.
//!
//! The very set of a trap comes first. A learner has it seldom: lines move with every comment that is taken out, and
//! items are answered a few at a time. So a trap also speaks where the same codes came on other lines, and where only
//! items of its own were foretold wrongly and the others of it are still open. Of failing tests neither a part nor more
//! than the set will do: the same test fails for many reasons, and a trap names the cause of the set that it names.

use std::collections::BTreeSet;

use crate::check::Outcome;
use crate::check::verdict::Signature;
use crate::curriculum::Exercise;

/// What is said to this outcome, if its cause is known.
pub(super) fn says(exercise: &Exercise, outcome: &Outcome) -> Option<String> {
    let failures = outcome.signatures();
    if failures.is_empty() {
        return None;
    }
    if let Some(trap) = exercise.traps.iter().find(|trap| trap.fails == failures) {
        return Some(trap.says.clone());
    }
    let open = still_open(outcome);
    let fits: Vec<&str> = exercise
        .traps
        .iter()
        .filter(|trap| same_codes(&trap.fails, &failures) || foretells(&trap.fails, &failures, &open))
        .map(|trap| trap.says.as_str())
        .collect();
    // The start fails with something too, and whoever has changed nothing has made no mistake yet.
    let is_start = same_codes(&exercise.fails_with, &failures);
    match fits.as_slice() {
        [first, rest @ ..] if !is_start && rest.iter().all(|other| other == first) => {
            Some((*first).to_owned())
        }
        _ => None,
    }
}

/// Whether both sets are the same with their lines left out, and there are lines to leave out.
fn same_codes(one: &BTreeSet<Signature>, other: &BTreeSet<Signature>) -> bool {
    let has_lines = one.iter().any(|signature| signature.contains('@'));
    has_lines && codes(one) == codes(other)
}

fn codes(signatures: &BTreeSet<Signature>) -> BTreeSet<&str> {
    signatures.iter().map(|signature| signature.split('@').next().unwrap_or(signature)).collect()
}

/// Whether these items went wrong as this trap says: all that were answered wrongly are its own, and none of its own was
/// answered rightly.
fn foretells(trap: &BTreeSet<Signature>, failures: &BTreeSet<Signature>, open: &BTreeSet<Signature>) -> bool {
    let wrong: BTreeSet<&Signature> = failures.difference(open).collect();
    !wrong.is_empty()
        && wrong.iter().all(|item| item.starts_with("item:") && trap.contains(*item))
        && trap.is_subset(failures)
}

/// Items without an answer, which fail as well.
fn still_open(outcome: &Outcome) -> BTreeSet<Signature> {
    let Some(decisive) = outcome.decisive() else { return BTreeSet::new() };
    let answered: BTreeSet<Signature> =
        decisive.judgement.predicted.iter().map(|told| format!("item:{}", told.item)).collect();
    let items = decisive.judgement.signatures.iter().filter(|signature| signature.starts_with("item:"));
    items.filter(|item| !answered.contains(*item)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::exercise;
    use crate::check::verdict::Predicted;
    use crate::check::{CheckResult, Judgement, Verdict};
    use crate::curriculum::Trap;

    /// What is said where these failed, of which `open` were not answered; each trap says its own place.
    fn said(start: &[&str], traps: &[&[&str]], failures: &[&str], open: &[usize]) -> Option<String> {
        let set = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<BTreeSet<_>>();
        let trap = |(place, fails): (usize, &&[&str])| Trap {
            fails: set(fails),
            belief: "a.b".to_owned(),
            says: place.to_string(),
            answer: None,
        };
        let exercise = Exercise {
            fails_with: set(start),
            traps: traps.iter().enumerate().map(trap).collect(),
            ..exercise()
        };
        let mut judgement = Judgement::of(Verdict::Failed, "").with_signatures(set(failures));
        let items = failures.iter().filter_map(|failure| failure.strip_prefix("item:")?.parse().ok());
        judgement.predicted = items
            .filter(|item| !open.contains(item))
            .map(|item| Predicted { item, sure: None, right: false })
            .collect();
        let result = CheckResult { check: "test".to_owned(), judgement, took: std::time::Duration::ZERO };
        let outcome = Outcome {
            exercise: exercise.name.clone(),
            checks: vec![result],
            notes: Vec::new(),
            source: String::new(),
            content: String::new(),
            toolchain: String::new(),
            trap: None,
            cached: false,
        };
        says(&exercise, &outcome)
    }

    #[test]
    fn the_very_set_comes_first() {
        let traps: &[&[&str]] = &[&["E0382@14"], &["E0382@20"], &["test:one"]];
        assert_eq!(said(&[], traps, &["E0382@20"], &[]).as_deref(), Some("1"));
        assert_eq!(said(&["E0382@20"], traps, &["E0382@20"], &[]).as_deref(), Some("1"));
        assert_eq!(said(&[], traps, &["test:one"], &[]).as_deref(), Some("2"));
        assert_eq!(said(&[], traps, &[], &[]), None);
    }

    #[test]
    fn lines_do_not_count_where_only_one_can_be_meant() {
        let traps: &[&[&str]] =
            &[&["E0382@14", "E0505@15"], &["clippy::needless_return@9"], &["E0277@checks+24"]];
        assert_eq!(said(&[], traps, &["E0382@4", "E0382@9", "E0505@5"], &[]).as_deref(), Some("0"));
        assert_eq!(said(&[], traps, &["clippy::needless_return@7"], &[]).as_deref(), Some("1"));
        assert_eq!(said(&[], traps, &["E0277@checks+3"], &[]).as_deref(), Some("2"));
        assert_eq!(said(&[], traps, &["E0382@4"], &[]), None, "half of a set is another set");
        let two: &[&[&str]] = &[&["E0382@14"], &["E0382@20"]];
        assert_eq!(said(&[], two, &["E0382@15"], &[]), None, "either could be meant");
    }

    #[test]
    fn who_has_what_the_start_has_is_told_nothing_about_a_mistake() {
        assert_eq!(said(&["E0382@14"], &[&["E0382@20"]], &["E0382@14"], &[]), None);
        assert_eq!(said(&["E0382@14"], &[&["E0382@20"]], &["E0382@16"], &[]), None);
    }

    #[test]
    fn open_items_are_left_out() {
        let traps: &[&[&str]] = &[&["item:4", "item:7"], &["item:2"]];
        assert_eq!(said(&[], traps, &["item:4", "item:7", "item:9"], &[9]).as_deref(), Some("0"));
        assert_eq!(said(&[], traps, &["item:4", "item:7", "item:9"], &[7, 9]).as_deref(), Some("0"));
        assert_eq!(
            said(&[], traps, &["item:4"], &[]),
            None,
            "item 7 was foretold rightly, against the belief"
        );
        assert_eq!(said(&[], traps, &["item:2", "item:4", "item:7"], &[]), None, "two beliefs at once");
        assert_eq!(
            said(&[], traps, &["item:2", "item:4", "item:7"], &[2, 4, 7]),
            None,
            "nothing is answered"
        );
    }

    #[test]
    fn where_several_are_meant_that_say_the_same_it_is_said() {
        let exercise = |says: [&str; 2]| {
            let set = |word: &str| BTreeSet::from([word.to_owned()]);
            let trap = |(fails, says): (&str, &str)| Trap {
                fails: set(fails),
                belief: "a.b".to_owned(),
                says: says.to_owned(),
                answer: None,
            };
            let traps = ["E0015@3", "E0015@9"].into_iter().zip(says).map(trap).collect();
            Exercise { fails_with: BTreeSet::new(), traps, ..exercise() }
        };
        let judgement = Judgement::of(Verdict::Failed, "").with_signatures(["E0015@5".to_owned()]);
        let result = CheckResult { check: "compile".to_owned(), judgement, took: std::time::Duration::ZERO };
        let outcome = Outcome {
            exercise: String::new(),
            checks: vec![result],
            notes: Vec::new(),
            source: String::new(),
            content: String::new(),
            toolchain: String::new(),
            trap: None,
            cached: false,
        };
        assert_eq!(says(&exercise(["so", "so"]), &outcome).as_deref(), Some("so"));
        assert_eq!(says(&exercise(["so", "or so"]), &outcome), None);
    }

    #[test]
    fn neither_a_part_of_the_failing_tests_nor_more_than_them_will_do() {
        let traps: &[&[&str]] = &[&["test:one", "test:two"], &["test:three"]];
        assert_eq!(said(&[], traps, &["test:one"], &[]), None);
        assert_eq!(said(&[], traps, &["test:one", "test:three"], &[]), None);
    }
}
