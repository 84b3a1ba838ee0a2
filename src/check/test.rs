//! `test`: every test of ours is reported `ok` by its name, and the harness ran to its end. It must not
//! believe a sum alone, nor an exit code alone: the learner's program can print the one and choose the other.

mod package;

use std::ffi::OsString;

use super::build::{self, Variant};
use super::harness::{self, Report};
use super::predict::answer;
use super::{Check, Context, Judgement, Sheet, Step, Verdict};
use crate::curriculum::Exercise;
use crate::process::{Exit, Finished};
use crate::toolchain::Tool;

/// What a permission is called that only sets of the first format give, and the failure where it is not given.
const NO_TESTS: &str = "no_tests";

/// The check word `test`.
pub struct Test;

impl Check for Test {
    fn name(&self) -> &'static str {
        "test"
    }

    fn passes_when(&self) -> &'static str {
        "every test of the set's own copy passes, by name, and at least one ran"
    }

    fn signatures(&self) -> &'static [&'static str] {
        &["test:<name>", "timed_out", "out_of_memory", "crashed", "E0382@<line>", "source:<fact>"]
    }

    fn tools(&self, exercise: &Exercise) -> Vec<Tool> {
        build::tools(exercise)
    }

    fn next(&self, cx: &Context<'_>, done: &[Finished]) -> Step {
        if let Some(package) = cx.package {
            return package::next(cx, package, done);
        }
        let mut output = String::new();
        for (place, variant) in Variant::all(cx, true).into_iter().enumerate() {
            let Some(built) = done.get(2 * place) else {
                return Step::Run(vec![build::compile(cx, variant)]);
            };
            if let Some(fault) = build::fault(cx, built) {
                return Step::Verdict(variant.tell(cx, fault));
            }
            let Some(ran) = done.get(2 * place + 1) else {
                return Step::Run(vec![build::execute(cx, variant, arguments(cx, &cx.sheet.tests))]);
            };
            let judged = judge(cx, ran, &cx.sheet.tests);
            if judged.verdict != Verdict::Passed {
                return Step::Verdict(variant.tell(cx, judged));
            }
            if place == 0 {
                output = judged.output;
            }
        }
        Step::Verdict(Judgement::passed().with_output(output))
    }
}

/// One test at a time, in order, so that what stands between two lines of the harness has one author;
/// exactly ours, and the proof last.
fn arguments(cx: &Context<'_>, tests: &[String]) -> Vec<OsString> {
    if tests.is_empty() {
        return vec!["--test-threads=1".into(), "--show-output".into()];
    }
    exactly(tests, cx.nonce)
}

/// The harness's arguments that run these tests and the proof, and nothing else.
#[must_use]
pub fn exactly(tests: &[String], nonce: &str) -> Vec<OsString> {
    let mut args: Vec<OsString> =
        ["--test-threads=1", "--show-output", "--exact"].iter().map(OsString::from).collect();
    args.extend(tests.iter().map(OsString::from));
    args.push(Sheet::proof_test(nonce).into());
    args
}

fn judge(cx: &Context<'_>, ran: &Finished, tests: &[String]) -> Judgement {
    let stdout = ran.stdout.text();
    let report = harness::read(&stdout, tests);
    let output = answer::without(&harness::output(&stdout));
    if let Some(abnormal) = abnormal_end(cx, ran, &report) {
        return abnormal.with_output(stdout);
    }
    if tests.is_empty() {
        return judge_format_one(cx, ran, &report, &stdout);
    }
    if let Some((name, words)) = report.failed.first() {
        let count = report.failed.len();
        let total = tests.len();
        let reason = match count {
            1 => format!("the test `{}` fails", short(name)),
            _ => format!("{count} of {total} tests fail, first `{}`", short(name)),
        };
        return Judgement::of(Verdict::Failed, reason)
            .with_signatures(report.failed.iter().map(|(name, _)| format!("test:{}", short(name))))
            .with_detail(words.clone())
            .with_output(output);
    }
    let proof = harness::read(&stdout, &[Sheet::proof_test(cx.nonce)]);
    let all = tests.len();
    let complete = report.passed.len() == all
        && report.sum == Some(all + 1)
        && proof.passed.len() == 1
        && ran.exit == Exit::Code(0);
    if complete { Judgement::passed().with_output(output) } else { unproven(&report, all, stdout) }
}

/// Nothing failed, and still not everything is there: the program ended the harness, or printed its words.
fn unproven(report: &Report, all: usize, stdout: String) -> Judgement {
    let reason = match &report.hanging {
        Some(name) => {
            format!("the program ended while `{}` was running, before it had a result", short(name))
        }
        None if report.passed.len() == all => {
            "the tests were reported, and their harness did not come to its end after that".to_owned()
        }
        None => {
            format!("only {} of {all} tests came to an end; did the program end itself?", report.passed.len())
        }
    };
    Judgement::of(Verdict::Failed, reason).with_signatures(["crashed".to_owned()]).with_output(stdout)
}

