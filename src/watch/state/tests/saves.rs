//! The newest save wins.

use super::*;

#[test]
fn a_session_begins_with_a_verdict_on_what_is_there() {
    let table = Table::new();
    assert_eq!(table.asked, ["check one"]);
}

#[test]
fn a_save_during_a_run_ends_it_and_starts_the_next() {
    let mut table = Table::new();
    assert_eq!(table.save(0, 500), ["cancel", "check one"]);
}

#[test]
fn a_run_starts_with_the_first_event_and_shows_after_thirty_quiet_milliseconds() {
    let mut table = Table::at_rest();
    assert_eq!(table.save(0, 1000), ["check one"], "at once, not after a quiet time");
    table.end(0, Verdict::Passed, 1010);
    assert_eq!(table.shown(), Some(Word::Failed), "a further save may still come");
    assert_eq!(table.state.due(), Some(ms(1030)));
    table.tick(1030);
    assert_eq!(table.shown(), Some(Word::Passed));
}

#[test]
fn a_second_write_of_the_same_save_throws_the_verdict_of_the_first_away() {
    let mut table = Table::at_rest();
    table.save(0, 1000);
    table.end(0, Verdict::Passed, 1005);
    assert_eq!(table.save(0, 1020), ["check one"]);
    table.tick(1040);
    assert_eq!(table.shown(), Some(Word::Failed), "what is shown is still what was there before");
    table.end(0, Verdict::Failed, 1100);
    assert_eq!(table.shown(), Some(Word::Failed));
    assert_eq!(
        table.asked.iter().filter(|word| word.contains("store")).count(),
        3,
        "a pass is recorded all the same"
    );
}

#[test]
fn an_event_that_leaves_the_content_as_it_was_cancels_nothing() {
    let mut table = Table::new();
    table.save(0, 500);
    let same = Input::Saved { exercise: ExerciseId(0), content: Some(1) };
    assert!(table.put(same, ms(600)).is_empty());
    let untouched = Input::Saved { exercise: ExerciseId(2), content: Some(0) };
    assert!(table.put(untouched, ms(900)).is_empty(), "nor does it move the session");
    assert_eq!(table.state.current(), ExerciseId(0));
}

#[test]
fn late_words_of_a_cancelled_run_are_not_heard() {
    let mut table = Table::new();
    let old = table.run_of(0);
    table.save(0, 500);
    table.put(Input::Told(old, Told::Errors(vec![error("E0308", 1)])), ms(600));
    assert!(table.put(Input::Done(old, Box::new(outcome(0, Verdict::Passed))), ms(600)).is_empty());
    assert_eq!(table.shown(), None);
}

#[test]
fn a_steady_writer_starves_nobody() {
    let mut table = Table::at_rest();
    let mut cancels = 0;
    for beat in 10..22 {
        cancels += table.save(0, beat * 100).iter().filter(|word| *word == "cancel").count();
    }
    assert_eq!(cancels, 10, "from the second on no run is ended any more");
    table.end(0, Verdict::Passed, 2150);
    let View::Exercise { earlier, .. } = table.state.screen(ms(2150)).view else { panic!("the exercise") };
    assert!(earlier, "and it is marked as of an earlier save");
    assert_eq!(table.asked.last().unwrap(), "store one, check one", "the newest save is judged next");
}

#[test]
fn a_run_that_was_let_through_keeps_the_newer_save_waiting_for_three_seconds_at_most() {
    let mut table = Table::at_rest();
    for beat in 10..22 {
        table.save(0, beat * 100);
    }
    let due = table.state.due().unwrap();
    assert!(due <= ms(2100 + 3000), "{due:?}");
    assert_eq!(table.tick(2100 + 3000), ["cancel", "check one"]);
}

#[test]
fn an_endless_loop_never_keeps_a_save_waiting() {
    let mut table = Table::new();
    assert_eq!(table.save(0, 5000), ["cancel", "check one"]);
    assert_eq!(table.save(0, 7000), ["cancel", "check one"], "that one had two seconds");
    assert_eq!(table.save(0, 8500), ["cancel", "check one"]);
}

#[test]
fn who_edits_another_exercise_works_on_it() {
    let mut table = Table::new();
    assert_eq!(table.save(2, 1000), ["cancel", "current three", "check three"]);
    let news = table.state.screen(ms(1000)).notices;
    assert_eq!(news, ["You edited three: it is the current one now."]);
}

#[test]
fn many_files_at_once_move_nothing() {
    let mut table = Table::at_rest();
    table.save(2, 1000);
    assert_eq!(table.save(3, 1050), ["cancel", "current one", "check one"]);
    assert!(table.save(1, 1240).is_empty(), "each within 200 ms of the one before");
    assert_eq!(table.state.current(), ExerciseId(0));
    assert_eq!(table.save(1, 2000), ["cancel", "current two", "check two"], "a single one later moves");
}

#[test]
fn many_files_at_once_with_the_current_one_among_them_judge_it() {
    let mut table = Table::at_rest();
    assert_eq!(table.save(0, 1000), ["check one"]);
    assert!(table.save(3, 1050).is_empty());
    assert_eq!(table.state.current(), ExerciseId(0));
}

#[test]
fn a_file_that_is_gone_is_told_and_one_that_comes_back_is_judged() {
    let mut table = Table::at_rest();
    assert!(table.put(Input::Saved { exercise: ExerciseId(0), content: None }, ms(1000)).is_empty());
    table.tick(1030);
    let View::Exercise { found, .. } = table.state.screen(ms(1030)).view else { panic!("the exercise") };
    assert!(matches!(&found[..], [Message::Problem(problem)] if problem.what.contains("exercises/one.rs")));
    assert_eq!(table.save(0, 2000), ["check one"]);
}

#[test]
fn an_editor_that_removes_and_renames_shows_nothing_in_between() {
    let mut table = Table::at_rest();
    table.put(Input::Saved { exercise: ExerciseId(0), content: None }, ms(1000));
    table.save(0, 1004);
    table.tick(1040);
    assert_eq!(table.shown(), Some(Word::Failed), "the verdict before, until the new one is there");
    assert!(!matches!(table.state.shown.as_ref().unwrap().found, Finding::Problem(_)));
}

#[test]
fn a_session_that_keeps_to_some_exercises_says_so() {
    let mut table = Table::new();
    table.state.outline.order.retain(|id| id.0 < 2);
    assert!(table.save(3, 1000).is_empty());
    assert!(table.state.screen(ms(1000)).notices[0].contains("--only"));
}
