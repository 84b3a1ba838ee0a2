//! One message of each kind and of each shape that looks different.

mod parts;

use std::path::PathBuf;

use cargo_roadmap::check::{Diagnostic, Judgement, Level, Note, Verdict};
use cargo_roadmap::curriculum::Reading;
use cargo_roadmap::message::{
    Action, Hint, Ids, Judged, Made, Message, Place, Problem, Report, ToolLine, Update, UpdateLine,
    Verification,
};
use cargo_roadmap::progress::State;

use parts::{
    errors, failed, hint, map, outcome, passed, place, problem, readings, report, result, tools, unavailable,
    verification, verified_all,
};

/// Every message, with a name for its snapshot.
pub(super) fn all() -> Vec<(&'static str, Message)> {
    let mut all = vec![
        ("news", Message::News("The old text lies in .roadmap/backup/20261124T002700/holder_struct.rs.".into())),
        ("question", Message::Question("The exercises come from /home/ada/set.\nDo you trust this set? [y/N]".into())),
        ("made", Message::Made(Box::new(made()))),
        ("updated", Message::Updated(Box::new(update(false)))),
        ("updated_dry", Message::Updated(Box::new(update(true)))),
        ("updated_nothing", Message::Updated(Box::new(Update { lines: Vec::new(), backup: None, ..update(false) }))),
        ("problem", Message::Problem(problem())),
        ("checking", Message::Checking(place())),
        ("diagnostics", Message::Diagnostics(errors())),
        ("printed", Message::Printed(b"\x1b[32mGood evening\x1b[0m, Ada.\r\n220 exercises".to_vec())),
        ("list", Message::Map(Box::new(map()))),
        ("hint", Message::Hint(hint(2, false))),
        ("hint_last", Message::Hint(hint(3, true))),
        ("hint_none", Message::Hint(Hint { rung: 0, of: 0, text: "This exercise has no hints.".into(), ..hint(1, false) })),
        ("readings", Message::Readings { topic: "Ownership, borrowing, lifetimes".into(), readings: readings() }),
        ("readings_none", Message::Readings { topic: "Traits".into(), readings: Vec::new() }),
        ("solution", Message::Solution { path: "solutions/1_core/02_ownership/holder_struct.rs".into(), text: "// A result borrows from what it came from.\nfn first(text: &str) -> &str {\n    &text[..1]\n}\n".into() }),
        ("doctor", Message::Tools(tools())),
        ("doctor_ready", Message::Tools(tools().into_iter().filter(|line| line.found.is_some()).collect())),
        ("verify", Message::Verified(Box::new(verification()))),
        ("verify_passed", Message::Verified(Box::new(verified_all()))),
        ("verify_nothing", Message::Verified(Box::new(Verification { reports: Vec::new(), topics: Vec::new(), mastered: Vec::new(), nothing: Some("Nothing was started yet; `cargo roadmap verify all` judges everything.".into()) }))),
    ];
    all.extend(judged());
    all
}

