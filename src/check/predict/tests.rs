//! Every verdict of `predict`, from what tools brought.

use super::*;
use crate::check::fixtures::{Bench, finished, miri_found, refusal};

const FIRST: &str = "// A move, and a use after it.\nfn main() {}\n//@ why: The vector has moved.\n";
const SECOND: &str = "// What does it print?\nfn main() {}\n//@ why: Ten and two.\n";
const THIRD: &str = "// Which one?\n//@ key: b\n//@ why: Only b is shared.\n";

fn bench() -> Bench {
    Bench::new(&[("items/01.rs", FIRST), ("items/02.rs", SECOND), ("items/03.rs", THIRD)])
}

fn told(lines: &str) -> Finished {
    let report =
        "running 2 tests\ntest checks::answers ... ok\ntest zz_c0ffee::ended ... ok\n\nsuccesses:\n\n";
    let names = "\n\nsuccesses:\n    checks::answers\n    zz_c0ffee::ended\n\n";
    let sum = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\n";
    finished(Exit::Code(0), &format!("{report}---- checks::answers stdout ----\n{lines}{names}{sum}"))
}

fn step(done: &[Finished]) -> Step {
    Predict.next(&bench().context(), done)
}

fn judged(lines: &str, items: &[Finished]) -> Judgement {
    let mut done = vec![finished(Exit::Code(0), ""), told(lines)];
    done.extend_from_slice(items);
    match step(&done) {
        Step::Verdict(judgement) => judgement,
        Step::Run(specs) => panic!("it wants more: {specs:?}"),
    }
}

fn signatures(judgement: &Judgement) -> Vec<&str> {
    judgement.signatures.iter().map(String::as_str).collect()
}

fn moved() -> Finished {
    refusal("exercises/1_a/01_b/sum/items/01.rs", "E0382", 2)
}

fn built() -> Finished {
    finished(Exit::Code(0), "")
}

const FAILS: &str = "answer\t1\tfails\t90\t2\t=E0382\n";
const PRINTS: &str = "answer\t2\tvalue\t90\t0\t=12\n";
const CHOSEN: &str = "answer\t3\tchoice\t90\t0\t=b\n";

#[test]
fn answers_that_are_true_pass_with_all_reasons() {
    let found = [moved(), built(), finished(Exit::Code(0), "12\n")];
    let passed = judged(&format!("{FAILS}{PRINTS}{CHOSEN}"), &found);
    assert_eq!(passed.verdict, Verdict::Passed, "{passed:?}");
    for words in ["has moved", "Ten and two", "Only b is shared", "no tool was asked"] {
        assert!(passed.output.contains(words), "{words}: {}", passed.output);
    }
    assert_eq!(passed.predicted, [1, 2, 3].map(|item| Predicted { item, sure: Some(90), right: true }));
}

#[test]
fn nothing_is_compiled_before_it_is_answered() {
    let open = "answer\t1\topen\t-\t0\t=\nanswer\t2\topen\t-\t0\t=\nanswer\t3\topen\t-\t0\t=\n";
    let judgement = judged(open, &[]);
    assert_eq!(signatures(&judgement), ["unanswered"]);
    let Step::Run(specs) = step(&[built(), told(PRINTS)]) else { panic!("it has nothing to ask") };
    assert_eq!(specs.len(), 1);
    assert!(specs[0].args[0].to_string_lossy().ends_with("02.rs"), "{specs:?}");
    let Step::Run(specs) = step(&[built(), told(PRINTS), built()]) else { panic!("it does not run it") };
    assert!(specs.len() == 1 && specs[0].confine.is_some(), "{specs:?}");
}

