//! `source` in a whole exercise, beside a check that runs.

use crate::support::MadeUp;

const BELOW: &str = "#[cfg(test)]
mod checks {
    #[test]
    fn adds_up() {
        assert_eq!(super::total(&[1, 2, 3]), 6);
    }
}
";

#[test]
fn a_fact_that_does_not_hold_fails_what_the_tests_pass() {
    let entry = "checks = [\"test\", \"source\"]\n\
        source = [{ fact = \"no_loop\", forbid = [\"for $ident in\", \"while\"], within = \"fn total\", says = \"Let the iterator walk.\" },\n\
        { fact = \"short\", tokens = 40 }]";
    let exercise = MadeUp::new(entry, BELOW, &[]);
    exercise.passes("// for x in the sum\nfn total(all: &[i32]) -> i32 { all.iter().sum() }\n");
    let by_loop =
        "fn total(all: &[i32]) -> i32 {\n    let mut sum = 0;\n    for x in all { sum += x; }\n    sum\n}\n";
    let told = exercise.fails(by_loop, &["source:no_loop"]);
    assert!(told.starts_with("line 3: Let the iterator walk."), "{told}");
    let long = format!(
        "{}fn total(all: &[i32]) -> i32 {{ all.iter().sum() }}\n",
        "const _: u8 = 1 + 1;\n".repeat(3)
    );
    exercise.fails(&long, &["source:short"]);
    exercise.fails("fn total(_: &[i32]) -> i32 { while false {} 0 }\n", &["test:adds_up"]);
}
