//! `editions` and `profiles` multiply what is judged: each combination has to pass, and the one that does
//! not is named.

use crate::support::MadeUp;

/// Holds in every edition, and needs the sum to be checked or not.
const BELOW: &str = "#[cfg(test)]
mod checks {
    #[test]
    fn adds() {
        assert_eq!(super::add(250, 10), 4);
    }
}
";

#[test]
fn both_profiles_are_judged_and_the_failing_one_is_named() {
    let plain = "fn add(a: u8, b: u8) -> u8 { a + b }\n";
    let both =
        MadeUp::new("checks = [\"test\"]\noptions = { profiles = [\"debug\", \"release\"] }", BELOW, &[]);
    both.passes("fn add(a: u8, b: u8) -> u8 { a.wrapping_add(b) }\n");
    let told = both.fails(plain, &["test:adds"]);
    assert!(told.contains("(edition 2024, debug)"), "{told}");
    let release = MadeUp::new("checks = [\"test\"]\noptions = { profiles = [\"release\"] }", BELOW, &[]);
    release.passes(plain);
    let only_checked = "fn add(a: u8, b: u8) -> u8 { if cfg!(debug_assertions) { 4 } else { a - b } }\n";
    let told = both.fails(only_checked, &["test:adds"]);
    assert!(told.contains("(edition 2024, release)"), "{told}");
}

#[test]
fn every_edition_is_judged_and_the_failing_one_is_named() {
    // A word that became a keyword with the edition 2024.
    let word = "fn add(a: u8, b: u8) -> u8 { let gen = a.wrapping_add(b); gen }\n";
    let entry = "checks = [\"compile\", \"test\"]\noptions = { editions = [\"2021\", \"2024\"] }";
    let both = MadeUp::new(entry, BELOW, &[]);
    both.passes("fn add(a: u8, b: u8) -> u8 { a.wrapping_add(b) }\n");
    let told = both.fails(
        word,
        &["expected-expression-found-reserved-keyword@1", "expected-identifier-found-reserved-keyword@1"],
    );
    assert!(told.contains("(edition 2024, debug)"), "{told}");
    MadeUp::new("checks = [\"test\"]\noptions = { editions = [\"2021\"] }", BELOW, &[]).passes(word);
}

#[test]
fn programs_are_judged_in_every_profile_as_well() {
    let entry = "checks = [\"run\", \"golden\"]\noptions = { profiles = [\"debug\", \"release\"] }";
    let exercise = MadeUp::new(entry, "", &[("golden.txt", "4\r\nand no more\r\n")]);
    exercise.passes("fn main() { println!(\"4\\nand no more\"); }\n");
    let told = exercise.fails(
        "fn main() { println!(\"{}\\nand no more\", if cfg!(debug_assertions) { 4 } else { 5 }); }\n",
        &["golden"],
    );
    assert!(told.starts_with("line 1 of the output") && told.contains("(edition 2024, release)"), "{told}");
    let told = exercise.fails(
        "fn main() { assert!(cfg!(debug_assertions)); println!(\"4\\nand no more\"); }\n",
        &["exit:101"],
    );
    assert!(told.contains("(edition 2024, release)"), "{told}");
}
