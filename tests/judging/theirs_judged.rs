//! `mutants`: the learner's tests, tried on what is right and on what is not.

use crate::support::{MadeUp, with_checks};

const GIVEN: &str = "fn half(x: i32) -> Result<i32, String> { if x % 2 == 0 { Ok(x / 2) } else { Err(\"odd\".to_owned()) } }\n";

fn exercise() -> MadeUp {
    MadeUp::new(
        "checks = [\"mutants\", \"clippy\"]\nlimits = { seconds = 1 }",
        GIVEN,
        &[
            (
                "variants/correct/shifted.rs",
                "// Shifts instead of dividing.\nfn half(x: i32) -> Result<i32, String> { if x & 1 == 0 { Ok(x >> 1) } else { Err(\"has no half\".to_owned()) } }\n",
            ),
            (
                "variants/broken/odd.rs",
                "// Odd numbers have a half.\nfn half(x: i32) -> Result<i32, String> { Ok(x / 2) }\n",
            ),
            (
                "variants/broken/stuck.rs",
                "// Never comes back for negative numbers.\nfn half(x: i32) -> Result<i32, String> { while x < 0 { std::thread::yield_now(); } \
                 if x % 2 == 0 { Ok(x / 2) } else { Err(\"odd\".to_owned()) } }\n",
            ),
        ],
    )
}

fn tests(bodies: &[&str]) -> String {
    let tests: Vec<String> = bodies
        .iter()
        .enumerate()
        .map(|(place, body)| format!("    #[test]\n    fn case_{place}() {{\n        {body};\n    }}\n"))
        .collect();
    format!("#[cfg(test)]\nmod tests {{\n    use super::half;\n\n{}}}\n", tests.join("\n"))
}

const EVEN: &str = "assert_eq!(half(6), Ok(3))";
const ODD: &str = "assert!(half(7).is_err())";
const NEGATIVE: &str = "assert_eq!(half(-4), Ok(-2))";

#[test]
fn tests_that_bite_pass_and_what_hangs_was_noticed() {
    exercise().passes(&tests(&[EVEN, ODD, NEGATIVE]));
}

#[test]
fn nothing_of_the_variants_is_told_on_the_way() {
    let told = std::sync::Mutex::new(0);
    let file = with_checks(&tests(&[EVEN]), GIVEN);
    let outcome = exercise().judge_aloud(&file, &|_| *told.lock().unwrap() += 1);
    assert_eq!(outcome.signatures().len(), 2);
    assert_eq!(told.into_inner().unwrap(), 0, "the report of a broken variant would give the fault away");
}

#[test]
fn each_fault_that_gets_through_is_in_the_set_and_the_first_is_described() {
    let told = exercise().fails(&tests(&[EVEN]), &["mutant:odd", "mutant:stuck"]);
    assert!(told.contains("The first one: Odd numbers have a half."), "{told}");
    let told = exercise().fails(&tests(&[EVEN, NEGATIVE]), &["mutant:odd"]);
    assert!(told.contains("1 of those noticed hung or crashed"), "{told}");
}

#[test]
fn asking_for_more_than_the_contract_says_refuses_what_is_right() {
    let words = "assert_eq!(half(7), Err(\"odd\".to_owned()))";
    let told = exercise().fails(&tests(&[EVEN, words, NEGATIVE]), &["mutant:shifted"]);
    assert!(told.contains("`tests::case_1`") && told.contains("Shifts instead of dividing."), "{told}");
    let told = exercise().fails(&tests(&[EVEN, "assert_eq!(half(7), Ok(3))"]), &["test:case_1"]);
    assert!(told.contains("fails with the code that is given"), "{told}");
}

#[test]
fn no_test_a_hidden_test_and_an_early_exit_notice_nothing() {
    let exercise = exercise();
    exercise.fails("// Nothing yet.\n", &["no_tests"]);
    exercise.fails(&tests(&[EVEN, ODD, NEGATIVE]).replace("#[cfg(test)]", "#[cfg(any())]"), &["no_tests"]);
    exercise.fails(&tests(&[EVEN]).replace("#[test]", "#[test]\n    #[ignore]"), &["source:ignore"]);
    let leave = "macro_rules! call { ($a:ident, $b:ident) => { std::$a::$b(0) } }\n";
    let leaving =
        format!("{leave}{}", tests(&[EVEN, "if half(7).is_ok() { call!(process, exit) }", NEGATIVE]));
    exercise.fails(&leaving, &["mutant:odd"]);
    exercise.fails(&tests(&["assert_eq!(half(6), 3)"]), &["E0308@7"]);
}
