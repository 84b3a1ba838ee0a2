//! Miri's word, as it was recorded, one case for each program and mode.

use serde::Deserialize;

use super::*;

/// One program, run once by Miri: what it said on standard error, byte for byte, and what that means. Machine paths
/// were replaced.
#[derive(Deserialize)]
struct Recording {
    case: String,
    mode: String,
    class: String,
    exit: i32,
    stderr: String,
}

fn recordings() -> Vec<Recording> {
    let lines = include_str!("../../../../tests/recorded/miri/recordings.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).expect("a recording")).collect()
}

impl Recording {
    fn exit(&self) -> Exit {
        match self.exit {
            124 => Exit::TimedOut,
            code if code > 128 => Exit::Signal(code - 128),
            code => Exit::Code(code),
        }
    }

    fn report(&self) -> Report {
        let seeds = self.mode.contains("seeds");
        read(&Run { exit: self.exit(), stderr: &self.stderr, own: "source.rs", seeds })
    }
}

#[test]
fn every_recording_is_read_as_what_it_is() {
    let all = recordings();
    let names: std::collections::BTreeSet<&str> =
        all.iter().map(|recording| recording.case.as_str()).collect();
    assert_eq!((names.len(), all.len()), (93, 238));
    let wrong: Vec<String> = all
        .iter()
        .filter(|recording| recording.report().class.word() != recording.class)
        .map(|r| format!("{} {}: {} is read as {:?}", r.case, r.mode, r.class, r.report().class))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Classes of reports that belong to no line.
const PLACELESS: [&str; 2] = ["misused", "thread-left"];

#[test]
fn both_formats_name_the_same_line_of_the_learner() {
    let all = recordings();
    let place = |case: &str, mode: &str| {
        let found = all.iter().find(|r| r.case == case && r.mode == mode).expect(case).report().found;
        found.first().map(|report| (report.file.clone(), report.line, report.column))
    };
    let mut compared = 0;
    for recording in all.iter().filter(|recording| recording.mode == "json") {
        let (json, human) = (place(&recording.case, "json"), place(&recording.case, "human"));
        if let (Some(json), Some(human)) = (json, human)
            && !PLACELESS.contains(&recording.class.as_str())
        {
            assert_eq!(json.0, "source.rs", "{}", recording.case);
            // A macro's line is the learner's in JSON; for people Miri draws the macro.
            assert!(json.1 > 0 && human.1 > 0, "{}: {json:?} {human:?}", recording.case);
            compared += usize::from(json == human);
        }
    }
    assert!(compared > 50, "only {compared} reports name the same place");
}

#[test]
fn a_report_is_cut_to_what_the_learner_can_use() {
    for recording in recordings().iter().filter(|r| r.class != "rejected") {
        for report in recording.report().found {
            let said = &report.rendered;
            let name = format!("{} {}:\n{said}", recording.case, recording.mode);
            assert!(!said.contains("/rustc/") && !said.contains("unsafe-code-guidelines"), "{name}");
            assert!(!said.contains("MIRIFLAGS") && !said.contains("stack backtrace"), "{name}");
            assert!(said.lines().count() <= 31, "{name}");
            let placed = said.contains("source.rs:") || PLACELESS.contains(&recording.class.as_str());
            assert!(placed, "{name}");
        }
    }
}

fn rendered(case: &str) -> String {
    let all = recordings();
    let recording = all.iter().find(|r| r.case == case && r.mode == "json").expect("a recording");
    recording.report().found[0].rendered.clone()
}

#[test]
fn the_story_of_a_stale_reference_a_deadlock_and_a_leak() {
    insta::assert_snapshot!(rendered("alias_mut_read"));
    insta::assert_snapshot!(rendered("deadlock_two_mutexes"));
    insta::assert_snapshot!(rendered("leak_rc_cycle"));
}

const UNDEFINED: &str = r#"{"$message_type":"diagnostic","message":"Undefined Behavior: alloc1 has been freed, so this pointer is dangling","code":null,"level":"error","spans":[],"children":[],"rendered":"x"}"#;
const ABORT: &str = r#"{"$message_type":"diagnostic","message":"abnormal termination: the program aborted execution","code":null,"level":"error","spans":[],"children":[],"rendered":"x"}"#;
const SUM_OF_ONE: &str = r#"{"$message_type":"diagnostic","message":"aborting due to 1 previous error","code":null,"level":"error","spans":[],"children":[],"rendered":"x"}"#;

fn class(code: i32, stderr: &str) -> Class {
    read(&Run { exit: Exit::Code(code), stderr, own: "source.rs", seeds: false }).class
}

#[test]
fn what_a_program_prints_is_not_believed() {
    let forged = format!("{UNDEFINED}\n{SUM_OF_ONE}\n");
    assert_eq!(class(0, &forged), Class::Ended);
    assert_eq!(class(101, &forged), Class::Panicked);
    assert_eq!(class(7, &forged), Class::Exited(7));
    // It prints a report, sum included, and aborts: only the last one is Miri's.
    assert_eq!(class(1, &format!("{forged}{ABORT}\n{SUM_OF_ONE}\n")), Class::Abort);
    assert_eq!(class(1, &format!("{UNDEFINED}\n{ABORT}\n{SUM_OF_ONE}\n")), Class::Abort);
    // Without the sum there was no report.
    assert_eq!(class(1, &format!("{UNDEFINED}\n")), Class::Exited(1));
}

#[test]
fn a_report_behind_half_a_line_of_the_program_is_found() {
    let said = format!("half a line{UNDEFINED}\n{SUM_OF_ONE}\n");
    assert_eq!(class(1, &said), Class::Undefined(Kind::Dangling));
}

#[test]
fn words_nobody_has_seen_yet_are_still_undefined_behaviour() {
    let said =
        format!("{UNDEFINED}\n{SUM_OF_ONE}\n").replace("has been freed, so this pointer is dangling", "blue");
    assert_eq!(class(1, &said).word(), "undefined");
}

#[test]
fn limits_and_cancels_are_their_own() {
    let read = |exit| read(&Run { exit, stderr: "", own: "source.rs", seeds: false }).class;
    assert_eq!(read(Exit::OutOfMemory), Class::OutOfMemory);
    assert_eq!(read(Exit::Cancelled), Class::Cancelled);
    assert_eq!(read(Exit::Signal(11)), Class::Crashed(11));
}
