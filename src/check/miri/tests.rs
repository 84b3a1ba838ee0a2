//! What the check asks Miri, and what it makes of the answers.

use super::*;
use crate::check::fixtures::{exercise, finished, toolchain};
use crate::check::{Sheet, Word};
use crate::curriculum::Format;
use crate::process::Exit;
use crate::toolchain::miri::{Library, Miri as Found};

const OURS: &str =
    "// == checks ==\nmod checks {\n    #[test]\n    fn one() {}\n    #[test]\n    fn two() {}\n}\n";

/// One exercise under Miri, described and never run.
struct Case {
    exercise: Exercise,
    theirs: String,
    installed: bool,
}

impl Case {
    fn new() -> Self {
        Self { exercise: exercise(), theirs: OURS.to_owned(), installed: true }
    }

    fn seeds(mut self, seeds: u32) -> Self {
        self.exercise.options.seeds = seeds;
        self
    }

    fn with<T>(&self, look: impl FnOnce(&Context<'_>) -> T) -> T {
        let miri = Found {
            program: "/nightly/bin/miri".into(),
            toolchain: "nightly".to_owned(),
            version: "1.95.0".to_owned(),
            library: Library::At("/built".into()),
            identity: String::new(),
        };
        let tools = crate::toolchain::Toolchain { miri: self.installed.then_some(miri), ..toolchain() };
        let sheet = Sheet::new(&self.exercise, Format::Two, &self.theirs, OURS);
        look(&Context {
            exercise: &self.exercise,
            tools: &tools,
            sheet: &sheet,
            scratch: Path::new("/scratch"),
            companions: &[("exercises/1_a/01_b/sum/table.txt".into(), b"1".to_vec())].into(),
            kit: Some(Path::new("/cache/kit-1/libkit.rlib")),
            externs: &crate::check::build::Externs::default(),
            package: None,
            nonce: "c0ffee",
            salt: 7,
            env: &std::collections::BTreeMap::new(),
            own: std::path::Path::new("/cargo-roadmap"),
        })
    }

    fn asks(&self, done: &[Finished]) -> Vec<String> {
        match self.with(|cx| Miri.next(cx, done)) {
            Step::Run(specs) => specs[0].args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect(),
            Step::Verdict(judgement) => panic!("it has judged already: {judgement:?}"),
        }
    }

    fn judged(&self, done: &[Finished]) -> Judgement {
        match self.with(|cx| Miri.next(cx, done)) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        }
    }
}

fn said(exit: Exit, stdout: &str, stderr: &str) -> Finished {
    let mut finished = finished(exit, stdout);
    finished.stderr.bytes = stderr.as_bytes().to_vec();
    finished
}

const FULL: &str = "c0ffee begins checks::one\nhello\nc0ffee begins checks::two\n\nc0ffee ended\n";
const HALF: &str = "c0ffee begins checks::one\nc0ffee begins checks::two\n";

fn undefined() -> String {
    let report = r#"{"$message_type":"diagnostic","message":"Undefined Behavior: memory access failed: alloc1 has been freed, so this pointer is dangling","code":null,"level":"error","spans":[],"children":[],"rendered":"error: x\n"}"#;
    let sum = r#"{"$message_type":"diagnostic","message":"aborting due to 1 previous error","code":null,"level":"error","spans":[],"children":[],"rendered":""}"#;
    format!("{report}\n{sum}\n")
}

#[test]
fn only_the_last_line_is_a_pass() {
    let case = Case::new();
    let passed = case.judged(&[said(Exit::Code(0), FULL, "")]);
    assert_eq!((passed.verdict, passed.output.as_str(), passed.stand_in), (Verdict::Passed, "hello", false));
    // `process::exit(0)`, and a line somebody guessed.
    for stdout in [HALF.to_owned(), String::new(), format!("{HALF}c0ffeX ended\n")] {
        let failed = case.judged(&[said(Exit::Code(0), &stdout, "")]);
        assert_eq!(failed.verdict, Verdict::Failed, "{stdout}");
        assert_eq!(failed.signatures, ["crashed".to_owned()].into());
    }
}

#[test]
fn what_miri_found_is_named_with_its_class_and_test() {
    let failed = Case::new().judged(&[said(Exit::Code(1), HALF, &undefined())]);
    assert_eq!(failed.signatures, ["miri:dangling".to_owned()].into());
    assert!(failed.reason.contains("freed") && failed.reason.contains("`two`"), "{}", failed.reason);
    assert_eq!(failed.diagnostics.len(), 1);
}

#[test]
fn a_panic_is_the_failure_of_its_test() {
    let failed = Case::new().judged(&[said(
        Exit::Code(101),
        HALF,
        "thread 'main' panicked at a.rs:1:1:\nwant 3\nnote: run with `RUST_BACKTRACE=1`\n",
    )]);
    assert_eq!(failed.signatures, ["test:two".to_owned()].into());
    assert!(failed.detail.ends_with("want 3"), "{}", failed.detail);
}

