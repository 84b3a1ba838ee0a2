//! A stranger's set runs only after its user has said so, once.

use std::path::Path;

use super::support::{Author, text};

/// Somebody has a set that another person made.
fn with_a_strangers_set() -> Author {
    let author = Author::new();
    author.does(".", &["new", "--set", "made"]);
    // A copy of the files is all that a stranger hands over.
    copy(&author.at("made"), &author.at("got"));
    author
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).unwrap();
        }
    }
}

/// A test that leaves a mark when it runs.
fn plant(author: &Author) {
    let file = author.at("got/exercises/1_first/01_first_topic/first_steps.rs");
    let text = std::fs::read_to_string(&file).unwrap();
    let mark = author.at("mark").display().to_string();
    let planted = text.replace(
        "fn no_bottle_needs_no_crate() {",
        &format!("fn no_bottle_needs_no_crate() {{\n        std::fs::write({mark:?}, \"ran\").unwrap();"),
    );
    assert_ne!(text, planted);
    std::fs::write(file, planted).unwrap();
}

#[test]
fn nothing_of_a_strangers_set_runs_before_somebody_says_that_it_may() {
    let author = with_a_strangers_set();
    plant(&author);
    author.does("got", &["init"]);
    author.does("got", &["list"]);
    let words = [
        &["run"][..],
        &["verify", "all"],
        &["watch", "--plain"],
        &["author", "check"],
        &["author", "mutants"],
    ];
    for args in words {
        let told = author.is_refused("got", args);
        assert!(told.contains("--trust") && told.contains("your rights"), "{told}");
        assert!(!author.at("mark").exists(), "{args:?}");
    }
    let run = author.roadmap("got", &["run", "--trust"]);
    assert_eq!(run.status.code(), Some(1), "{run:?}");
    assert!(author.at("mark").exists(), "now it ran");
    assert_eq!(author.roadmap("got", &["run"]).status.code(), Some(1), "once is enough");
}

#[test]
fn trust_is_not_in_the_set_or_its_workspace_and_is_for_this_set_alone() {
    let author = with_a_strangers_set();
    assert_eq!(author.roadmap("got", &["run", "--trust"]).status.code(), Some(1));
    // A set that brings a workspace along in which somebody trusted it.
    copy(&author.at("got"), &author.at("next"));
    author.is_refused("next", &["run"]);
    // Another set in the same place.
    std::fs::remove_dir_all(author.at("got")).unwrap();
    copy(&author.at("made"), &author.at("got"));
    author.is_refused("got", &["run"]);
}

#[test]
fn trust_can_be_given_with_the_workspace() {
    let author = with_a_strangers_set();
    author.does("got", &["init", "--trust"]);
    assert_eq!(author.roadmap("got", &["run"]).status.code(), Some(1));
}

#[test]
fn authors_are_not_asked_about_a_set_of_their_own_whatever_they_change_in_it() {
    let author = Author::new();
    author.does(".", &["new", "--set", "mine"]);
    let file = author.at("mine/exercises/1_first/01_first_topic/first_steps.rs");
    for round in 0..2 {
        assert_eq!(author.roadmap("mine", &["run"]).status.code(), Some(1), "round {round}");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, format!("{text}// another line\n")).unwrap();
    }
}

#[test]
fn the_set_in_the_program_is_trusted_from_a_directory_as_well() {
    let author = Author::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["exercises", "solutions", "kit", "crates"] {
        copy(&root.join(part), &author.at("same").join(part));
    }
    std::fs::copy(root.join("info.toml"), author.at("same/info.toml")).unwrap();
    let list = author.roadmap("same", &["run", "first_light"]);
    assert_eq!(list.status.code(), Some(1), "{}", text(&list.stderr));
}
