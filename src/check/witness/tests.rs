//! Which reports are a witness and which are none.

use super::*;
use crate::check::Sheet;
use crate::check::fixtures::{exercise, finished, toolchain};
use crate::curriculum::Format;
use crate::process::Exit;

const OURS: &str = "// == checks ==\nmod checks {}\n";
const WRITTEN: &str = "fn a() {}\nfn b() {}\nfn c() {}\n";

fn next(table: &str, seeds: u32, done: &[Finished]) -> Step {
    with(WRITTEN, table, seeds, |cx| Witness.next(cx, done))
}

/// What is asked of the check where the learner has written this.
fn with<T>(theirs: &str, table: &str, seeds: u32, ask: impl FnOnce(&Context<'_>) -> T) -> T {
    let mut exercise = exercise();
    exercise.options.seeds = seeds;
    let sheet = Sheet::new(&exercise, Format::Two, &format!("{theirs}{OURS}"), OURS);
    let companions = [(exercise.companions.join(FILE), table.as_bytes().to_vec())].into();
    ask(&Context {
        exercise: &exercise,
        tools: &toolchain(),
        sheet: &sheet,
        scratch: std::path::Path::new("/scratch"),
        companions: &companions,
        kit: None,
        externs: &crate::check::build::Externs::default(),
        package: None,
        nonce: "c0ffee",
        salt: 0,
        env: &BTreeMap::new(),
        own: std::path::Path::new("/cargo-roadmap"),
    })
}

#[test]
fn what_is_still_to_be_written_fails_with_and_without_miri() {
    let table = "a = 'dangling'\nb = 'sound'\nc = 'aliasing'";
    let without = |theirs: &str| with(theirs, table, 1, |cx| Witness.without_tools(cx));
    let left = without("fn a() -> u8 { todo!(\"why?\") }\nfn b() { unimplemented!() }\n").unwrap();
    assert_eq!(left.verdict, Verdict::Failed);
    assert_eq!(left.reason, "none of the 3 witnesses is written yet");
    assert_eq!(left.signatures, ["miri:a:open", "miri:b:open", "miri:c:open"].map(str::to_owned).into());
    let one = without("fn a() { /* todo! */ }\nfn b() { todo!() }\nuse twins::c;\n").unwrap();
    assert_eq!(one.reason, "still open: `b`");
    assert_eq!(without(WRITTEN), None, "what is written, only Miri can judge");
    let partly = "fn a() {}\nfn b() { todo!() }\nfn c() {}\n";
    let judged = with(partly, table, 1, |cx| Witness.next(cx, &[reported(FREED), returned("()")]));
    let Step::Verdict(judged) = judged else { panic!("an open one is not asked about: {judged:?}") };
    assert_eq!(judged.signatures, ["miri:b:open", "miri:c:ended"].map(str::to_owned).into());
    assert!(judged.reason.starts_with("`c` is no witness") && judged.reason.ends_with("; still open: `b`"));
}

fn judged(table: &str, done: &[Finished]) -> Judgement {
    match next(table, 1, done) {
        Step::Verdict(judgement) => judgement,
        Step::Run(specs) => panic!("it wants more: {specs:?}"),
    }
}

fn reported(message: &str) -> Finished {
    let line = |message: &str| {
        format!(
            r#"{{"$message_type":"diagnostic","message":"{message}","code":null,"level":"error","spans":[],"children":[],"rendered":"x"}}"#
        )
    };
    let mut done = finished(Exit::Code(1), "");
    done.stderr.bytes =
        format!("{}\n{}\n", line(message), line("aborting due to 1 previous error")).into_bytes();
    done
}

fn returned(value: &str) -> Finished {
    finished(Exit::Code(0), &format!("words\n\nc0ffee answers {value}\n"))
}

const FREED: &str =
    "Undefined Behavior: memory access failed: alloc1 has been freed, so this pointer is dangling";

#[test]
fn undefined_behaviour_of_the_class_asked_for_is_a_witness() {
    for table in ["a = 'dangling'", "a = 'aliasing|dangling'", "a = 'any'"] {
        let passed = judged(table, &[reported(FREED)]);
        assert_eq!((passed.verdict, passed.output.as_str()), (Verdict::Passed, "a: dangling"), "{table}");
    }
    let other = judged("a = 'aliasing'", &[reported(FREED)]);
    assert_eq!(other.signatures, ["miri:a:dangling".to_owned()].into());
}

#[test]
fn panics_aborts_leaks_and_a_quiet_end_do_not_count() {
    for (done, word) in [
        (finished(Exit::Code(101), ""), "panic"),
        (reported("abnormal termination: the program aborted execution"), "abort"),
        (reported("memory leaked: alloc1 (Rust heap, size: 4, align: 4), allocated here:"), "leak"),
        (reported("the evaluated program deadlocked"), "deadlock"),
        (finished(Exit::Code(7), ""), "exit"),
        (returned("()"), "ended"),
        (returned("Sound"), "sound"),
    ] {
        let failed = judged("a = 'any'", &[done]);
        assert_eq!(failed.verdict, Verdict::Failed);
        assert_eq!(failed.signatures, [format!("miri:a:{word}")].into());
    }
    let mut precondition = reported("abnormal termination: the program aborted execution");
    precondition.stderr.bytes.splice(0..0, *b"unsafe precondition(s) violated: x\n");
    assert_eq!(judged("a = 'any'", &[precondition]).signatures, ["miri:a:precondition".to_owned()].into());
}

#[test]
fn that_there_is_no_witness_is_an_answer_where_it_is_true() {
    for claim in ["Sound", "NoWitness"] {
        assert_eq!(judged("a = 'sound'", &[returned(claim)]).verdict, Verdict::Passed);
    }
    for (done, word) in
        [(returned("()"), "ended"), (reported(FREED), "dangling"), (finished(Exit::Code(101), ""), "panic")]
    {
        assert_eq!(judged("a = 'sound'", &[done]).signatures, [format!("miri:a:{word}")].into());
    }
}

#[test]
fn all_witnesses_are_judged_before_it_speaks() {
    let table = "a = 'dangling'\nb = 'sound'\nc = 'aliasing'";
    let failed = judged(table, &[reported(FREED), returned("()"), finished(Exit::Code(101), "")]);
    assert_eq!(failed.signatures, ["miri:b:ended".to_owned(), "miri:c:panic".to_owned()].into());
    assert!(failed.reason.starts_with("`b` is no witness"), "{}", failed.reason);
    assert!(failed.output.starts_with("a: dangling\nb: "), "{}", failed.output);
}

#[test]
fn each_seed_is_tried_alone_until_one_shows_it() {
    let seed = |done: &[Finished]| match next("a = 'any'", 3, done) {
        Step::Run(specs) => specs[0].args.iter().find(|arg| arg.to_string_lossy().contains("seed")).cloned(),
        Step::Verdict(judgement) => panic!("{judgement:?}"),
    };
    assert_eq!(seed(&[]), Some("-Zmiri-seed=0".into()));
    assert_eq!(seed(&[returned("()")]), Some("-Zmiri-seed=1".into()));
    let found = next("a = 'any'", 3, &[returned("()"), reported(FREED)]);
    assert!(matches!(found, Step::Verdict(judged) if judged.verdict == Verdict::Passed));
}

#[test]
fn limits_and_refusals_of_the_compiler_end_it() {
    assert_eq!(judged("a = 'any'", &[finished(Exit::TimedOut, "")]).verdict, Verdict::TimedOut(60));
    assert_eq!(judged("a = 'any'", &[finished(Exit::OutOfMemory, "")]).verdict, Verdict::OutOfMemory(2048));
    let mut rejected = finished(Exit::Code(1), "");
    rejected.stderr.bytes = b"error[E0425]: cannot find function `a` in this scope\n --> x.rs:3:1\n\nerror: aborting due to 1 previous error\n".to_vec();
    assert_eq!(judged("a = 'any'", &[rejected]).signatures, ["E0425@3".to_owned()].into());
}

#[test]
fn a_table_that_asks_for_nothing_known_is_the_sets_fault() {
    for table in ["", "a = 'crash'", "a = 'dangling|sound'", "'a b' = 'any'", "a = 1"] {
        assert_eq!(judged(table, &[]).signatures, ["miri:table".to_owned()].into(), "{table}");
    }
}