fn judged() -> Vec<(&'static str, Message)> {
    let of = |outcome| Message::Judged(Box::new(report(outcome)));
    let compile_error = vec![
        result("compile", failed("it does not compile: 2 errors").with_diagnostics(errors())),
        result("test", failed("it does not compile: 2 errors").with_diagnostics(errors())),
    ];
    let test_failure = failed("2 of 3 tests fail, first `greets_ada`").with_detail(
        "thread 'checks::greets_ada' panicked at exercises/1_core/01_variables/first_light.rs:31:9:\nassertion `left == right` failed\n  left: \"Good evening, .\"\n right: \"Good evening, Ada.\"\nnote: run with `RUST_BACKTRACE=1` environment variable to display a backtrace",
    );
    let run_failure =
        failed("`main` ends with exit code 101").with_detail("it panicked").with_output("one\ntwo\n");
    let mut trapped = outcome(vec![passed("compile"), result("test", test_failure)]);
    trapped.trap = Some("Your result borrows the highlighter. Which of the two borrows does a result really need, and for how long does each of them live?".into());
    trapped.notes = vec![Note::ChecksEdited];
    let timed_out = Judgement::of(
        Verdict::TimedOut(10),
        "it was still running after 10 s while `ends` was running and was ended",
    );
    let crashed = Judgement::of(
        Verdict::Crashed("SIGSEGV".into()),
        "it crashed: it touched memory that is not its own (SIGSEGV)",
    );
    let memory = Judgement::of(Verdict::OutOfMemory(2048), "it wanted more than 2048 MiB of memory");
    let printed = Judgement::passed().with_output("Good evening, Ada. 220 exercises lie ahead.\n");
    let mut cached = outcome(vec![passed("compile"), result("run", printed), passed("test")]);
    cached.cached = true;
    let mut last = report(outcome(vec![passed("compile")]));
    (last.next, last.topic_done, last.topic_state) = (None, (7, 7), State::Mastered);
    last.learned =
        Some("tell a new variable from a changed one, and a value from the place where it lies.".into());
    last.stage_done = Some((1, "Core Rust".into(), State::Mastered));
    let mut unrecorded = report(outcome(vec![passed("compile")]));
    unrecorded.not_recorded = Some("nothing is recorded: the workspace is read-only".into());
    let mut weak = passed("miri");
    weak.judgement.stand_in = true;
    vec![
        ("run_compile_error", of(outcome(compile_error))),
        ("run_test_failure", of(trapped)),
        ("run_exit_code", of(outcome(vec![passed("compile"), result("run", run_failure)]))),
        ("run_timed_out", of(outcome(vec![result("test", timed_out.with_output("tick\ntick\n"))]))),
        ("run_out_of_memory", of(outcome(vec![result("test", memory)]))),
        ("run_crashed", of(outcome(vec![result("run", crashed)]))),
        ("run_cancelled", of(outcome(vec![result("test", Judgement::of(Verdict::Cancelled, ""))]))),
        ("run_unjudged", of(outcome(Vec::new()))),
        (
            "run_many_errors",
            of(outcome(vec![result(
                "compile",
                failed("it does not compile: 9 errors").with_diagnostics(many()),
            )])),
        ),
        ("run_predicted", Message::Judged(Box::new(predicted()))),
        ("run_partial", of(outcome(vec![passed("compile"), result("clippy", unavailable()), weak]))),
        ("run_passed", of(cached)),
        ("run_passed_last", Message::Judged(Box::new(last))),
        ("run_not_recorded", Message::Judged(Box::new(unrecorded))),
    ]
}

/// A pass of an exercise that asks for predictions and for code.
fn predicted() -> Report {
    let why = "items/01.rs: What a closure uses by reference is borrowed where the closure is made, and until it was called for the last time.\nitems/02.rs: b. Each call has a counter of its own.";
    let printed = "---- checks::refuses stdout ----\n\nthread 'checks::refuses' (7) panicked at a.rs:1:1:\nno\n\n---- checks::counts stdout ----\nthree";
    let checks = vec![
        result("predict", Judgement::passed().with_output(why)),
        result("test", Judgement::passed().with_output(printed)),
    ];
    let calibration = "Of your 2 first answers, 1 was right, and you were 90 % sure on average: you trust yourself more than the tools do.";
    Report { calibration: Some(calibration.into()), ..report(outcome(checks)) }
}

/// More errors than one, some with little room for their words.
pub(super) fn many() -> Vec<Diagnostic> {
    let mut found = errors();
    let mut other = found[1].clone();
    other.message =
        String::from("cannot find macro `printn` in this scope, although one of a similar name is there");
    other.code = None;
    let mut lint = found[1].clone();
    (lint.code, lint.level) = (Some("unused_variables".to_owned()), Level::Warning);
    found.extend([other, lint]);
    let again = found[1].clone();
    found.extend((20..25).map(|line| Diagnostic { line, ..again.clone() }));
    found
}

/// Reports with more to say than a screen holds.
pub(super) fn long() -> Vec<(&'static str, Message)> {
    let lines = |count: usize| (0..count).map(|n| format!("line {n}\n")).collect::<Vec<_>>().concat();
    let mut error = errors();
    error[0].rendered = lines(500);
    let of = |judgement| Message::Judged(Box::new(report(outcome(vec![result("run", judgement)]))));
    vec![
        ("diagnostic", of(failed("it does not compile").with_diagnostics(error))),
        ("detail", of(failed("a test fails").with_detail(lines(500)))),
        ("output", of(failed("it ends oddly").with_output(lines(500)))),
        ("passed", of(Judgement::passed().with_output(lines(500)))),
    ]
}