#[test]
fn a_wrong_answer_is_told_with_its_reason_and_an_open_one_without() {
    let wrong = judged("answer\t1\tcompiles\t90\t0\t=\n", &[moved()]);
    assert_eq!(signatures(&wrong), ["item:1", "item:2", "item:3"]);
    assert_eq!(wrong.reason, "1 of 3 items went otherwise than you said: 1; still open: 2 and 3");
    assert_eq!(
        wrong.predicted,
        [Predicted { item: 1, sure: Some(90), right: false }],
        "open ones are no predictions"
    );
    assert!(
        wrong.detail.contains("has moved") && wrong.detail.contains("E0382 on line 2"),
        "{}",
        wrong.detail
    );
    assert!(!wrong.detail.contains("Ten and two") && !wrong.detail.contains("Only b"), "{}", wrong.detail);
}

#[test]
fn each_wrong_item_is_a_signature_and_only_the_first_is_shown() {
    let lines = format!("{FAILS}answer\t2\tpanics\t50\t0\t=\nanswer\t3\tchoice\t-\t0\t=c\n");
    let wrong = judged(&lines, &[moved(), built(), finished(Exit::Code(0), "12\n")]);
    assert_eq!(signatures(&wrong), ["item:2", "item:3"]);
    assert!(wrong.detail.contains("you said: it panics") && wrong.detail.contains("prints \"12\""));
    assert!(!wrong.detail.contains("Only b is shared"), "{}", wrong.detail);
    let told = |item, sure, right| Predicted { item, sure, right };
    let predicted = [told(1, Some(90), true), told(2, Some(50), false), told(3, None, false)];
    assert_eq!(wrong.predicted, predicted);
}

#[test]
fn answers_of_a_program_that_did_not_end_count_for_nothing() {
    let forged = told(FAILS);
    let cut = forged.stdout.text().replace("zz_c0ffee", "zz_guess");
    let no_sum = forged.stdout.text().replace("2 passed", "1 passed");
    for stdout in [cut.as_str(), no_sum.as_str(), FAILS] {
        let Step::Verdict(judgement) = step(&[built(), finished(Exit::Code(0), stdout)]) else {
            panic!("it believes {stdout}")
        };
        assert_eq!(signatures(&judgement), ["crashed"]);
    }
    let code = Finished { exit: Exit::Code(1), ..told(FAILS) };
    assert!(matches!(step(&[built(), code]), Step::Verdict(j) if j.verdict == Verdict::Failed));
}

#[test]
fn limits_and_cancels_are_told_as_such() {
    let late = step(&[built(), finished(Exit::TimedOut, "")]);
    assert!(matches!(late, Step::Verdict(j) if j.verdict == Verdict::TimedOut(10)));
    let slow = judged(PRINTS, &[finished(Exit::TimedOut, "")]);
    assert_eq!(slow.verdict, Verdict::TimedOut(60));
    let stopped = judged(PRINTS, &[built(), finished(Exit::Cancelled, "")]);
    assert_eq!(stopped.verdict, Verdict::Cancelled);
    let broken = step(&[refusal("exercises/1_a/01_b/sum.rs", "E0308", 1)]);
    assert!(matches!(broken, Step::Verdict(j) if signatures(&j) == ["E0308@1"]));
}

#[test]
fn an_item_has_its_own_edition_and_profile() {
    let text = "// Old.\n//@ edition: 2021\n//@ profile: release\nfn main() {}\n";
    let bench = Bench::new(&[("items/01.rs", text)]);
    let asked = Predict.next(&bench.context(), &[built(), told("answer\t1\tpanics\t-\t0\t=\n")]);
    let Step::Run(specs) = asked else { panic!("it asks nobody") };
    let args = &specs[0].args;
    assert!(args.windows(2).any(|two| two[0] == "--edition" && two[1] == "2021"), "{args:?}");
    assert!(args.iter().any(|arg| arg == "-O"), "{args:?}");
}

const RAW: &str = "// A read through a pointer.\n//@ judge: miri\nfn main() {}\n//@ why: It is freed.\n";
const DANGLES: &str = "answer\t1\tundefined\t60\t0\t=dangling\n";

