//! `update`: a workspace of one version of a set becomes one of the next; what is the learner's is theirs afterwards.

use std::collections::BTreeMap;

use super::support::{Author, diff, text, tree};
use super::update_fixture::{first_version, second_version, sheet, work};

/// A learner with a workspace of the first version, in which they worked; the set is at its second.
fn behind() -> Author {
    let author = Author::new();
    first_version(&author);
    author.does("set", &["init", "../ws"]);
    work(&author);
    second_version(&author);
    author
}

fn workspace(author: &Author) -> BTreeMap<String, String> {
    let mut files = tree(&author.at("ws"));
    // Where the set lies differs from home to home.
    if let Some(set) = files.get_mut(".roadmap/set.toml") {
        *set = set.replace(author.at("").to_str().unwrap(), "HOME/");
    }
    files
}

#[test]
fn the_workspace_has_what_the_set_has_and_the_learner_what_was_theirs() {
    let author = behind();
    let before = workspace(&author);
    let told = author.does("ws", &["update"]);
    let after = workspace(&author);
    let old = "exercises/1_first/01_words";
    let new = "exercises/1_first/02_words";
    let changes = [
        "~ .roadmap/files.toml",
        "+ .roadmap/progress.lock",
        "~ .roadmap/set.toml",
        "+ .roadmap/update.lock",
        "~ Cargo.toml",
        "+ exercises/1_first/01_letters/alpha.rs",
        &format!("- {old}/README.md"),
        &format!("- {old}/box_theirs/Cargo.toml"),
        &format!("- {old}/box_theirs/src/lib.rs"),
        &format!("- {old}/box_theirs/tests/old.rs"),
        &format!("- {old}/box_theirs/tests/t.rs"),
        // Theirs is untouched and no longer in the set; mine stays.
        &format!("- {old}/gone_theirs.rs"),
        &format!("- {old}/old_name.rs"),
        &format!("- {old}/parcel/Cargo.toml"),
        &format!("- {old}/parcel/src/lib.rs"),
        &format!("- {old}/parcel/src/more.rs"),
        &format!("- {old}/parcel/tests/old.rs"),
        &format!("- {old}/parcel/tests/t.rs"),
        &format!("- {old}/same.rs"),
        &format!("- {old}/touched.rs"),
        &format!("- {old}/touched/accept/a.rs"),
        &format!("- {old}/untouched.rs"),
        "- exercises/1_first/02_numbers/count.rs",
        &format!("+ {new}/README.md"),
        &format!("+ {new}/box_theirs/Cargo.toml"),
        &format!("+ {new}/box_theirs/src/lib.rs"),
        &format!("+ {new}/box_theirs/tests/t.rs"),
        &format!("+ {new}/new_name.rs"),
        &format!("+ {new}/post/Cargo.toml"),
        &format!("+ {new}/post/src/lib.rs"),
        &format!("+ {new}/post/src/more.rs"),
        &format!("+ {new}/post/tests/t.rs"),
        &format!("+ {new}/same.rs"),
        &format!("+ {new}/touched.rs"),
        &format!("+ {new}/touched/accept/b.rs"),
        &format!("+ {new}/untouched.rs"),
        "+ exercises/1_first/03_numbers/count.rs",
    ];
    let found = diff(&before, &after);
    assert_eq!(found, changes, "{told}");
    let is = |path: &str, text: &str| assert_eq!(after[&format!("{new}/{path}")], text, "{path}");
    is("same.rs", &sheet("fn start() {}", "one"));
    is("untouched.rs", &sheet("fn start_again() {}", "two"));
    is("touched.rs", &sheet("fn mine_in_touched() {}", "two"));
    is("new_name.rs", &sheet("fn mine_in_old_name() {}", "two"));
    is("post/src/lib.rs", "// mine\n");
    is("post/src/more.rs", "// mine as well\n");
    is("post/tests/t.rs", "// other tests\n");
    is("box_theirs/src/lib.rs", "// another start\n");
    assert_eq!(after[&format!("{old}/box_mine/src/lib.rs")], "// mine\n");
    assert_eq!(after[&format!("{old}/gone_mine.rs")], sheet("fn mine_in_gone_mine() {}", "one"));
    assert!(!author.at("ws/exercises/1_first/02_numbers").exists(), "empty directories go");
}

