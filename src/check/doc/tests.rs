//! Every verdict of `doc`, from recorded words of rustdoc. They must not need a compiler.

use super::*;
use crate::check::fixtures::{Desk, finished};

const FILE: &str = "exercises/1_a/01_b/sum.rs";

const SOURCE: &str = "/// Doubles.\n///\n/// ```\n/// assert_eq!(sum::double(2), 4);\n/// ```\npub fn double() {}\n\n\
    /// Moves.\n///\n/// ```compile_fail,E0382\n/// let a = sum::take(); drop(a); drop(a);\n/// ```\npub fn take() {}\n";

fn desk() -> Desk {
    Desk::new(SOURCE, "// == checks ==\nmod checks {}\n")
}

fn told(exit: Exit, stdout: &str, stderr: &str) -> Finished {
    let mut finished = finished(exit, stdout);
    finished.stderr.bytes = stderr.as_bytes().to_vec();
    finished
}

fn fine() -> Finished {
    told(Exit::Code(0), "", "")
}

fn report(lines: &[&str]) -> Finished {
    let lines: Vec<String> = lines.iter().map(|line| format!("test {FILE} - {line}\n")).collect();
    told(Exit::Code(0), &format!("\nrunning {} tests\n{}", lines.len(), lines.concat()), "")
}

fn both() -> Finished {
    report(&["double (line 3) ... ok", "take (line 10) - compile fail ... ok"])
}

fn error(code: &str) -> Finished {
    let line = format!(
        "{{\"$message_type\":\"diagnostic\",\"message\":\"m\",\"code\":{{\"code\":\"{code}\",\"explanation\":null}},\
         \"level\":\"error\",\"spans\":[],\"children\":[],\"rendered\":\"\"}}\n"
    );
    told(Exit::Code(1), "", &line)
}

fn failed(judged: &Judgement, signatures: &[&str]) {
    assert_eq!(judged.verdict, Verdict::Failed, "{judged:?}");
    assert_eq!(judged.signatures.iter().collect::<Vec<_>>(), signatures, "{}", judged.reason);
}

#[test]
fn documentation_that_holds_passes() {
    let judged = desk().verdict(&Doc, &[fine(), fine(), both(), error("E0382")]);
    assert_eq!(judged.verdict, Verdict::Passed, "{judged:?}");
}

#[test]
fn refused_examples_are_laid_out_and_compiled_with_the_library() {
    let desk = desk();
    let files = Doc.files(&desk.cx());
    assert_eq!(files.len(), 1);
    assert!(files[0].1.starts_with(b"fn main() {\nlet a = sum::take()"), "{files:?}");
    let Step::Run(specs) = Doc.next(&desk.cx(), &[fine(), fine(), both()]) else {
        panic!("it has seen too little")
    };
    assert!(specs[0].args.contains(&"sum=out/libsum.rlib".into()), "{:?}", specs[0].args);
    let Step::Run(specs) = Doc.next(&desk.cx(), &[fine(), fine()]) else { panic!("it has seen too little") };
    assert!(specs[0].confine.is_some(), "examples are the learner's code");
}

#[test]
fn gaps_and_broken_links_fail_with_their_lines() {
    let json = include_str!("../../../tests/recorded/rustdoc_lints.json");
    let mut desk = Desk::new(&"\n".repeat(70), "// == checks ==\nmod checks {}\n");
    let judged = desk.verdict(&Doc, &[fine(), told(Exit::Code(0), "", json)]);
    failed(&judged, &["missing_docs@57", "rustdoc::broken_intra_doc_links@4"]);
    desk = Desk::new("\n\n\n\n\n", "// == checks ==\nmod checks {}\n");
    let judged = desk.verdict(&Doc, &[fine(), told(Exit::Code(0), "", json)]);
    failed(&judged, &["rustdoc::broken_intra_doc_links@4"]);
}

