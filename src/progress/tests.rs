//! What is remembered, and the states that follow from it.

use super::fixtures::{at, evidence, missing, outcome, pass, passed, set};
use super::states::{self, ExerciseState, State};
use super::{Progress, Rung};
use crate::check::{Predicted, Verdict};
use crate::curriculum::{ExerciseId, Tier};

#[test]
fn a_failure_never_touches_an_earlier_pass() {
    let before = passed(&["holder"]);
    let verdicts = [
        Verdict::Failed,
        Verdict::TimedOut(10),
        Verdict::OutOfMemory(2048),
        Verdict::Crashed("SIGSEGV".into()),
    ];
    for verdict in verdicts.into_iter().chain([Verdict::Cancelled, missing()]) {
        let mut progress = before.clone();
        assert!(!progress.record(&outcome("holder", std::slice::from_ref(&verdict)), at(9)), "{verdict:?}");
        assert_eq!(progress, before, "{verdict:?}");
    }
}

#[test]
fn the_first_failure_is_remembered_and_later_ones_change_nothing() {
    let mut progress = Progress::default();
    assert!(progress.record(&outcome("holder", &[Verdict::Failed]), at(1)));
    assert!(!progress.record(&outcome("holder", &[Verdict::Failed]), at(2)));
    assert_eq!(progress.entry("holder").and_then(|entry| entry.tried), Some(at(1)));
    assert_eq!(states::exercise(&progress, "holder"), ExerciseState::Pending);
}

#[test]
fn what_was_not_judged_proves_nothing() {
    let mut progress = Progress::default();
    assert!(!progress.record(&outcome("holder", &[missing()]), at(1)), "nothing passed");
    assert!(!progress.record(&outcome("holder", &[Verdict::Cancelled]), at(1)));
    assert_eq!(progress, Progress::default());
}

#[test]
fn a_full_pass_replaces_a_partial_one_and_never_the_reverse() {
    let mut progress = Progress::default();
    assert!(progress.record(&outcome("holder", &[Verdict::Passed, missing()]), at(1)));
    assert_eq!(states::exercise(&progress, "holder"), ExerciseState::Partial);
    assert_eq!(progress.evidence("holder").unwrap().checks, ["compile"]);
    assert!(progress.record(&pass("holder"), at(2)));
    assert_eq!(states::exercise(&progress, "holder"), ExerciseState::Done);
    assert!(!progress.record(&outcome("holder", &[Verdict::Passed, missing()]), at(3)));
    assert_eq!(states::exercise(&progress, "holder"), ExerciseState::Done);
}

#[test]
fn the_same_pass_again_changes_nothing_and_another_text_does() {
    let mut progress = passed(&["holder"]);
    assert!(!progress.record(&pass("holder"), at(50)));
    let mut other = pass("holder");
    other.source = "another text".to_owned();
    assert!(progress.record(&other, at(60)));
    assert!(!states::changed(&progress, "holder", Some("another text"), Some("rules")));
    assert!(states::changed(&progress, "holder", Some("yet another"), None));
    assert!(states::changed(&progress, "holder", Some("another text"), Some("newer rules")));
    assert!(!states::changed(&progress, "never_passed", Some("x"), Some("y")));
}

#[test]
fn reset_keeps_the_evidence_and_can_be_taken_back() {
    let mut progress = passed(&["holder"]);
    progress.see_hint("holder", 3);
    let before = progress.evidence("holder").cloned();
    assert!(progress.reset("holder"));
    assert_eq!(states::exercise(&progress, "holder"), ExerciseState::Pending);
    assert_eq!(progress.entry("holder").unwrap().history.first(), before.as_ref());
    assert_eq!(progress.hints("holder"), 0);
    assert!(!progress.reset("holder"), "there is nothing left to reset");
    assert!(progress.undo_reset("holder"));
    assert_eq!(progress.evidence("holder").cloned(), before);
    assert!(!progress.undo_reset("holder"));
    assert!(!progress.reset("never_seen"));
}

#[test]
fn hints_climb_to_the_last_rung_and_stay_there() {
    let mut progress = Progress::default();
    let rungs: Vec<Rung> = (0..4).map(|_| progress.see_hint("holder", 3)).collect();
    assert_eq!(rungs.iter().map(|rung| rung.number).collect::<Vec<_>>(), [1, 2, 3, 3]);
    assert_eq!(rungs.iter().map(|rung| rung.again).collect::<Vec<_>>(), [false, false, false, true]);
    assert_eq!(progress.see_hint("without", 0), Rung { number: 0, again: false });
    assert!(progress.entry("without").is_none());
}

#[test]
fn renames_are_followed_unless_the_old_name_is_used_again() {
    let mut curriculum = set(&[("new_name", 0, Tier::A), ("reused", 0, Tier::A)]);
    curriculum.exercises[0].formerly = vec!["old_name".to_owned(), "reused".to_owned()];
    let mut progress = passed(&["old_name", "reused", "of_another_set"]);
    progress.current = Some("old_name".to_owned());
    progress.follow_renames(&curriculum);
    assert_eq!(progress.current.as_deref(), Some("new_name"));
    assert_eq!(progress.entries.keys().collect::<Vec<_>>(), ["new_name", "of_another_set", "reused"]);
}

