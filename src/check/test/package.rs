//! `test` for packages: each locked file in `tests/` is a program of its own, run under limits like any program of a
//! learner, and believed as the tests of a file are. It must not run `cargo test`: cargo would start the programs
//! itself, outside of the limits.

use std::collections::BTreeSet;

use super::{arguments, judge};
use crate::check::package::TestFile;
use crate::check::package_build::{self, Variant};
use crate::check::{Context, Judgement, Package, Step, Verdict};
use crate::process::Finished;

/// What to do next: for each variant one build, then each test program.
pub(super) fn next(cx: &Context<'_>, package: &Package, done: &[Finished]) -> Step {
    if package.tests.is_empty() {
        let reason = "the exercise has no locked tests";
        return verdict(Judgement::of(Verdict::Failed, reason).with_signatures(["no_tests".to_owned()]));
    }
    let variants = Variant::all(cx);
    let several = variants.len() > 1;
    let mut left = done.iter();
    let mut output = String::new();
    for variant in variants {
        let Some(built) = left.next() else {
            return Step::Run(vec![package_build::build_all(cx, package, variant)]);
        };
        if let Some(fault) = package_build::fault(cx, package, built) {
            return verdict(fault);
        }
        let report = package_build::report(cx, built);
        let mut judged = Vec::new();
        for file in &package.tests {
            let Some(program) = package_build::test_program(package, &report, &file.path) else {
                return verdict(not_built(file));
            };
            let Some(ran) = left.next() else {
                let args = arguments(cx, &file.names);
                return Step::Run(vec![package_build::execute(cx, package, program, args)]);
            };
            judged.push(judge(cx, ran, &file.names));
        }
        let mut whole = together(judged);
        if whole.verdict != Verdict::Passed {
            if several {
                whole.reason = format!("{} ({})", whole.reason, variant.label());
            }
            return verdict(whole);
        }
        output.push_str(&whole.output);
    }
    verdict(Judgement::passed().with_output(output))
}

fn verdict(judgement: Judgement) -> Step {
    Step::Verdict(judgement)
}

/// A locked test that cargo did not build was switched off in a manifest.
fn not_built(file: &TestFile) -> Judgement {
    let reason = format!("cargo did not build {}; does a Cargo.toml keep it out?", file.path.display());
    Judgement::of(Verdict::Failed, reason).with_signatures(["source:tests".to_owned()])
}