#[test]
fn everything_is_told_and_backed_up() {
    let author = behind();
    let before = workspace(&author);
    let told: serde_json::Value =
        serde_json::from_str(&author.does("ws", &["update", "--format", "json"])).unwrap();
    let backup = author.at("ws").join(told["backup"].as_str().unwrap());
    let kept = tree(&backup);
    let after = workspace(&author);
    for (path, text) in before.iter().filter(|(path, _)| !path.starts_with(".roadmap/")) {
        if after.get(path) != Some(text) {
            assert_eq!(kept.get(path), Some(text), "{path} is in the backup");
        }
    }
    let actions: Vec<(String, String)> = told["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| {
            let name = change["exercise"].as_str().or(change["path"].as_str()).unwrap();
            (change["action"].as_str().unwrap().to_owned(), name.rsplit('/').next().unwrap().to_owned())
        })
        .collect();
    let of = |action: &str| -> Vec<&str> {
        let mut names: Vec<&str> =
            actions.iter().filter(|(found, _)| found == action).map(|(_, name)| name.as_str()).collect();
        names.sort_unstable();
        names
    };
    assert_eq!(of("added"), ["README.md", "alpha"]);
    assert_eq!(of("kept"), ["new_name", "post", "touched"]);
    assert_eq!(of("replaced"), ["Cargo.toml", "box_theirs", "untouched"]);
    assert_eq!(of("moved"), ["count", "same"]);
    assert_eq!(of("removed"), ["README.md", "a.rs", "gone_theirs.rs"]);
    assert_eq!(of("stays"), ["box_mine", "gone_mine.rs"]);
    let renamed = told["changes"].as_array().unwrap().iter().find(|it| it["exercise"] == "new_name").unwrap();
    assert_eq!(renamed["from"], "exercises/1_first/01_words/old_name.rs");
}

#[test]
fn a_dry_run_says_the_same_and_changes_nothing() {
    let author = behind();
    let before = workspace(&author);
    let json = |args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&author.does("ws", &[args, &["--format", "json"]].concat())).unwrap()
    };
    let would = json(&["update", "--dry-run"]);
    assert_eq!(diff(&before, &workspace(&author)), [""; 0]);
    assert!(!author.at("ws/.roadmap/backup").exists());
    let did = json(&["update"]);
    assert_eq!(would["changes"], did["changes"]);
    assert_eq!((would["dry_run"].as_bool(), did["dry_run"].as_bool()), (Some(true), Some(false)));
}

#[test]
fn a_second_update_finds_nothing_to_do() {
    let author = behind();
    author.does("ws", &["update"]);
    let before = workspace(&author);
    let told = author.does("ws", &["update"]);
    assert!(told.contains("nothing to update"), "{told}");
    assert_eq!(diff(&before, &workspace(&author)), [""; 0]);
}

/// Something stands where a directory has to be made, so that the update stops in the middle; then it is taken away.
#[test]
fn an_update_that_was_cut_short_loses_nothing_and_is_finished_by_the_next() {
    let whole = behind();
    whole.does("ws", &["update"]);
    let wanted = workspace(&whole);
    // The first stops among the moves, the second among the writes.
    for obstacle in ["exercises/1_first/03_numbers", "exercises/1_first/02_words/touched"] {
        let author = behind();
        let before = workspace(&author);
        let place = author.at("ws").join(obstacle);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(&place, "in the way").unwrap();
        let cut = author.roadmap("ws", &["update"]);
        assert_eq!(cut.status.code(), Some(4), "{obstacle}: {cut:?}");
        assert!(author.at("ws/exercises/1_first/02_words/same.rs").exists(), "{obstacle}: it had begun");
        let now = workspace(&author);
        for mine in before.values().filter(|text| text.contains("mine")) {
            assert!(
                now.values().any(|text| text.contains(mine.split("\n\n").next().unwrap())),
                "{mine} is lost"
            );
        }
        std::fs::remove_file(&place).unwrap();
        author.does("ws", &["update"]);
        assert_eq!(diff(&wanted, &workspace(&author)), [""; 0], "{obstacle}");
    }
}

#[test]
fn an_update_that_is_killed_at_any_moment_is_finished_by_the_next() {
    let whole = behind();
    whole.does("ws", &["update"]);
    let wanted = workspace(&whole);
    for moment in 0..12 {
        let author = behind();
        let mut update = author.command("ws", &["update", "--quiet"]).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(4 + 3 * moment));
        // It may have ended by itself; that is one of the moments.
        let _ = update.kill();
        update.wait().unwrap();
        author.does("ws", &["update"]);
        let now = workspace(&author);
        let rest: Vec<String> = diff(&wanted, &now).into_iter().filter(|it| !it.contains("/.tmp")).collect();
        assert_eq!(rest, [""; 0], "after {moment}");
    }
}

#[test]
fn without_a_record_every_file_counts_as_the_learners() {
    let author = behind();
    std::fs::remove_file(author.at("ws/.roadmap/files.toml")).unwrap();
    author.does("ws", &["update"]);
    let after = workspace(&author);
    let new = "exercises/1_first/02_words";
    assert_eq!(
        after[&format!("{new}/untouched.rs")],
        sheet("fn start() {}", "two"),
        "what may be theirs is kept"
    );
    assert_eq!(after[&format!("{new}/new_name.rs")], sheet("fn mine_in_old_name() {}", "two"));
    assert_eq!(after[&format!("{new}/post/src/more.rs")], "// mine as well\n");
}

