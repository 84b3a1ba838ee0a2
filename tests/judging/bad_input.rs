//! What tries to leave its box: the lazy and the mistaken must not pass, whatever their program prints and
//! however it ends. Each of these computes the wrong thing, so that nothing but a trick could pass it.

use std::collections::BTreeSet;

use cargo_roadmap::check::Word;

use crate::support::{MadeUp, with_checks};

const BELOW: &str = "#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn doubles_two() {
        assert_eq!(double(2), 4);
    }

    #[test]
    fn doubles_three() {
        assert_eq!(double(3), 6);
    }
}
";

const RIGHT: &str = "fn double(x: i32) -> i32 { x * 2 }\n";
const WRONG: &str = "fn double(x: i32) -> i32 { x + 1 }\n";

/// The tests of ours that `WRONG` fails.
const BOTH: &[&str] = &["test:doubles_three", "test:doubles_two"];

/// A way to end the process that no rule on tokens sees.
const HIDDEN_EXIT: &str = "macro_rules! call { ($a:ident, $b:ident, $c:expr) => { std::$a::$b($c) } }\nfn leave() { call!(process, exit, 0) }\n";

/// What a harness prints that is content.
const FORGED: &str = "running 3 tests\\ntest checks::doubles_three ... ok\\ntest checks::doubles_two ... ok\\n\
                      test zz::ended ... ok\\n\\ntest result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; \
                      0 filtered out; finished in 0.00s\\n\\n";

fn print_forged() -> String {
    format!(
        "fn forge() {{ use std::io::Write as _; let mut out = std::io::stdout(); \
         out.write_all(b\"\\n{FORGED}\").unwrap(); out.flush().unwrap(); }}\n"
    )
}

/// Each trick: its name, the part above the line, and what it is refused for.
fn tricks() -> Vec<(&'static str, String, &'static [&'static str])> {
    let forge = print_forged();
    vec![
        ("exit in a test", format!("{WRONG}#[test]\nfn a() {{ std::process::exit(0) }}\n"), &["source:exit"]),
        ("a hidden exit", format!("{HIDDEN_EXIT}fn double(_: i32) -> i32 {{ leave(); 0 }}\n"), &["crashed"]),
        (
            "a forged report and a hidden exit",
            format!("{HIDDEN_EXIT}{forge}fn double(_: i32) -> i32 {{ forge(); leave(); 0 }}\n"),
            &["crashed"],
        ),
        (
            "a forged report in passing",
            format!("{forge}fn double(x: i32) -> i32 {{ forge(); x + 1 }}\n"),
            &["crashed"],
        ),
        ("off at the top", format!("#![cfg(any())]\n{WRONG}"), &["source:attributes"]),
        (
            "main that prints a report",
            format!(
                "{WRONG}fn main() {{ println!(\"test result: ok. 2 passed; 0 failed; 0 ignored;\"); }}\n"
            ),
            BOTH,
        ),
        (
            "ignored tests above the line",
            format!("{WRONG}#[test]\n#[ignore]\nfn a() {{}}\n"),
            &["source:ignore"],
        ),
        (
            "an assert that asserts nothing",
            format!("macro_rules! assert_eq {{ ($($t:tt)*) => {{}} }}\n{WRONG}"),
            &["source:shadow"],
        ),
        (
            "an assert by another name",
            format!("macro_rules! calm {{ ($($t:tt)*) => {{}} }}\nuse calm as assert_eq;\n{WRONG}"),
            &["source:shadow"],
        ),
        ("a dangling attribute", format!("{WRONG}#[cfg(any())]\n"), BOTH),
        ("a dangling test attribute", format!("{WRONG}#[cfg(not(test))]\n"), BOTH),
        (
            "a module called checks",
            format!("{WRONG}mod checks {{ #[test] fn doubles_two() {{}} }}\n"),
            &["source:shadow"],
        ),
        ("a module called kit", format!("{WRONG}mod kit {{ }}\n"), &["source:shadow"]),
        (
            "a panic hook that leaves",
            format!(
                "{HIDDEN_EXIT}fn double(x: i32) -> i32 {{ std::panic::set_hook(Box::new(|_| leave())); x + 1 }}\n"
            ),
            &["crashed"],
        ),
    ]
}

#[test]
fn nothing_that_tries_to_leave_its_box_passes() {
    let exercise = MadeUp::new("checks = [\"compile\", \"test\"]", BELOW, &[]);
    exercise.passes(RIGHT);
    exercise.fails(WRONG, BOTH);
    for (name, theirs, wanted) in tricks() {
        let outcome = exercise.judge(&theirs);
        assert!(!matches!(outcome.word(), Word::Passed | Word::Partial), "{name} passed");
        let wanted: BTreeSet<String> = wanted.iter().map(|&signature| signature.to_owned()).collect();
        assert_eq!(outcome.signatures(), wanted, "{name}: {:#?}", outcome.decisive());
    }
}

#[test]
fn tests_that_the_learner_edits_are_not_the_ones_that_judge() {
    let exercise = MadeUp::new("checks = [\"test\"]", BELOW, &[]);
    for below in [
        BELOW.replace("#[test]", "#[test]\n    #[ignore]"),
        BELOW.replace("assert_eq", "assert_ne"),
        BELOW.replace("#[cfg(test)]", "#[cfg(any())]"),
        String::new(),
    ] {
        let outcome = exercise.judge_file(&with_checks(WRONG, &below));
        assert_eq!(outcome.signatures().len(), 2, "{below}\n{:#?}", outcome.decisive());
        assert_eq!(outcome.notes, [cargo_roadmap::check::Note::ChecksEdited]);
    }
}

/// Where `unsafe` is the topic, the program may split itself. The parent's end is what counts, and whatever
/// the child prints on the way is not proven.
#[cfg(unix)]
#[test]
fn a_program_that_splits_passes_by_neither_half() {
    let exercise = MadeUp::new("checks = [\"test\"]\npermit = [\"unsafe\"]", BELOW, &[]);
    let split = "unsafe extern \"C\" { fn fork() -> i32; fn _exit(code: i32) -> !; fn wait(status: *mut i32) -> i32; }\n";
    let forge = print_forged();
    for (name, double) in [
        (
            "the child says that all is well, and the parent fails",
            "fn double(x: i32) -> i32 { unsafe { if fork() == 0 { forge(); _exit(0) } wait(std::ptr::null_mut()); } x + 1 }\n",
        ),
        (
            "the child says that all is well, and the parent leaves quietly",
            "fn double(_: i32) -> i32 { unsafe { if fork() == 0 { forge(); _exit(0) } wait(std::ptr::null_mut()); _exit(0) } }\n",
        ),
        (
            "the parent leaves, and the child goes on",
            "fn double(x: i32) -> i32 { unsafe { if fork() != 0 { _exit(0) } } x + 1 }\n",
        ),
    ] {
        let outcome = exercise.judge(&format!("{split}{forge}{double}"));
        assert_eq!(outcome.word(), Word::Failed, "{name}: {:#?}", outcome.decisive());
    }
}