/// One judgement of all programs: the first that is not content speaks, and all failures count.
fn together(judged: Vec<Judgement>) -> Judgement {
    let signatures: BTreeSet<_> = judged.iter().flat_map(|one| one.signatures.clone()).collect();
    let output: String = judged.iter().map(|one| one.output.as_str()).collect();
    let first = judged.into_iter().find(|one| one.verdict != Verdict::Passed);
    match first {
        None => Judgement::passed().with_output(output),
        Some(first) => first.with_signatures(signatures),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::check::build::Externs;
    use crate::check::fixtures::{exercise, finished, toolchain};
    use crate::check::package::Files;
    use crate::check::{Check as _, Sheet};
    use crate::curriculum::{Exercise, Form};
    use crate::process::Exit;

    const BUILT: &str = include_str!("../../../tests/recorded/cargo/package_tests.jsonl");
    const TEST: &str = "#[test]\nfn adds() {}\n#[test]\nfn doubles() {}\n";

    /// The judgement on a build that said `built` and left `tests/sums.rs` as it says, and on a harness.
    fn judged(built: (Exit, &str), edited: bool, ran: Option<(Exit, &str)>) -> Judgement {
        let exercise = Exercise { form: Form::Package, locked: vec!["tests/**".to_owned()], ..exercise() };
        let (tools, env) = (toolchain(), BTreeMap::new());
        let sets: Files = [(PathBuf::from("tests/sums.rs"), TEST.as_bytes().to_vec())].into();
        let mut package = Package::new(&exercise, &Files::new(), &sets, "c0ffee");
        package.dir = PathBuf::from("/home/ada/sums");
        let sheet = Sheet::of_package(String::new(), &package);
        let cx = Context {
            exercise: &exercise,
            tools: &tools,
            sheet: &sheet,
            scratch: Path::new("/scratch"),
            companions: &BTreeMap::new(),
            kit: None,
            externs: &Externs::default(),
            package: Some(&package),
            nonce: "c0ffee",
            salt: 0,
            env: &env,
            own: std::path::Path::new("/cargo-roadmap"),
        };
        let mut compiled = finished(built.0, built.1);
        compiled.files = package.ours.clone();
        if edited {
            compiled.files.insert("tests/sums.rs".into(), b"#[test] fn adds() {}".to_vec());
        }
        let done: Vec<_> =
            std::iter::once(compiled).chain(ran.map(|(exit, stdout)| finished(exit, stdout))).collect();
        match super::super::Test.next(&cx, &done) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        }
    }

    const BOTH: &str = "running 3 tests\ntest adds ... ok\ntest doubles ... ok\n";
    const SUM: &str = "\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";

    #[test]
    fn all_tests_the_proof_and_the_sum_are_a_pass() {
        let stdout = format!("{BOTH}test zz_c0ffee::ended ... ok\n{SUM}");
        let passed = judged((Exit::Code(0), BUILT), false, Some((Exit::Code(0), &stdout)));
        assert_eq!(passed.verdict, Verdict::Passed, "{passed:?}");
    }

    #[test]
    fn a_forged_report_lacks_the_proof() {
        let forged = judged((Exit::Code(0), BUILT), false, Some((Exit::Code(0), &format!("{BOTH}{SUM}"))));
        assert_eq!(forged.signatures.iter().collect::<Vec<_>>(), ["crashed"]);
    }

    #[test]
    fn a_build_that_rewrites_our_tests_is_no_pass() {
        let stdout = format!("{BOTH}test zz_c0ffee::ended ... ok\n{SUM}");
        let edited = judged((Exit::Code(0), BUILT), true, Some((Exit::Code(0), &stdout)));
        assert_eq!(edited.signatures.iter().collect::<Vec<_>>(), ["source:locked"]);
    }

    #[test]
    fn a_test_that_the_manifest_keeps_out_is_missed() {
        let without: Vec<&str> = BUILT.lines().filter(|line| !line.contains("tests/sums.rs")).collect();
        let missed = judged((Exit::Code(0), &without.join("\n")), false, None);
        assert_eq!(missed.signatures.iter().collect::<Vec<_>>(), ["source:tests"]);
        assert!(missed.reason.contains("tests/sums.rs"), "{}", missed.reason);
    }

    #[test]
    fn errors_are_those_of_the_compiler_under_the_learners_paths() {
        let said = include_str!("../../../tests/recorded/cargo/package_error.jsonl");
        let failed = judged((Exit::Code(101), said), false, None);
        assert_eq!(failed.signatures.iter().collect::<Vec<_>>(), ["E0308@2"]);
        assert_eq!(failed.diagnostics.len(), 1, "once, though it is compiled with and without tests");
        assert!(failed.diagnostics[0].file.ends_with("sum.rs/src/lib.rs"), "{:?}", failed.diagnostics[0]);
    }

    #[test]
    fn a_failing_test_limits_and_signals_are_told_as_for_files() {
        let ran = |exit, stdout: &str| judged((Exit::Code(0), BUILT), false, Some((exit, stdout)));
        let begun = "running 3 tests\ntest adds ... ";
        assert_eq!(ran(Exit::TimedOut, begun).verdict, Verdict::TimedOut(10));
        assert_eq!(ran(Exit::OutOfMemory, begun).verdict, Verdict::OutOfMemory(2048));
        assert!(matches!(ran(Exit::Signal(11), begun).verdict, Verdict::Crashed(_)));
        let failed = ran(Exit::Code(101), "test adds ... FAILED\ntest doubles ... ok\n");
        assert_eq!(failed.signatures.iter().collect::<Vec<_>>(), ["test:adds"]);
    }

    #[test]
    fn a_build_that_takes_too_long_or_was_cancelled_says_so() {
        assert_eq!(judged((Exit::TimedOut, ""), false, None).verdict, Verdict::TimedOut(60));
        assert_eq!(judged((Exit::Cancelled, ""), false, None).verdict, Verdict::Cancelled);
        let odd = judged((Exit::Code(101), ""), false, None);
        assert_eq!(odd.signatures.iter().collect::<Vec<_>>(), ["build"]);
    }
}