#[test]
fn what_is_in_the_way_of_a_move_is_not_lost_and_an_empty_directory_is_not_in_the_way() {
    let author = behind();
    let new = author.at("ws/exercises/1_first/02_words");
    std::fs::create_dir_all(new.join("post")).unwrap();
    std::fs::write(new.join("new_name.rs"), "// a note of mine\n").unwrap();
    author.does("ws", &["update"]);
    let after = workspace(&author);
    assert_eq!(after["exercises/1_first/02_words/post/src/lib.rs"], "// mine\n");
    assert_eq!(after["exercises/1_first/02_words/new_name.rs"], "// a note of mine\n");
    let old = &after["exercises/1_first/01_words/old_name.rs"];
    assert_eq!(*old, sheet("fn mine_in_old_name() {}", "one"), "it stays where it was");
}

#[test]
fn progress_follows_a_rename() {
    let author = behind();
    let mut state = std::fs::File::create(author.at("ws/.roadmap/progress.toml")).unwrap();
    std::io::Write::write_all(&mut state, b"version = 1\n\n[exercises.old_name]\nhints = 1\n").unwrap();
    author.does("ws", &["update"]);
    let state = std::fs::read_to_string(author.at("ws/.roadmap/progress.toml")).unwrap();
    assert!(state.contains("new_name") && !state.contains("old_name"), "{state}");
}

#[test]
fn a_manifest_that_somebody_wrote_into_is_left_to_them() {
    let author = behind();
    let manifest = author.at("ws/Cargo.toml");
    let mine = std::fs::read_to_string(&manifest).unwrap() + "# mine\n";
    std::fs::write(&manifest, &mine).unwrap();
    let told = author.does("ws", &["update"]);
    assert_eq!(std::fs::read_to_string(&manifest).unwrap(), mine);
    assert!(told.contains("Yours, left as it is") && told.contains("  Cargo.toml"), "{told}");
    assert!(author.does("ws", &["update"]).contains("nothing to update"), "once is enough");
}

#[test]
fn other_commands_say_once_that_a_workspace_is_behind() {
    let author = behind();
    let said = |args: &[&str]| text(&author.roadmap("ws", args).stderr).contains("cargo roadmap update");
    assert!(said(&["list"]));
    assert!(!said(&["list"]), "once is enough");
    author.does("ws", &["update"]);
    assert!(!said(&["list"]));
}

#[test]
fn a_workspace_of_the_built_in_set_is_told_by_its_revision_and_an_older_program_leaves_it_alone() {
    let author = Author::new();
    author.does(".", &["init"]);
    let said = || text(&author.roadmap("roadmap", &["list"]).stderr);
    assert!(!said().contains("update"), "{}", said());
    let file = author.at("roadmap/.roadmap/set.toml");
    let set = std::fs::read_to_string(&file).unwrap();
    let revision = set.lines().find(|line| line.starts_with("revision")).unwrap();
    std::fs::write(&file, set.replace(revision, "revision = \"older\"")).unwrap();
    assert!(said().contains("cargo roadmap update"));
    assert!(!said().contains("cargo roadmap update"), "once is enough");
    let version = set.lines().find(|line| line.starts_with("version")).unwrap();
    std::fs::write(&file, set.replace(version, "version = \"999.0.0\"")).unwrap();
    let told = author.is_refused("roadmap", &["update"]);
    assert!(told.contains("999.0.0") && told.contains("older"), "{told}");
}

#[test]
fn an_update_stands_in_the_way_of_no_reset_that_somebody_wants_undone() {
    let author = Author::new();
    author.does(".", &["new", "--set", "mine"]);
    author.does("mine", &["init"]);
    let inside = "exercises/1_first/01_first_topic/first_steps.rs";
    let (start, theirs) = (author.at("mine").join(inside), author.at("mine/roadmap").join(inside));
    std::fs::write(&theirs, sheet("fn my_work() {}", "one")).unwrap();
    author.does("mine", &["reset", "first_steps"]);
    let text = std::fs::read_to_string(&start).unwrap();
    std::fs::write(&start, text.replace("Work it out", "Work it out now")).unwrap();
    author.does("mine", &["update"]);
    assert!(std::fs::read_to_string(&theirs).unwrap().contains("Work it out now"));
    author.does("mine", &["reset", "--undo", "first_steps"]);
    assert!(std::fs::read_to_string(&theirs).unwrap().contains("my_work"));
}

#[test]
fn a_set_that_its_author_works_on_says_nothing_at_each_stroke() {
    let author = Author::new();
    author.does(".", &["new", "--set", "mine"]);
    author.does("mine", &["init"]);
    let file = author.at("mine/exercises/1_first/01_first_topic/first_steps.rs");
    let start = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, start.replace("Work it out", "Work it out now")).unwrap();
    let list = author.roadmap("mine", &["list"]);
    assert!(!text(&list.stderr).contains("update"), "{list:?}");
    author.does("mine", &["new", "second_steps"]);
    let list = author.roadmap("mine", &["list"]);
    assert!(text(&list.stderr).contains("cargo roadmap update"), "{list:?}");
}
