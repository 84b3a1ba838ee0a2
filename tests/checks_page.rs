//! docs/checks.md says what each check word means. It is made from the checks themselves, so that it cannot
//! say anything else: `UPDATE=1 cargo test --test checks_page` writes it anew.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads and writes files, and ends where something is missing"
)]

use std::fmt::Write as _;
use std::path::Path;

use cargo_roadmap::check;
use cargo_roadmap::curriculum::{self, SetSource};

const HEAD: &str = "# Check words

What may stand in `checks` of a `topic.toml`, in the order of judging; the first check that is not content ends it.
A failure has one or more signatures: the set of them is what `fails_with` and traps name. A tool that is missing makes a
check `unavailable`, and the exercise `partial`. Tools are those that the word always needs; an exercise may need more.

This page is made from the code: `UPDATE=1 cargo test --test checks_page` writes it anew.

";

fn page() -> String {
    let set = curriculum::load(&SetSource::built_in(), &check::words()).unwrap();
    let exercise = &set.exercises[0];
    let mut page = HEAD.to_owned();
    for check in check::CHECKS {
        let tools: Vec<String> = check.tools(exercise).iter().map(|tool| tool.name().to_owned()).collect();
        let tools = if tools.is_empty() { "none".to_owned() } else { tools.join(", ") };
        let signatures: Vec<String> =
            check.signatures().iter().map(|signature| format!("`{signature}`")).collect();
        _ = write!(
            page,
            "## `{}`\n\nPasses when {}.\n\n* Tools: {tools}\n* Failures: {}\n\n",
            check.name(),
            check.passes_when(),
            signatures.join(", ")
        );
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

#[test]
fn the_page_of_check_words_says_what_the_checks_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks.md");
    let wanted = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &wanted).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        there == wanted,
        "docs/checks.md is not what the checks say; UPDATE=1 cargo test --test checks_page"
    );
}

#[test]
fn every_check_says_how_it_fails() {
    for check in check::CHECKS {
        assert!(!check.signatures().is_empty(), "`{}` names no signature", check.name());
        assert!(!check.passes_when().ends_with('.'), "`{}`: the page puts the stop", check.name());
    }
}
