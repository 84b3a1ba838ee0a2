//! What the messages are made of.

use std::path::PathBuf;
use std::time::Duration;

use cargo_roadmap::check::{CheckResult, Diagnostic, Judgement, Level, Outcome, Verdict};
use cargo_roadmap::curriculum::Reading;
use cargo_roadmap::message::{
    Hint, Ids, Judged, Map, MapExercise, MapStage, MapTopic, Place, Problem, Report, ToolLine, TopicLine,
    Verification,
};
use cargo_roadmap::progress::{ExerciseState, State};

const FILE: &str = "exercises/1_core/02_ownership/holder_struct.rs";

pub(super) fn problem() -> Problem {
    Problem::new("there is no stage, topic or exercise `ownreship`")
        .because("names are those that `cargo roadmap list` shows; this one is near to two of them and equal to none")
        .help("did you mean `ownership` or `ownership_tour`?")
        .help("`cargo roadmap list` shows all names")
}

pub(super) fn place() -> Place {
    let (name, topic) = ("holder_struct".into(), "Ownership, borrowing, lifetimes".into());
    Place { name, file: FILE.into(), topic, number: 9, of: 220 }
}

pub(super) fn errors() -> Vec<Diagnostic> {
    let error = |code: &str, line, rendered: &str| Diagnostic {
        level: Level::Error,
        code: Some(code.to_owned()),
        message: "missing lifetime specifier".to_owned(),
        file: FILE.to_owned(),
        line,
        column: 11,
        end_line: line,
        rendered: rendered.to_owned(),
    };
    let rendered = "\u{1b}[1m\u{1b}[91merror[E0106]\u{1b}[0m\u{1b}[1m: missing lifetime specifier\u{1b}[0m\n \u{1b}[1m\u{1b}[94m--> \u{1b}[0mexercises/1_core/02_ownership/holder_struct.rs:9:11\n";
    vec![error("E0106", 9, rendered), error("E0597", 14, "error[E0597]: it does not live long enough\n")]
}

pub(super) fn failed(reason: &str) -> Judgement {
    Judgement::of(Verdict::Failed, reason)
}

pub(super) fn unavailable() -> Judgement {
    let install = "rustup component add clippy".to_owned();
    Judgement::of(Verdict::Unavailable { tool: "clippy".to_owned(), install }, "clippy is not installed")
}

pub(super) fn result(check: &str, judgement: Judgement) -> CheckResult {
    CheckResult { check: check.to_owned(), judgement, took: Duration::from_millis(112) }
}

pub(super) fn passed(check: &str) -> CheckResult {
    result(check, Judgement::passed())
}

pub(super) fn outcome(checks: Vec<CheckResult>) -> Outcome {
    Outcome {
        exercise: "holder_struct".to_owned(),
        checks,
        notes: Vec::new(),
        source: "a1b2".to_owned(),
        content: "c3d4".to_owned(),
        toolchain: "1.95.0".to_owned(),
        trap: None,
        cached: false,
    }
}

pub(super) fn ids() -> Ids {
    Ids { topic: "ownership".to_owned(), stage: "core".to_owned() }
}

pub(super) fn report(outcome: Outcome) -> Report {
    Report {
        place: place(),
        ids: ids(),
        outcome,
        topic_done: (2, 7),
        topic_state: State::Started,
        stage_done: None,
        not_recorded: None,
        hints: (1, 3),
        next: Some("shared_shelf".to_owned()),
        learned: None,
        calibration: None,
        log: None,
    }
}

pub(super) fn hint(rung: usize, again: bool) -> Hint {
    let text = "A `struct` that holds a reference must say how long what it refers to lives.\n\nCompare:\n\n    struct Holder<'a> { text: &'a str }\n\nWho owns the text?";
    Hint { exercise: "holder_struct".into(), rung, of: 3, text: text.into(), again }
}

pub(super) fn readings() -> Vec<Reading> {
    let reading = |title: &str, url: &str, minutes| Reading { title: title.into(), url: url.into(), minutes };
    vec![
        reading(
            "The Rust Programming Language, chapter 4, Understanding Ownership",
            "https://doc.rust-lang.org/book/ch04-00-understanding-ownership.html",
            60,
        ),
        reading("Programming Rust, chapter 4", "", 0),
    ]
}