#[test]
fn limits_and_an_unknown_flag_have_their_own_verdicts() {
    let case = Case::new();
    let word = |exit, stderr: &str| case.judged(&[said(exit, HALF, stderr)]).verdict.word();
    assert_eq!(word(Exit::TimedOut, ""), Word::TimedOut);
    assert_eq!(word(Exit::OutOfMemory, ""), Word::OutOfMemory);
    assert_eq!(word(Exit::Signal(6), ""), Word::Crashed);
    assert_eq!(word(Exit::Cancelled, ""), Word::Cancelled);
    let misused = case.judged(&[said(Exit::Code(1), "", "error: unknown unstable option: `x`\n")]);
    assert_eq!(misused.signatures, ["build".to_owned()].into());
}

#[test]
fn the_command_names_library_salt_seed_and_the_kit_built_for_miri() {
    let args = Case::new().asks(&[]);
    for words in [
        ["--sysroot", "/built"],
        ["--cfg", "test"],
        ["-F", "unsafe_code"],
        ["--extern", "kit=/cache/kit-1/libkit-miri.rlib"],
        ["-Zmiri-seed=0", "-Zmiri-env-set=ROADMAP_SALT=7"],
    ] {
        assert!(args.windows(2).any(|pair| pair == words), "{words:?} in {args:?}");
    }
    let mut permits = Case::new();
    permits.exercise.permit.insert("unsafe".to_owned());
    assert!(!permits.asks(&[]).iter().any(|arg| arg == "unsafe_code"));
}

#[test]
fn every_seed_has_to_come_to_the_end_and_a_failing_one_is_looked_at_alone() {
    let case = Case::new().seeds(3);
    assert!(case.asks(&[]).contains(&"-Zmiri-many-seeds=0..3".to_owned()));
    assert_eq!(case.judged(&[said(Exit::Code(0), &FULL.repeat(3), "")]).verdict, Verdict::Passed);
    assert_eq!(case.judged(&[said(Exit::Code(0), &FULL.repeat(2), "")]).verdict, Verdict::Failed);
    let mixed = said(Exit::Code(1), HALF, &format!("Trying seed: 2\n{}FAILING SEED: 2\n", undefined()));
    assert!(case.asks(std::slice::from_ref(&mixed)).contains(&"-Zmiri-seed=2".to_owned()));
    let failed = case.judged(&[mixed, said(Exit::Code(1), HALF, &undefined())]);
    assert_eq!(failed.signatures, ["miri:dangling".to_owned()].into());
    assert!(failed.reason.ends_with("with seed 2 of 3"), "{}", failed.reason);
}

#[test]
fn every_edition_is_interpreted() {
    let mut case = Case::new();
    case.exercise.options.editions = vec!["2024".to_owned(), "2021".to_owned()];
    let first = said(Exit::Code(0), FULL, "");
    assert!(case.asks(std::slice::from_ref(&first)).contains(&"2021".to_owned()));
    assert_eq!(case.judged(&[first.clone(), first]).verdict, Verdict::Passed);
}

#[test]
fn without_miri_the_tests_stand_in_where_the_exercise_says_so() {
    let mut case = Case::new();
    case.installed = false;
    assert_eq!(Miri.tools(&case.exercise), [Tool::Miri]);
    case.exercise.needs = vec!["miri?".to_owned()];
    assert_eq!(Miri.tools(&case.exercise), [Tool::Rustc]);
    assert!(case.asks(&[]).contains(&"--test".to_owned()), "it runs natively");
    let report = "running 3 tests\ntest checks::one ... ok\ntest checks::two ... ok\ntest zz_c0ffee::ended ... ok\n\n\
                  test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
    let passed = case.judged(&[said(Exit::Code(0), "", ""), said(Exit::Code(0), report, "")]);
    assert_eq!((passed.verdict, passed.stand_in), (Verdict::Passed, true));
    assert!(case.with(|cx| Miri.files(cx)).is_empty());
    case.installed = true;
    assert!(case.asks(&[]).contains(&"--sysroot".to_owned()), "where Miri is, it judges");
}

#[test]
fn the_program_lies_under_its_own_path_with_its_companions() {
    let files = Case::new().with(|cx| Miri.files(cx));
    let paths: Vec<&str> = files.iter().filter_map(|(path, _)| path.to_str()).collect();
    assert_eq!(paths, ["miri/exercises/1_a/01_b/sum.rs", "miri/exercises/1_a/01_b/sum/table.txt"]);
}

#[test]
fn a_refused_source_is_not_interpreted() {
    let mut case = Case::new();
    case.theirs = format!("fn f() {{ std::process::exit(0) }}\n{OURS}");
    assert_eq!(case.judged(&[]).signatures, ["source:exit".to_owned()].into());
}