#[test]
fn an_item_for_miri_is_interpreted_and_never_run() {
    let mut bench = Bench::new(&[("items/01.rs", RAW)]);
    bench.find_miri();
    let cx = bench.context();
    let Step::Run(specs) = Predict.next(&cx, &[built(), told(DANGLES)]) else { panic!("it asks nobody") };
    assert!(specs.len() == 1 && specs[0].program.ends_with("miri"), "{specs:?}");
    let freed = "Undefined Behavior: alloc1 has been freed, so this pointer is dangling";
    let found = miri_found("exercises/1_a/01_b/sum/items/01.rs", freed, 3);
    let verdict = |lines, ran| match Predict.next(&cx, &[built(), told(lines), ran]) {
        Step::Verdict(judgement) => judgement,
        Step::Run(specs) => panic!("it runs it: {specs:?}"),
    };
    assert_eq!(verdict(DANGLES, found.clone()).verdict, Verdict::Passed);
    assert_eq!(signatures(&verdict("answer\t1\tcompiles\t60\t0\t=\n", found)), ["item:1"]);
    assert_eq!(signatures(&verdict(DANGLES, finished(Exit::Code(0), ""))), ["item:1"]);
}

#[test]
fn an_item_about_the_middle_language_is_counted_and_never_run() {
    let text =
        "// Drops?\n//@ judge: mir\n//@ function: f\n//@ count: drop(\nfn main() {}\n//@ why: One each.\n";
    let bench = Bench::new(&[("items/01.rs", text)]);
    let cx = bench.context();
    let answer = |count| told(&format!("answer\t1\tvalue\t60\t0\t={count}\n"));
    let Step::Run(specs) = Predict.next(&cx, &[built(), answer(2)]) else { panic!("it asks nobody") };
    assert!(specs.len() == 1 && specs[0].bring == [std::path::Path::new("out/item_01.mir")], "{specs:?}");
    let mut listing = finished(Exit::Code(0), "");
    let lines = b"fn f() -> () {\n    drop(_1);\n    drop(_2);\n}\n";
    listing.files.insert("out/item_01.mir".into(), lines.to_vec());
    let verdict = |count| match Predict.next(&cx, &[built(), answer(count), listing.clone()]) {
        Step::Verdict(judgement) => judgement,
        Step::Run(specs) => panic!("it runs it: {specs:?}"),
    };
    assert_eq!(verdict(2).verdict, Verdict::Passed);
    let wrong = verdict(1);
    assert_eq!(signatures(&wrong), ["item:1"]);
    assert!(wrong.detail.contains("it is so: `drop(` stands on 2 of its lines"), "{}", wrong.detail);
    assert!(wrong.detail.contains("\n\ndrop(_1);\ndrop(_2);"), "the lines are shown: {}", wrong.detail);
}

#[test]
fn without_miri_only_its_items_are_left_out() {
    let bench = Bench::new(&[("items/01.rs", RAW), ("items/02.rs", SECOND)]);
    let cx = bench.context();
    let verdict = |done: &[Finished]| match Predict.next(&cx, done) {
        Step::Verdict(judgement) => judgement,
        Step::Run(specs) => panic!("it wants more: {specs:?}"),
    };
    let both = told(&format!("{DANGLES}{PRINTS}"));
    let twelve = [built(), finished(Exit::Code(0), "12\n")];
    let partly = verdict(&[&[built(), both.clone()][..], &twelve].concat());
    assert!(matches!(&partly.verdict, Verdict::Unavailable { tool, .. } if tool == "Miri"), "{partly:?}");
    assert!(partly.reason.ends_with("these items: 1") && partly.output.contains("Ten and two"), "{partly:?}");
    assert!(!partly.output.contains("It is freed"), "nobody has judged it");
    let wrong = verdict(&[built(), both, built(), finished(Exit::Code(0), "13\n")]);
    assert_eq!(signatures(&wrong), ["item:2"]);
    let open = verdict(&[built(), told(DANGLES)]);
    assert_eq!(signatures(&open), ["item:2"], "an open item is never left out");
}

#[test]
fn without_items_nothing_passes() {
    let bench = Bench::new(&[]);
    assert!(matches!(Predict.next(&bench.context(), &[]),
        Step::Verdict(judgement) if judgement.verdict == Verdict::Failed));
}
