//! docs/checks.md says what each check word means, docs/rules.md what each rule for authors wants. They are made from the
//! checks and from the table of rules, so that they cannot say anything else: `UPDATE=1 cargo test --test checks_page`
//! writes them anew.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads and writes files, and ends where something is missing"
)]

use std::fmt::Write as _;
use std::path::Path;

use cargo_roadmap::author::rules::RULES;
use cargo_roadmap::check;
use cargo_roadmap::curriculum::{self, SetSource};
use cargo_roadmap::message::Weight;

const HEAD: &str = "# Check words

What may stand in `checks` of a `topic.toml`, in the order of judging; the first check that is not content ends it.
A failure has one or more signatures: the set of them is what `fails_with` and traps name. A tool that is missing makes a
check `unavailable`, and the exercise `partial`. Tools are those that the word always needs; an exercise may need more.
In a file, an error below the line `// == checks ==` is counted from that line, `E0277@checks+24`: its number in the file moves with
the length of what the learner writes above.

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

const RULES_HEAD: &str = "# Rules for exercises

What `cargo roadmap author check` looks at; `author mutants` sees to R15. An error keeps an exercise out, a warning wants a look, and a
rule that could not be judged here says so as skipped, with what it needs. What was found is kept in `author.lock`, by content: `--record`
writes it, and only what changed is judged again. Each rule has an example that breaks it, and nothing else, in `tests/sets/broken/`.

This page is made from the code: `UPDATE=1 cargo test --test checks_page` writes it anew.

";

fn rules_page() -> String {
    let mut page = RULES_HEAD.to_owned();
    for rule in RULES {
        let weight = if rule.weight == Weight::Warning { " (warning)" } else { "" };
        _ = write!(page, "## {}{weight}\n\n{}\n\n*Why:* {}\n\n", rule.id, rule.wants, rule.reason);
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

#[test]
fn the_page_of_rules_says_what_the_table_says() {
    compare("docs/rules.md", &rules_page());
}

#[test]
fn the_page_of_check_words_says_what_the_checks_say() {
    compare("docs/checks.md", &page());
}

fn compare(page: &str, wanted: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, wanted).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(there == wanted, "{page} is not what the code says; UPDATE=1 cargo test --test checks_page");
}

#[test]
fn every_check_says_how_it_fails() {
    for check in check::CHECKS {
        assert!(!check.signatures().is_empty(), "`{}` names no signature", check.name());
        assert!(!check.passes_when().ends_with('.'), "`{}`: the page puts the stop", check.name());
    }
}