#[test]
fn a_failing_example_is_named_with_its_words() {
    let recorded = include_str!("../../../tests/recorded/rustdoc_test_mixed.txt").replace("ex/book.rs", FILE);
    let judged = desk().verdict(&Doc, &[fine(), fine(), told(Exit::Code(101), &recorded, "")]);
    failed(&judged, &["test:Ledger::fails"]);
    assert!(
        judged.detail.contains("Test executable failed") && !judged.detail.contains("double"),
        "{}",
        judged.detail
    );
}

#[test]
fn ignored_and_missing_examples_show_nothing() {
    let ignored = report(&["double (line 3) ... ok", "take (line 10) ... ignored"]);
    failed(&desk().verdict(&Doc, &[fine(), fine(), ignored]), &["test:take"]);
    failed(&desk().verdict(&Doc, &[fine(), fine(), report(&[])]), &["no_tests"]);
}

#[test]
fn an_error_code_has_to_be_the_one_that_is_named() {
    let judged = desk().verdict(&Doc, &[fine(), fine(), both(), error("E0499")]);
    failed(&judged, &["test:take"]);
    assert!(judged.reason.contains("E0382, and is refused with E0499"), "{}", judged.reason);
    failed(&desk().verdict(&Doc, &[fine(), fine(), both(), fine()]), &["test:take"]);
}

#[test]
fn what_the_exercise_asks_for_has_to_be_there() {
    let mut desk = desk();
    desk.exercise.doc.examples = vec!["double".to_owned(), "take".to_owned()];
    let done = [fine(), fine(), both(), error("E0382")];
    failed(&desk.verdict(&Doc, &done), &["test:take"]);
    desk.exercise.doc.examples.pop();
    desk.exercise.doc.refusals = vec!["E0382".to_owned(), "E0502".to_owned()];
    failed(&desk.verdict(&Doc, &done), &["source:compile_fail_E0502"]);
    desk.exercise.doc.refusals.pop();
    assert_eq!(desk.verdict(&Doc, &done).verdict, Verdict::Passed);
}

#[test]
fn a_refusal_has_to_be_one_of_the_crate() {
    let mut desk =
        Desk::new(&SOURCE.replace("sum::take()", "String::new()"), "// == checks ==\nmod checks {}\n");
    desk.exercise.doc.refusals = vec!["E0382".to_owned()];
    let done = [fine(), fine(), both(), error("E0382")];
    failed(&desk.verdict(&Doc, &done), &["source:compile_fail_E0382"]);
}

#[test]
fn an_example_has_to_use_its_item_and_to_end_by_itself() {
    let tried = [Tried { item: "double".to_owned(), line: 1, ran: true, end: End::Ok }];
    let example = |code: &str| [Example { line: 1, words: Vec::new(), code: code.to_owned() }];
    assert!(has_example("double", &example("assert!(sum::double(2) == 4);"), &tried));
    assert!(!has_example("double", &example("assert!(true);"), &tried));
    assert!(has_example("double", &example("use sum::double; assert!(double(2) == 4);"), &tried));
    let never = "use sum::double;\n// double(2)\nprintln!(\"double\");";
    assert!(!has_example("double", &example(never), &tried), "it never calls it");
    assert!(!has_example("double", &example("std::process::exit(0); sum::double(2);"), &tried));
    let compiled = [Tried { ran: false, ..tried[0].clone() }];
    assert!(!has_example("double", &example("sum::double(2);"), &compiled));
}

#[test]
fn what_does_not_build_or_does_not_end_is_told_as_such() {
    failed(&desk().verdict(&Doc, &[told(Exit::Code(1), "", "")]), &["build"]);
    failed(&desk().verdict(&Doc, &[fine(), told(Exit::Code(1), "", "")]), &["build"]);
    let late = desk().verdict(&Doc, &[fine(), fine(), told(Exit::TimedOut, "", "")]);
    assert_eq!(late.verdict, Verdict::TimedOut(10));
    failed(
        &desk().verdict(&Doc, &[fine(), fine(), told(Exit::Code(3), &both().stdout.text(), "")]),
        &["crashed"],
    );
    let cancelled = desk().verdict(&Doc, &[fine(), fine(), both(), told(Exit::Cancelled, "", "")]);
    assert_eq!(cancelled.verdict, Verdict::Cancelled);
}
