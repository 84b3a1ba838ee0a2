//! Merges: what git makes of two people's files, read back.

use std::path::Path;

use super::super::{Store, render};
use super::{place, put, solved};
use crate::progress::Progress;
use crate::progress::fixtures::{at, pass, passed};

/// Runs git's own three-way merge of one file; says whether it was clean.
fn merge(dir: &Path, [ours, base, theirs]: [&Progress; 3], union: bool) -> Option<(String, bool)> {
    for (name, progress) in [("ours", ours), ("base", base), ("theirs", theirs)] {
        put(&dir.join(name), render::text(progress));
    }
    #[expect(clippy::disallowed_methods, reason = "git itself is what this test is about")]
    let mut git = std::process::Command::new("git");
    git.args(["merge-file", "-p", "--diff3"]).current_dir(dir);
    let git = if union { git.arg("--union") } else { &mut git };
    // Where git is missing there is nothing to compare with; the markers are tested below without it.
    let output = git.args(["ours", "base", "theirs"]).output().ok()?;
    Some((String::from_utf8(output.stdout).unwrap(), output.status.success()))
}

fn with(base: &Progress, more: &[&str], seconds: i64) -> Progress {
    let mut progress = base.clone();
    for name in more {
        progress.record(&pass(name), at(seconds));
    }
    progress
}

#[test]
fn passes_of_two_people_merge() {
    let base = passed(&["b", "f", "j"]);
    for (ours, theirs, clean) in [
        (&["a", "k"][..], &["c", "g"][..], true),
        (&["c"], &["d"], false),
        (&["c", "d", "k"], &["c", "e", "k"], false),
    ] {
        for union in [false, true] {
            let (dir, path) = place();
            let sides = [&with(&base, ours, 100), &base, &with(&base, theirs, 200)];
            let Some((text, was_clean)) = merge(dir.path(), sides, union) else { return };
            assert_eq!(was_clean, clean || union, "{text}");
            put(&path, &text);
            let mut all = [&["b", "f", "j"], ours, theirs].concat();
            all.sort_unstable();
            all.dedup();
            let store = Store::new(&path);
            assert_eq!(solved(&store), all, "{text}");
            let progress = store.load().progress;
            if ours.contains(&"c") && theirs.contains(&"c") {
                assert_eq!(progress.evidence("c").unwrap().at, at(200), "the later evidence");
            }
            assert!(
                store.load().notices.iter().all(|n| !n.contains("damaged")),
                "{:?}",
                store.load().notices
            );
        }
    }
}

#[test]
fn conflict_markers_are_read_from_both_sides() {
    let (dir, path) = place();
    let text = "version = 1\n\
        <<<<<<< HEAD\r\n\
        current = 'a'\n\
        exercises.a.passed = { at = 2026-11-24T00:27:00Z }\n\
        ||||||| 1a2b3c\n\
        exercises.dropped.passed = { at = 2026-11-24T00:27:00Z }\n\
        =======\n\
        current = 'b'\n\
        exercises.b.passed = { at = 2026-11-24T00:27:00Z }\n\
        >>>>>>> other\n\
        exercises.c.passed = { at = 2026-11-24T00:27:00Z }\n";
    put(&path, text);
    let store = Store::new(&path);
    assert_eq!(solved(&store), ["a", "b", "c"]);
    let loaded = store.load();
    assert_eq!(loaded.progress.current.as_deref(), Some("a"), "ours");
    assert!(loaded.notices[0].contains("merge conflict"), "{:?}", loaded.notices);
    store.update(|_| ()).unwrap();
    assert_eq!(store.load().notices, [""; 0]);
    let kept = std::fs::read_dir(dir.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("unreadable"));
    assert_eq!(kept.count(), 0, "nothing was unreadable");
}

#[test]
fn markers_that_do_not_fit_together_hide_nothing() {
    for text in [
        "<<<<<<< HEAD\nexercises.a.hints = 1\n",
        "=======\nexercises.a.hints = 1\n>>>>>>> other\n",
        "<<<<<<< HEAD\n||||||| base\nexercises.a.hints = 1\n",
        "<<<<<<< HEAD\n=======\nexercises.a.hints = 1\n<<<<<<< HEAD\n",
    ] {
        let (_dir, path) = place();
        put(&path, text);
        let loaded = Store::new(&path).load();
        assert_eq!(loaded.progress.hints("a"), 1, "{text}");
        assert!(!loaded.notices.is_empty());
    }
}
