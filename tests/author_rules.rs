//! Each rule for authors, seen to fail: `tests/sets/broken/base` keeps all of them, and each directory beside it changes
//! something so that exactly the rule that it is called after is broken (`R29_terms`: another way to break R29).
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test writes files, starts our own program and ends where something is missing"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use cargo_roadmap::author::rules::RULES;
use serde::Deserialize;

/// Rules that no set can break: how they are held is said in the table.
const HELD_BY_US: [&str; 1] = ["R35"];

/// What makes a set of the base.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The exercise to look at; empty for the whole set.
    select: String,
    /// Whether the mutants of its solution are judged first.
    #[serde(default)]
    mutants: bool,
    /// Whether Miri is hidden.
    #[serde(default)]
    without_miri: bool,
    /// A directory with another set.
    peers: Option<String>,
    /// Files that go.
    #[serde(default)]
    removed: Vec<String>,
    /// Texts that change.
    #[serde(default)]
    edits: Vec<Edit>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    find: String,
    put: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if entry.file_name() != "case.toml" {
            std::fs::create_dir_all(to).unwrap();
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The base with the changes of this directory, and the support crate of our own set.
fn made(dir: &Path, case: &Case) -> tempfile::TempDir {
    let set = tempfile::tempdir().unwrap();
    copy(&root().join("tests/sets/broken/base"), set.path());
    copy(&root().join("kit"), &set.path().join("kit"));
    copy(dir, set.path());
    for file in &case.removed {
        std::fs::remove_file(set.path().join(file)).unwrap();
    }
    for edit in &case.edits {
        let path = set.path().join(&edit.file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(&edit.find), "{}: {} does not hold {:?}", dir.display(), edit.file, edit.find);
        std::fs::write(path, text.replace(&edit.find, &edit.put)).unwrap();
    }
    set
}

/// The answer of our program, and its exit code.
fn author(set: &Path, case: &Case, words: &[&str]) -> (serde_json::Value, Option<i32>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"));
    command.current_dir(set).args(["author"]).args(words).args(["--format", "json", "--trust"]);
    // Nobody's own list of trusted sets grows by what is made here.
    command.env("XDG_STATE_HOME", set.join("state"));
    command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("author"));
    command.args(Some(&case.select).filter(|name| !name.is_empty()));
    if case.without_miri {
        command.env("ROADMAP_MIRI_TOOLCHAIN", "none");
    }
    let done = command.output().unwrap();
    let answer = serde_json::from_slice(&done.stdout)
        .unwrap_or_else(|_| panic!("{words:?}: {}", String::from_utf8_lossy(&done.stderr)));
    (answer, done.status.code())
}

/// The rules that are broken, with what is said of each.
fn broken(dir: &Path, case: &Case) -> (BTreeSet<String>, String) {
    let set = made(dir, case);
    if case.mutants {
        author(set.path(), case, &["mutants", "--record"]);
    }
    let mut words = vec!["check"];
    if let Some(peers) = &case.peers {
        words.extend(["--peers", peers.as_str()]);
    }
    let (answer, code) = author(set.path(), case, &words);
    let Some(findings) = answer["findings"].as_array() else { return (BTreeSet::new(), answer.to_string()) };
    let told: Vec<_> = findings.iter().filter(|finding| finding["weight"] != "skipped").collect();
    let rules = told.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect();
    let errors = told.iter().any(|finding| finding["weight"] == "error");
    assert_eq!(code, Some(i32::from(errors)), "{}: an error is told by the exit code as well", dir.display());
    let said: Vec<String> = told.iter().map(ToString::to_string).collect();
    (rules, format!("\n  {}", said.join("\n  ")))
}

fn cases() -> Vec<(String, PathBuf, Case)> {
    let dirs = std::fs::read_dir(root().join("tests/sets/broken")).unwrap().flatten();
    let mut found: Vec<_> = dirs
        .filter(|entry| entry.file_name() != "base")
        .map(|entry| {
            let text = std::fs::read_to_string(entry.path().join("case.toml")).unwrap();
            let name = entry.file_name().into_string().unwrap();
            let case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, entry.path(), case)
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    let only = std::env::var("ONLY").ok();
    found.retain(|(name, ..)| only.as_ref().is_none_or(|only| only.split(',').any(|word| word == name)));
    found
}

#[test]
fn the_base_breaks_no_rule() {
    let (rules, said) = broken(&root().join("tests/sets/broken/base"), &Case::default());
    assert!(rules.is_empty(), "{said}");
}

#[test]
fn each_example_breaks_its_rule_and_no_other() {
    let queue = Mutex::new(cases());
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().unwrap().pop();
                    let Some((name, dir, case)) = next else { break };
                    let (rules, said) = broken(&dir, &case);
                    let rule = name.split('_').next().unwrap_or_default();
                    if rules != BTreeSet::from([rule.to_owned()]) {
                        wrong.lock().unwrap().push(format!("{name} breaks {rules:?}{said}"));
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_table_knows_is_not_judged_again_until_it_changes() {
    let case = Case { select: "add_tip".to_owned(), ..Case::default() };
    let set = made(&root().join("tests/sets/broken/base"), &case);
    let judged = |words: &[&str]| author(set.path(), &case, words).0["summary"]["judged"].as_u64().unwrap();
    assert!(judged(&["check"]) > 10);
    assert!(judged(&["check", "--record"]) > 10, "nothing was recorded before");
    assert_eq!(judged(&["check"]), 0);
    let solution = set.path().join("solutions/1_first/01_tries/add_tip.rs");
    let text = std::fs::read_to_string(&solution).unwrap();
    std::fs::write(solution, text.replace("// Why so: ", "// Why so? ")).unwrap();
    assert!(judged(&["check"]) > 10, "the content is another one now");
}

#[test]
fn without_a_set_it_is_wrong_use() {
    let nowhere = tempfile::tempdir().unwrap();
    let (answer, code) = author(nowhere.path(), &Case::default(), &["check"]);
    assert_eq!(code, Some(2));
    assert!(answer["problem"]["what"].as_str().unwrap().contains("info.toml"), "{answer}");
}

#[test]
fn each_rule_has_an_example() {
    let names: BTreeSet<String> = std::fs::read_dir(root().join("tests/sets/broken"))
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    for rule in RULES.iter().filter(|rule| !HELD_BY_US.contains(&rule.id)) {
        assert!(names.contains(rule.id), "{} has no example in tests/sets/broken/", rule.id);
    }
}