pub(super) fn tools() -> Vec<ToolLine> {
    let tool = |name: &str, found: Option<&str>, needed, lost: &str, install: &str| ToolLine {
        name: name.into(),
        found: found.map(str::to_owned),
        needed,
        lost: lost.into(),
        install: install.into(),
    };
    vec![
        tool(
            "cargo",
            Some("cargo 1.95.0 (f2d3ce0bd 2026-03-21)"),
            true,
            "nothing can be built",
            "install Rust with rustup",
        ),
        tool("clippy", None, true, "the check `clippy` cannot judge", "rustup component add clippy"),
        tool(
            "Miri",
            None,
            false,
            "undefined behaviour is not found by the checks `miri` and `witness`",
            "rustup +nightly component add miri",
        ),
        tool("file events", Some("arrive"), false, "`watch` polls", "nothing to do"),
        tool(
            "limits",
            Some("time and process groups"),
            false,
            "a program that makes its own session may outlive its run",
            "",
        ),
    ]
}

pub(super) fn exercise(name: &str, state: ExerciseState) -> MapExercise {
    MapExercise {
        name: name.into(),
        path: PathBuf::from("exercises/1_core/02_ownership").join(format!("{name}.rs")),
        kind: "fix".into(),
        tier: 'A',
        checks: vec!["compile".into(), "test".into()],
        minutes: 25,
        state,
        changed: false,
    }
}

pub(super) fn map() -> Map {
    use ExerciseState::{Done, Partial, Pending};
    let topic = |id: &str, title: &str, state, exercises| MapTopic {
        id: id.into(),
        title: title.into(),
        state,
        requires: vec!["variables".into()],
        exercises,
    };
    let mut changed = exercise("moved_away", Done);
    changed.changed = true;
    let mut second = exercise("deep_borrow", Pending);
    second.tier = 'B';
    let many = |count: usize, state| (0..count).map(|n| exercise(&format!("step_{n}"), state)).collect();
    let core = vec![
        topic("variables", "Variables and types", State::Mastered, many(12, Done)),
        topic(
            "ownership",
            "Ownership, borrowing, lifetimes, and everything that follows",
            State::Started,
            vec![
                exercise("first_owner", Done),
                changed,
                exercise("two_readers", Partial),
                exercise("holder_struct", Pending),
                second,
            ],
        ),
        topic("traits", "Traits and generics", State::Complete, many(3, Partial)),
        topic("errors", "Errors", State::Untouched, many(4, Pending)),
    ];
    let later = vec![topic("kernel", "A kernel of your own", State::Untouched, Vec::new())];
    let stage =
        |id: &str, title: &str, state, topics| MapStage { id: id.into(), title: title.into(), state, topics };
    Map {
        set: "cargo-roadmap".into(),
        format_version: 2,
        current: Some("holder_struct".into()),
        stages: vec![
            stage("core", "Core Rust mastery", State::Started, core),
            stage("edge", "The edge", State::Untouched, later),
        ],
    }
}

pub(super) fn verification() -> Verification {
    let judged = |name: &str, checks| {
        let mut outcome = outcome(checks);
        name.clone_into(&mut outcome.exercise);
        Judged { ids: ids(), outcome }
    };
    let slow = Judgement::of(Verdict::TimedOut(10), "it was still running after 10 s and was ended");
    let line = |title: &str, passed, judged, state| TopicLine { title: title.into(), passed, judged, state };
    Verification {
        reports: vec![
            judged("first_light", vec![passed("compile"), passed("test")]),
            judged("second_step", vec![passed("compile"), result("clippy", unavailable())]),
            judged(
                "holder_struct",
                vec![result("test", failed("2 of 3 tests fail, first `keeps_the_text`"))],
            ),
            judged("endless", vec![result("test", slow)]),
        ],
        topics: vec![
            line("Variables and types", 2, 2, State::Complete),
            line("Ownership, borrowing, lifetimes, and everything that follows", 0, 2, State::Started),
        ],
        mastered: vec!["tools".into()],
        nothing: None,
    }
}

pub(super) fn verified_all() -> Verification {
    let mut all = verification();
    all.reports.truncate(1);
    all.topics.truncate(1);
    all.topics[0].state = State::Mastered;
    all.mastered = vec!["variables".into(), "tools".into()];
    all
}
