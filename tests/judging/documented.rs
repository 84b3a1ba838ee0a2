//! `doc`, with the real rustdoc.

use cargo_roadmap::check::Word;

use crate::support::MadeUp;

const DOUBLE: &str = "/// Twice the number. See [`Seal`].
///
/// ```
/// assert_eq!(made_up::double(2), 4);
/// ```
pub fn double(x: i32) -> i32 {
    x * 2
}
";

const SEAL: &str = "
/// A seal that is broken once.
pub struct Seal;

impl Seal {
    /// Breaks it.
    ///
    /// ```compile_fail,E0382
    /// let seal = made_up::Seal;
    /// seal.break_open();
    /// seal.break_open();
    /// ```
    pub fn break_open(self) {}
}
";

fn exercise() -> MadeUp {
    let entry = "checks = [\"doc\"]\ndoc = { examples = [\"double\"], refusals = [\"E0382\"] }";
    MadeUp::new(entry, "#[cfg(test)]\nmod checks {}\n", &[])
}

#[test]
fn documented_code_with_examples_that_hold_passes() {
    exercise().passes(&format!("//! What this file is about.\n\n{DOUBLE}{SEAL}"));
}

#[test]
fn gaps_dead_links_and_wrong_examples_fail() {
    let (exercise, good) = (exercise(), format!("{DOUBLE}{SEAL}"));
    exercise.fails(
        &good.replace("    /// Breaks it.\n    ///\n", "").replace("/// A seal that is broken once.\n", ""),
        &["missing_docs@10"],
    );
    exercise.fails(&good.replace("[`Seal`]", "[`Stamp`]"), &["rustdoc::broken_intra_doc_links@1"]);
    let told = exercise.fails(&good.replace("(2), 4", "(2), 5"), &["test:double"]);
    assert!(told.contains("line 3") && told.contains("left: 4"), "{told}");
    exercise.fails(&good.replacen("/// ```\n", "/// ```ignore\n", 1), &["test:double"]);
    exercise.fails(&good.replacen("/// ```\n", "/// ```no_run\n", 1), &["test:double"]);
    exercise.fails(
        &good.replace("assert_eq!(made_up", "std::process::exit(0); assert_eq!(made_up"),
        &["test:double"],
    );
    exercise.fails(&good.replace("x * 2", "x * y"), &["E0425@7"]);
}

#[test]
fn a_refusal_has_to_have_its_code() {
    let (exercise, good) = (exercise(), format!("{DOUBLE}{SEAL}"));
    let told = exercise.fails(&good.replace("E0382", "E0499"), &["test:Seal::break_open"]);
    assert!(told.contains("says that it is refused with E0499, and is refused with E0382"), "{told}");
    let twice = "    /// seal.break_open();\n    /// seal.break_open();\n";
    exercise.fails(&good.replace(twice, "    /// seal.break_open();\n"), &["test:Seal::break_open"]);
    exercise.fails(&good.replace("compile_fail,E0382", "compile_fail"), &["source:compile_fail_E0382"]);
    exercise.fails(&good.replace("///", "//"), &["missing_docs@11", "missing_docs@21", "missing_docs@6"]);
}

#[test]
fn an_example_that_never_ends_is_ended_and_leaves_nobody() {
    let entry = "checks = [\"doc\"]\nlimits = { seconds = 1, build_seconds = 4 }";
    let exercise = MadeUp::new(entry, "", &[]);
    let outcome = exercise.judge(
        &DOUBLE.replace(" See [`Seal`].", "").replace("assert_eq!(made_up::double(2), 4);", "loop {}"),
    );
    assert_eq!(outcome.word(), Word::TimedOut, "{:#?}", outcome.decisive());
}
