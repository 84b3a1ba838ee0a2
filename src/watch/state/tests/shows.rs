//! What is shown while something runs and after it, and what comes next.

use super::*;

#[test]
fn the_first_error_is_shown_before_the_run_has_ended() {
    let mut table = Table::new();
    let run = table.run_of(0);
    table.put(Input::Told(run, Told::Errors(vec![error("E0308", 7)])), ms(12));
    assert_eq!(table.state.due(), Some(ms(30)), "as soon as it is quiet");
    table.tick(30);
    let screen = table.state.screen(ms(30));
    let View::Exercise { found, .. } = screen.view else { panic!("the exercise") };
    assert!(matches!(&found[..], [Message::Diagnostics(found)] if found.len() == 1));
    assert!(screen.running.is_some());
}

#[test]
fn what_a_program_prints_is_drawn_twenty_times_a_second_at_most() {
    let mut table = Table::new();
    let run = table.run_of(0);
    let mut draws = 0;
    for now in 100..1100 {
        let told = Input::Told(run, Told::Printed(format!("{now}\n").into_bytes()));
        draws += table.state.update(told, ms(now)).len();
    }
    assert!((15..=21).contains(&draws), "{draws}");
}

#[test]
fn a_long_run_says_how_long_it_has_been_going_on() {
    let mut table = Table::new();
    assert_eq!(table.state.due(), Some(ms(1000)));
    table.tick(1000);
    assert_eq!(table.state.due(), Some(ms(2000)));
    assert_eq!(table.state.screen(ms(1500)).running.unwrap().since, ms(1500));
}

#[test]
fn while_it_waits_for_the_learner_nothing_wakes_it() {
    let table = Table::at_rest();
    assert_eq!(table.state.due(), None);
}

#[test]
fn the_verdict_before_stays_below_the_line_that_says_so() {
    let mut table = Table::at_rest();
    table.save(0, 1000);
    let screen = table.state.screen(ms(1000));
    assert!(screen.running.unwrap().below_is_older);
    assert_eq!(table.shown(), Some(Word::Failed));
}

#[test]
fn a_pass_is_recorded_at_once_and_moves_nowhere() {
    let mut table = Table::new();
    let asked = table.end(0, Verdict::Passed, 100);
    assert_eq!(asked, ["store one, prepare two"], "and the next one is judged ahead");
    assert_eq!(table.state.current(), ExerciseId(0));
    let View::Exercise { found, .. } = table.state.screen(ms(100)).view else { panic!("the exercise") };
    let [Message::Judged(report)] = &found[..] else { panic!("a report") };
    assert_eq!(report.next.as_deref(), Some("two"));
    assert_eq!(table.state.screen(ms(100)).topic_done, (1, 2), "the map knows it at once");
}

#[test]
fn a_save_ends_what_was_done_ahead() {
    let mut table = Table::new();
    table.end(0, Verdict::Passed, 100);
    assert_eq!(table.save(0, 1000), ["cancel", "check one"]);
    table.end(0, Verdict::Passed, 1100);
    assert!(table.running.is_empty(), "and it is not begun again and again: {:?}", table.asked);
}

#[test]
fn trouble_of_ours_is_told_and_the_session_goes_on() {
    let mut table = Table::new();
    let run = table.run_of(0);
    table.running.clear();
    table.put(Input::Broken(run, Problem::new("rustc could not be started")), ms(100));
    assert_eq!(table.shown(), Some(Word::Failed));
    table.end(1, Verdict::Failed, 200);
    assert_eq!(table.save(0, 1000), ["check one"]);
}

#[test]
fn stopped_and_continued_the_run_begins_anew() {
    let mut table = Table::new();
    assert_eq!(table.put(Input::Stop, ms(100)), ["cancel", "stop"]);
    assert_eq!(table.put(Input::Resumed, ms(60_000)), ["check one", "redraw"]);
    assert_eq!(table.put(Input::Resumed, ms(60_001)), ["redraw"], "once");
}
