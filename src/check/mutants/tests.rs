//! Every verdict of `mutants`, from what its commands bring. They must not need a compiler.

use super::*;
use crate::check::fixtures::{Desk, finished};

const THEIRS: &str =
    "#[cfg(test)]\nmod tests {\n    #[test]\n    fn halves() {}\n    #[test]\n    fn ends() {}\n}\n";

/// One right and two broken variants.
fn desk(theirs: &str) -> Desk {
    Desk::new(theirs, "// == checks ==\nfn half(x: u8) -> u8 { x / 2 }\n")
        .with("variants/correct/shift.rs", "// Written with a shift.\nfn half(x: u8) -> u8 { x >> 1 }\n")
        .with("variants/broken/up.rs", "// Rounds up.\n// Always.\nfn half(x: u8) -> u8 { x.div_ceil(2) }\n")
        .with("variants/broken/zero.rs", "// Zero is one.\nfn half(x: u8) -> u8 { x.max(2) / 2 }\n")
        .with("golden.txt", "of another check")
}

fn built() -> Finished {
    finished(Exit::Code(0), "")
}

fn all_pass() -> Finished {
    finished(
        Exit::Code(0),
        "\nrunning 3 tests\ntest tests::ends ... ok\ntest tests::halves ... ok\n\
         test zz_c0ffee::ended ... ok\n\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured\n",
    )
}

fn one_fails() -> Finished {
    finished(
        Exit::Code(101),
        "\nrunning 3 tests\ntest tests::ends ... ok\ntest tests::halves ... FAILED\n\
         test zz_c0ffee::ended ... ok\n\nfailures:\n\n---- tests::halves stdout ----\nleft: 1\n\n\n\
         failures:\n    tests::halves\n\ntest result: FAILED. 2 passed; 1 failed; 0 ignored\n",
    )
}

/// The judgement where the given code and the variants end so: given, shift, up, zero.
fn judged(runs: &[Finished]) -> Judgement {
    let done: Vec<Finished> = runs.iter().flat_map(|run| [built(), run.clone()]).collect();
    desk(THEIRS).verdict(&Mutants, &done)
}

fn failed_with(judged: &Judgement, signatures: &[&str]) {
    assert_eq!(judged.verdict, Verdict::Failed, "{judged:?}");
    assert_eq!(judged.signatures.iter().collect::<Vec<_>>(), signatures);
}

#[test]
fn each_variant_stands_below_the_learners_tests_with_the_proof_behind() {
    let desk = desk(THEIRS);
    let files = Mutants.files(&desk.cx());
    let text = |place: usize| String::from_utf8(files[place].1.clone()).unwrap();
    let paths: Vec<_> = files.iter().map(|(path, _)| path.to_str().unwrap()).collect();
    let (right, broken) = ("out/variants/correct/shift.rs", "out/variants/broken/");
    assert_eq!(paths, [right, &format!("{broken}up.rs"), &format!("{broken}zero.rs")]);
    assert!(text(0).starts_with(THEIRS) && text(0).contains("x >> 1") && !text(0).contains("x / 2"));
    assert!(text(0).contains("mod zz_c0ffee"));
}

#[test]
fn tests_that_notice_every_fault_and_spare_what_is_right_pass() {
    let passed = judged(&[all_pass(), all_pass(), one_fails(), one_fails()]);
    assert_eq!((passed.verdict, passed.output.as_str()), (Verdict::Passed, "2 faults planted, 2 noticed"));
}

#[test]
fn a_survivor_fails_and_only_the_first_is_described() {
    let one = judged(&[all_pass(), all_pass(), one_fails(), all_pass()]);
    failed_with(&one, &["mutant:zero"]);
    let both = judged(&[all_pass(), all_pass(), all_pass(), all_pass()]);
    failed_with(&both, &["mutant:up", "mutant:zero"]);
    assert!(both.reason.starts_with("2 of 2 planted faults"), "{}", both.reason);
    assert!(both.reason.ends_with("The first one: Rounds up. Always.") && !both.reason.contains("Zero"));
}

#[test]
fn a_right_variant_that_is_refused_fails_before_any_fault_is_looked_at() {
    let strict = judged(&[all_pass(), one_fails()]);
    failed_with(&strict, &["mutant:shift"]);
    assert!(strict.reason.contains("`tests::halves`") && strict.reason.contains("Written with a shift."));
    assert_eq!(strict.detail, "left: 1");
}

#[test]
fn a_test_that_fails_with_the_given_code_is_named() {
    let wrong = judged(&[one_fails()]);
    failed_with(&wrong, &["test:halves"]);
}

#[test]
fn what_hangs_or_crashes_was_noticed_and_is_counted_as_such() {
    let late = finished(Exit::TimedOut, "\nrunning 3 tests\ntest tests::ends ... ");
    assert_eq!(judged(&[all_pass(), all_pass(), late.clone(), one_fails()]).verdict, Verdict::Passed);
    let half = judged(&[all_pass(), all_pass(), late.clone(), all_pass()]);
    failed_with(&half, &["mutant:zero"]);
    assert!(half.reason.contains("1 of those noticed hung or crashed"), "{}", half.reason);
    let crash = finished(Exit::Signal(6), "");
    assert_eq!(judged(&[all_pass(), all_pass(), crash, one_fails()]).verdict, Verdict::Passed);
    assert_eq!(judged(&[late]).verdict, Verdict::TimedOut(10), "the given code is not to blame");
}

#[test]
fn what_does_not_compile_or_runs_no_test_was_not_noticed() {
    let pair = |run: &Finished| [built(), run.clone()];
    let mut done = [pair(&all_pass()), pair(&all_pass())].concat();
    done.push(finished(Exit::Code(1), ""));
    done.extend(pair(&one_fails()));
    failed_with(&desk(THEIRS).verdict(&Mutants, &done), &["mutant:up"]);
    let none = "\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured\n";
    for odd in [finished(Exit::Code(0), none), finished(Exit::Code(0), ""), finished(Exit::Code(7), "")] {
        failed_with(&judged(&[all_pass(), all_pass(), odd, one_fails()]), &["mutant:up"]);
    }
    failed_with(&judged(&[finished(Exit::Code(0), none)]), &["no_tests"]);
}

#[test]
fn without_a_test_there_is_nothing_to_run() {
    failed_with(&desk("fn helper() {}\n").verdict(&Mutants, &[]), &["no_tests"]);
    let hidden = desk("#[cfg(test)] mod checks { #[test] fn a() {} }\n").verdict(&Mutants, &[built()]);
    failed_with(&hidden, &["source:shadow"]);
}

#[test]
fn a_cancel_is_no_verdict_on_the_tests() {
    let cancelled = judged(&[all_pass(), all_pass(), finished(Exit::Cancelled, "")]);
    assert_eq!(cancelled.verdict, Verdict::Cancelled);
}

#[test]
fn a_report_without_the_proof_is_no_report() {
    let mut forged = all_pass();
    forged.stdout.bytes =
        String::from_utf8(forged.stdout.bytes).unwrap().replace("zz_c0ffee", "zz_guess").into();
    failed_with(&judged(&[forged.clone()]), &["no_tests"]);
    failed_with(&judged(&[all_pass(), forged]), &["mutant:shift"]);
}
