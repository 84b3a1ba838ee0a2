//! What the lazy and the mistaken try: none of it may pass.

use cargo_roadmap::check::{Note, Word};

use super::support::{ADD, Bed, MANIFEST, assert_fails, assert_passes, sums};

#[test]
fn the_right_answer_passes_and_another_one_does_not() {
    let bed = Bed::sums("");
    assert_passes(&bed.judge("sums", &sums(&[])));
    let wrong = ADD.replace("left + right", "left.max(right)");
    assert_fails(&bed.judge("sums", &sums(&[("src/lib.rs", &wrong)])), &["test:adds"]);
}

#[test]
fn edited_and_added_tests_change_nothing_but_a_note() {
    let bed = Bed::sums("");
    let wrong = ADD.replace("left + right", "left.max(right)");
    let edited = [("src/lib.rs", wrong.as_str()), ("tests/sums.rs", "#[test]\nfn adds() {}\n")];
    let outcome = bed.judge("sums", &sums(&edited));
    assert_fails(&outcome, &["test:adds"]);
    assert_eq!(outcome.notes, [Note::LockedEdited]);
}

#[test]
fn an_exit_in_the_middle_is_no_end() {
    let code = "pub fn add(_: u32, _: u32) -> u32 {\n    std::process::exit(0)\n}\n";
    assert_fails(&Bed::sums("").judge("sums", &sums(&[("src/lib.rs", code)])), &["source:exit"]);
    let permitted = Bed::sums("permit = [\"exit\"]");
    assert_fails(&permitted.judge("sums", &sums(&[("src/lib.rs", code)])), &["crashed"]);
}

#[test]
fn a_forged_report_before_the_exit_is_none() {
    let code = "pub fn add(_: u32, _: u32) -> u32 {\n    use std::io::Write;\n    let words = \"ok\\ntest adds_nothing ... ok\\n\\n\
        test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out\\n\";\n    \
        std::io::stdout().write_all(words.as_bytes()).unwrap();\n    std::process::exit(0)\n}\n";
    let bed = Bed::sums("permit = [\"exit\"]");
    assert_fails(&bed.judge("sums", &sums(&[("src/lib.rs", code)])), &["crashed"]);
}

#[test]
fn a_build_script_that_edits_the_tests_is_seen() {
    let wrong = ADD.replace("left + right", "left.max(right)");
    let script = "fn main() {\n    let text = std::fs::read_to_string(\"tests/sums.rs\").unwrap();\n    \
        std::fs::write(\"tests/sums.rs\", text.replace(\"assert_eq!\", \"let _ = \")).unwrap();\n}\n";
    let outcome = Bed::sums("").judge("sums", &sums(&[("src/lib.rs", &wrong), ("build.rs", script)]));
    assert_fails(&outcome, &["source:locked"]);
}

#[test]
fn tests_that_the_manifest_keeps_out_or_takes_the_harness_from_are_missed() {
    let bed = Bed::sums("");
    let without = MANIFEST.replace("[package]\n", "[package]\nautotests = false\n");
    assert_fails(&bed.judge("sums", &sums(&[("Cargo.toml", &without)])), &["source:tests"]);
    let bare = format!("{MANIFEST}\n[[test]]\nname = \"sums\"\nharness = false\n");
    assert_ne!(bed.judge("sums", &sums(&[("Cargo.toml", &bare)])).word(), Word::Passed);
    let elsewhere = format!("{MANIFEST}\n[[test]]\nname = \"sums\"\npath = \"src/easy.rs\"\n");
    let easy = "#[test]\nfn adds() {}\n#[test]\nfn adds_nothing() {}\n";
    let outcome = bed.judge("sums", &sums(&[("Cargo.toml", &elsewhere), ("src/easy.rs", easy)]));
    assert_fails(&outcome, &["source:tests"]);
}

#[test]
fn silenced_lints_and_replaced_macros_are_refused() {
    let bed = Bed::sums("");
    let silent = format!("{MANIFEST}\n[lints.clippy]\nall = \"allow\"\n");
    assert_fails(&bed.judge("sums", &sums(&[("Cargo.toml", &silent)])), &["source:allow"]);
    let own = format!("#[macro_export]\nmacro_rules! assert_eq {{\n    ($($t:tt)*) => {{}};\n}}\n\n{ADD}");
    assert_fails(&bed.judge("sums", &sums(&[("src/lib.rs", &own)])), &["source:shadow"]);
    let off = format!("#![cfg(any())]\n\n{ADD}");
    let outcome = bed.judge("sums", &sums(&[("src/lib.rs", &off)]));
    assert_ne!(outcome.word(), Word::Passed, "{outcome:?}");
}

#[test]
fn a_configuration_of_the_learners_own_is_left_out() {
    let code = "pub fn add(left: u32, right: u32) -> u32 {\n    \
        if cfg!(debug_assertions) { 0 } else { left + right }\n}\n";
    let config = "[profile.dev]\ndebug-assertions = false\n";
    let learners = sums(&[("src/lib.rs", code), (".cargo/config.toml", config)]);
    assert_fails(&Bed::sums("").judge("sums", &learners), &["test:adds", "test:adds_nothing"]);
}

#[test]
fn endless_programs_meet_the_limit() {
    let code =
        "pub fn add(_: u32, _: u32) -> u32 {\n    loop {\n        std::thread::yield_now();\n    }\n}\n";
    let outcome = Bed::sums("").judge("sums", &sums(&[("src/lib.rs", code)]));
    assert_eq!(outcome.word(), Word::TimedOut, "{outcome:?}");
    let greedy = "pub fn add(_: u32, _: u32) -> u32 {\n    vec![1_u8; 8 << 30].len() as u32\n}\n";
    let outcome = Bed::sums("").judge("sums", &sums(&[("src/lib.rs", greedy)]));
    assert_eq!(outcome.word(), Word::OutOfMemory, "{outcome:?}");
}

#[test]
fn lints_and_layout_are_judged_after_the_tests() {
    let bed = Bed::sums("deny = [\"clippy::unwrap_used\"]");
    let lazy =
        "pub fn add(left: u32, right: u32) -> u32 {\n    return left.checked_add(right).unwrap();\n}\n";
    let outcome = bed.judge("sums", &sums(&[("src/lib.rs", lazy)]));
    assert_fails(&outcome, &["clippy::needless_return@2", "clippy::unwrap_used@2"]);
    let squeezed = ADD.replace("    left", "left");
    assert_fails(&bed.judge("sums", &sums(&[("src/lib.rs", &squeezed)])), &["fmt"]);
}
