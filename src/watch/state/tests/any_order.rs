//! Sequences of inputs that nobody thought of.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
enum Happens {
    Save(usize),
    SameAgain(usize),
    Key(char),
    Ctrl(char),
    Ends(bool),
    Prints,
    Stops,
    Resumes,
    Waits(u64),
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        4 => (0..NAMES.len()).prop_map(Happens::Save),
        1 => (0..NAMES.len()).prop_map(Happens::SameAgain),
        2 => prop::sample::select("nphexolrdR?jkgG/y ".chars().collect::<Vec<_>>()).prop_map(Happens::Key),
        1 => prop::sample::select(vec!['l', 'z', 'x']).prop_map(Happens::Ctrl),
        3 => any::<bool>().prop_map(Happens::Ends),
        1 => Just(Happens::Prints),
        1 => Just(Happens::Stops),
        1 => Just(Happens::Resumes),
        4 => (1..400_u64).prop_map(Happens::Waits),
    ]
}

/// Plays them; returns the session and the moment at which it stands.
fn play(all: &[Happens]) -> (Table, u64) {
    let mut table = Table::new();
    let mut now = 0;
    for one in all {
        match one {
            Happens::Save(exercise) => drop(table.save(*exercise, now)),
            Happens::SameAgain(exercise) => {
                let exercise = ExerciseId(*exercise);
                let content = table.state.seen[&exercise];
                let before = table.running.clone();
                table.put(Input::Saved { exercise, content }, ms(now));
                assert_eq!(table.running, before, "the same content again changes nothing");
            }
            Happens::Key(key) => drop(table.press(*key, now)),
            Happens::Ctrl(key) => drop(table.put(Input::Key(Key::ctrl(*key)), ms(now))),
            Happens::Ends(passed) => end_one(&mut table, *passed, now),
            Happens::Prints => {
                if let Some(run) = table.running.keys().next().copied() {
                    table.put(Input::Told(run, Told::Printed(b"x\n".to_vec())), ms(now));
                }
            }
            Happens::Stops => drop(table.put(Input::Stop, ms(now))),
            Happens::Resumes => drop(table.put(Input::Resumed, ms(now))),
            Happens::Waits(time) => now = wait(&mut table, now, now + time),
        }
        assert!(table.running.len() <= 1, "one thing runs at a time: {:?}", table.running);
    }
    (table, now)
}

/// Time passes, and the session is woken when it asked to be.
fn wait(table: &mut Table, mut now: u64, until: u64) -> u64 {
    for _ in 0..1000 {
        let due = table.state.due().map(|due| u64::try_from(due.as_micros().div_ceil(1000)).unwrap());
        match due {
            Some(due) if due <= until => {
                now = due.max(now);
                table.tick(now);
                let again = table.state.due();
                assert!(again.is_none_or(|again| again > ms(now)), "it would be woken for ever");
            }
            _ => return until,
        }
    }
    panic!("it is woken a thousand times in {until} ms");
}

fn end_one(table: &mut Table, passed: bool, now: u64) {
    let Some((&run, &id)) = table.running.iter().next() else { return };
    table.running.remove(&run);
    let verdict = if passed { Verdict::Passed } else { Verdict::Failed };
    table.put(Input::Done(run, Box::new(outcome(id.0, verdict))), ms(now));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// After the last save, and once what runs has ended, the verdict on the screen is about the newest text.
    #[test]
    fn the_last_save_is_never_lost(all in prop::collection::vec(happens(), 0..60)) {
        let (mut table, mut now) = play(&all);
        table.put(Input::Resumed, ms(now));
        now = wait(&mut table, now, now + 1000);
        let current = table.state.current().0;
        table.save(current, now);
        prop_assert!(!table.running.is_empty() || table.state.waiting, "something runs for it");
        for _ in 0..3 {
            now = wait(&mut table, now, now + 4000);
            end_one(&mut table, true, now);
        }
        wait(&mut table, now, now + 100);
        let shown = table.state.shown.as_ref().unwrap();
        prop_assert!(!shown.earlier);
        let Finding::Report(report) = &shown.found else { panic!("a report") };
        prop_assert_eq!(&report.place.name, NAMES[current]);
        prop_assert_eq!(report.outcome.word(), Word::Passed);
    }

    /// Whatever runs when the session ends is cancelled, and Ctrl-C ends it from everywhere.
    #[test]
    fn every_run_ends_and_ctrl_c_always_quits(all in prop::collection::vec(happens(), 0..60)) {
        let (mut table, now) = play(&all);
        let asked = table.put(Input::Key(Key::ctrl('c')), ms(now));
        prop_assert_eq!(asked.last().map(String::as_str), Some("quit Interrupted"));
        prop_assert!(table.running.is_empty(), "left running: {:?}", table.running);
    }

    /// Every screen can be made at every moment.
    #[test]
    fn there_is_always_a_screen(all in prop::collection::vec(happens(), 0..40)) {
        let (table, now) = play(&all);
        let screen = table.state.screen(ms(now));
        prop_assert!(!screen.keys.is_empty());
    }
}