/// Every message, with everything that a stranger may write full of control characters.
pub(super) fn evil() -> Vec<(&'static str, Message)> {
    let evil = "\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}2J\u{202e}\r\u{8}\u{1b}[31mred";
    let text = || evil.to_owned();
    let word = || format!("a{evil}b");
    let mut judgement = failed(evil).with_detail(evil).with_output(evil);
    let mut diagnostics = errors();
    diagnostics[0].rendered = text();
    let mut shown = outcome(vec![result(evil, judgement.clone())]);
    shown.trap = Some(text());
    shown.exercise = text();
    judgement.verdict = Verdict::Unavailable { tool: text(), install: text() };
    let partial = outcome(vec![passed(evil), result(evil, judgement)]);
    let place = Place { name: word(), file: PathBuf::from(evil), topic: word(), number: 1, of: 2 };
    let mut one = report(shown.clone());
    (one.place, one.next, one.not_recorded) = (place.clone(), Some(text()), Some(text()));
    let mut other = report(partial);
    (other.place, other.next) = (place.clone(), Some(text()));
    let mut compiler =
        report(outcome(vec![result("compile", failed("").with_diagnostics(diagnostics.clone()))]));
    compiler.place = place.clone();
    let mut map = map();
    map.current = Some(word());
    map.stages[0].title = word();
    map.stages[0].topics[0].title = word();
    map.stages[0].topics[1].exercises[0].name = word();
    let mut table = verification();
    table.topics[0].title = word();
    table.reports.push(Judged { ids: Ids::default(), outcome: shown });
    let reading = Reading { title: word(), url: word(), minutes: 1 };
    let tool = ToolLine { name: word(), found: None, needed: true, lost: word(), install: word() };
    let there = ToolLine { found: Some(word()), ..tool.clone() };
    vec![
        ("news", Message::News(text())),
        ("problem", Message::Problem(Problem::new(evil).because(evil).help(evil))),
        ("checking", Message::Checking(place)),
        ("diagnostics", Message::Diagnostics(diagnostics)),
        ("printed", Message::Printed(evil.as_bytes().to_vec())),
        ("failed", Message::Judged(Box::new(one))),
        ("partial", Message::Judged(Box::new(other))),
        ("compiler", Message::Judged(Box::new(compiler))),
        ("list", Message::Map(Box::new(map))),
        ("verify", Message::Verified(Box::new(table))),
        ("hint", Message::Hint(Hint { exercise: word(), text: text(), ..hint(1, false) })),
        ("readings", Message::Readings { topic: word(), readings: vec![reading] }),
        ("solution", Message::Solution { path: PathBuf::from(evil), text: text() }),
        ("doctor", Message::Tools(vec![tool, there])),
    ]
}

fn made() -> Made {
    Made {
        what: "`paper_round` is there: its start fails as it says, and its solution passes.".into(),
        exercise: "paper_round".into(),
        files: vec!["set/exercises/1_first/01_parcels/paper_round.rs".into(), "set/kit".into()],
        next: vec![
            "cd set && cargo roadmap run paper_round".into(),
            "Put your own task in place of the bottles.".into(),
        ],
    }
}

fn update(dry_run: bool) -> Update {
    let line = |action, exercise: Option<&str>, path: &str, from: Option<&str>| UpdateLine {
        action,
        exercise: exercise.map(str::to_owned),
        path: path.into(),
        from: from.map(Into::into),
    };
    Update {
        set: "cargo-roadmap".into(),
        lines: vec![
            line(Action::Kept, Some("holder_struct"), "exercises/1_core/02_ownership/holder_struct.rs", None),
            line(Action::Added, Some("alpha"), "exercises/1_core/01_variables/alpha.rs", None),
            line(Action::Replaced, Some("beta"), "exercises/1_core/01_variables/beta.rs", None),
            line(
                Action::Moved,
                Some("new_name"),
                "exercises/1_core/03_a/new_name.rs",
                Some("exercises/1_core/02_a/old_name.rs"),
            ),
            line(Action::Removed, None, "exercises/1_core/01_variables/gone.rs", None),
            line(Action::Stays, None, "exercises/1_core/01_variables/mine.rs", None),
        ],
        backup: (!dry_run).then(|| ".roadmap/backup/2026-11-24T00-27-00.000000Z".into()),
        dry_run,
    }
}