#[test]
fn uniting_keeps_the_better_evidence_and_a_reset() {
    let with = |change: &dyn Fn(&mut super::Entry)| {
        let mut progress = Progress::default();
        change(progress.entries.entry("holder".to_owned()).or_default());
        progress
    };
    let early = with(&|entry| entry.evidence = Some(evidence(1)));
    let late = with(&|entry| entry.evidence = Some(evidence(2)));
    let partial = with(&|entry| {
        entry.evidence = Some(evidence(3));
        entry.evidence.as_mut().unwrap().partial = true;
    });
    let reset = with(&|entry| entry.history = vec![evidence(1)]);
    let united = |left: &Progress, right: &Progress| {
        let mut one = left.clone();
        one.unite(right.clone());
        let mut other = right.clone();
        other.unite(left.clone());
        assert_eq!(one, other, "the order makes no difference");
        one.evidence("holder").map(|evidence| evidence.at)
    };
    assert_eq!(united(&early, &late), Some(at(2)));
    assert_eq!(united(&late, &partial), Some(at(2)));
    assert_eq!(united(&early, &reset), None, "the other side had not reset it yet");
    assert_eq!(united(&late, &reset), Some(at(2)), "it was solved again");
}

#[test]
fn topics_and_stages_have_the_states_of_the_contract() {
    let curriculum = set(&[("a1", 0, Tier::A), ("a2", 0, Tier::A), ("b1", 0, Tier::B), ("c1", 1, Tier::B)]);
    let state = |progress: &Progress| {
        let topic = |place| states::topic(&curriculum, progress, place).as_str();
        (topic(0), topic(1), states::stage(&curriculum, progress, 0).as_str())
    };
    assert_eq!(state(&Progress::default()), ("untouched", "untouched", "untouched"));
    let mut tried = Progress::default();
    tried.record(&outcome("a1", &[Verdict::Failed]), at(0));
    assert_eq!(state(&tried), ("started", "untouched", "started"));
    assert_eq!(state(&passed(&["a1"])), ("started", "untouched", "started"));
    let mut complete = passed(&["a1", "c1"]);
    complete.record(&outcome("a2", &[Verdict::Passed, missing()]), at(5));
    assert_eq!(state(&complete), ("complete", "mastered", "complete"));
    assert_eq!(state(&passed(&["a1", "a2", "b1", "c1"])), ("mastered", "mastered", "mastered"));
    let mut reset = passed(&["a1"]);
    reset.reset("a1");
    assert_eq!(state(&reset), ("untouched", "untouched", "untouched"));
    assert_eq!(states::topic(&curriculum, &complete, 3), State::Untouched, "a topic without exercises");
    assert_eq!(states::topic_done(&curriculum, &complete, 0), (1, 3));
}

#[test]
fn next_goes_on_after_the_current_one_and_then_from_the_start() {
    let curriculum = set(&[("a", 0, Tier::A), ("b", 0, Tier::A), ("c", 1, Tier::A), ("d", 1, Tier::A)]);
    let after = |done: &[&str], place| states::next_after(&curriculum, &passed(done), ExerciseId(place));
    assert_eq!(states::next(&curriculum, &passed(&["a", "c"])), Some(ExerciseId(1)));
    assert_eq!(after(&["c"], 2), Some(ExerciseId(3)), "whoever jumped ahead goes on from there");
    assert_eq!(after(&["c", "d"], 3), Some(ExerciseId(0)), "then what was left out");
    assert_eq!(after(&["a", "b", "c", "d"], 1), None);
    let mut partial = passed(&["a"]);
    partial.record(&outcome("b", &[Verdict::Passed, missing()]), at(3));
    assert_eq!(states::next(&curriculum, &partial), Some(ExerciseId(2)), "partial opens what follows");
    partial.current = Some("d".to_owned());
    assert_eq!(states::current(&curriculum, &partial), Some(ExerciseId(3)));
    partial.current = Some("gone".to_owned());
    assert_eq!(states::current(&curriculum, &partial), Some(ExerciseId(2)));
}

#[test]
fn the_first_answer_to_an_item_stays_whatever_is_said_later() {
    let predicted = |told: &[(usize, Option<u8>, bool)]| {
        let mut outcome = outcome("holder", &[Verdict::Failed]);
        let told = told.iter().map(|&(item, sure, right)| Predicted { item, sure, right });
        outcome.checks[0].judgement.predicted = told.collect();
        outcome
    };
    let mut progress = Progress::default();
    assert!(progress.record(&predicted(&[(1, Some(90), false)]), at(1)));
    assert!(progress.record(&predicted(&[(1, Some(100), true), (2, None, true)]), at(2)));
    assert!(!progress.record(&predicted(&[(1, None, false), (2, Some(50), false)]), at(3)));
    let first = &progress.entry("holder").unwrap().first;
    assert_eq!(*first, [(1, (Some(90), false)), (2, (None, true))].into());
    assert!(progress.reset("holder"));
    assert_eq!(progress.entry("holder").unwrap().first.len(), 2, "what was told once is known");
}