/// A set without the line: its tests are the learner's to change, so only the harness's word is there.
fn judge_format_one(cx: &Context<'_>, ran: &Finished, report: &Report, stdout: &str) -> Judgement {
    let none_will_do = cx.exercise.permit.contains(NO_TESTS);
    match (ran.exit, report.sum) {
        (Exit::Code(0), Some(count)) if count > 0 || none_will_do => {
            Judgement::passed().with_output(harness::output(stdout))
        }
        (Exit::Code(0), Some(_)) => {
            Judgement::of(Verdict::Failed, "no test was run").with_signatures([NO_TESTS.to_owned()])
        }
        _ => Judgement::of(Verdict::Failed, "a test fails")
            .with_signatures(["test".to_owned()])
            .with_detail(stdout.trim()),
    }
}

fn abnormal_end(cx: &Context<'_>, ran: &Finished, report: &Report) -> Option<Judgement> {
    let during = match &report.hanging {
        Some(name) => format!(" while `{}` was running", short(name)),
        None => String::new(),
    };
    super::run::abnormal_end(cx, ran, &during)
}

/// The name without the module that all of ours share.
fn short(name: &str) -> &str {
    name.strip_prefix("checks::").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{exercise, finished, toolchain};
    use crate::curriculum::Format;

    const OURS: &str =
        "// == checks ==\nmod checks {\n    #[test]\n    fn one() {}\n    #[test]\n    fn two() {}\n}\n";

    /// The judgement on a harness that ended with this code and printed these lines.
    fn judged(exit: Exit, stdout: &str) -> Judgement {
        let (exercise, tools, env) = (exercise(), toolchain(), std::collections::BTreeMap::new());
        let sheet = Sheet::new(&exercise, Format::Two, OURS, OURS);
        let cx = Context {
            exercise: &exercise,
            tools: &tools,
            sheet: &sheet,
            scratch: std::path::Path::new("/scratch"),
            companions: &std::collections::BTreeMap::new(),
            kit: None,
            externs: &build::Externs::default(),
            package: None,
            nonce: "c0ffee",
            salt: 0,
            env: &env,
            own: std::path::Path::new("/cargo-roadmap"),
        };
        match Test.next(&cx, &[finished(Exit::Code(0), ""), finished(exit, stdout)]) {
            Step::Verdict(judgement) => judgement,
            Step::Run(specs) => panic!("it wants more: {specs:?}"),
        }
    }

    fn sum(count: usize) -> String {
        format!("\ntest result: ok. {count} passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n")
    }

    const BOTH: &str = "running 3 tests\ntest checks::one ... ok\ntest checks::two ... ok\n";
    const PROOF: &str = "test zz_c0ffee::ended ... ok\n";

    #[test]
    fn all_tests_the_proof_and_the_sum_are_a_pass() {
        assert_eq!(judged(Exit::Code(0), &format!("{BOTH}{PROOF}{}", sum(3))).verdict, Verdict::Passed);
    }

    #[test]
    fn a_forged_report_lacks_the_proof() {
        let forged = judged(Exit::Code(0), &format!("{BOTH}{}", sum(3)));
        assert_eq!(forged.verdict, Verdict::Failed);
        let guessed = judged(Exit::Code(0), &format!("{BOTH}test zz_guess::ended ... ok\n{}", sum(3)));
        assert_eq!(guessed.verdict, Verdict::Failed);
    }

    #[test]
    fn a_missing_test_a_wrong_sum_or_another_code_is_no_pass() {
        let one = "running 3 tests\ntest checks::one ... ok\n";
        for (exit, stdout) in [
            (0, format!("{one}{PROOF}{}", sum(3))),
            (0, format!("{BOTH}{PROOF}{}", sum(2))),
            (0, format!("{BOTH}{PROOF}")),
            (0, String::new()),
            (1, format!("{BOTH}{PROOF}{}", sum(3))),
        ] {
            assert_eq!(judged(Exit::Code(exit), &stdout).verdict, Verdict::Failed, "{exit}: {stdout}");
        }
    }

    #[test]
    fn a_failing_test_is_named_with_its_own_words() {
        let stdout = "running 3 tests\ntest checks::one ... FAILED\ntest checks::two ... ok\n\nfailures:\n\n\
                      ---- checks::one stdout ----\nexpected 3, got 4\n\n\nfailures:\n    checks::one\n\n\
                      test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        let failed = judged(Exit::Code(101), stdout);
        assert_eq!(failed.signatures.iter().collect::<Vec<_>>(), ["test:one"]);
        assert_eq!(failed.detail, "expected 3, got 4");
    }

    #[test]
    fn limits_and_signals_name_the_test_that_was_running() {
        let begun = "running 3 tests\ntest checks::one ... ok\ntest checks::two ... ";
        let late = judged(Exit::TimedOut, begun);
        assert_eq!(late.verdict, Verdict::TimedOut(10));
        assert!(late.reason.contains("`two`"), "{}", late.reason);
        assert_eq!(judged(Exit::OutOfMemory, begun).verdict, Verdict::OutOfMemory(2048));
        assert!(
            matches!(judged(Exit::Signal(11), begun).verdict, Verdict::Crashed(words) if words.contains("SIGSEGV"))
        );
        assert_eq!(judged(Exit::Cancelled, begun).verdict, Verdict::Cancelled);
    }
}
