//! Writing: whole, locked, and only when something changed.

use std::time::Duration;

use super::super::{Store, StoreError, disk, render};
use super::{place, put, solved};
use crate::progress::fixtures::{at, evidence, pass, passed};
use crate::progress::{Carried, Entry, Progress};

#[test]
fn the_file_reads_well() {
    let mut progress = passed(&["first_light", "second_step"]);
    progress.current = Some("third \"one\"".to_owned());
    progress.rest.insert("theme".to_owned(), "dark\nor light".into());
    progress.see_hint("third \"one\"", 3);
    progress.reset("second_step");
    insta::assert_snapshot!(render::text(&progress), @r#"
    # What has been learned here, kept by `cargo roadmap`. Commit it. Should a merge leave conflict markers
    # in it, let them be: the next pass unites both sides. Comments of yours are not kept.
    version = 1
    current = "third \"one\""
    theme = "dark\u000aor light"

    exercises.first_light.passed = { at = 2027-01-15T08:00:00Z, checks = ["compile", "test"], content = "rules", source = "text of first_light", toolchain = "1.95.0" }

    exercises.second_step.earlier = [{ at = 2027-01-15T08:00:01Z, checks = ["compile", "test"], content = "rules", source = "text of second_step", toolchain = "1.95.0" }]

    exercises."third \"one\"".hints = 1
    "#);
}

#[test]
fn what_is_written_is_what_was_meant() {
    let (_dir, path) = place();
    let store = Store::new(&path);
    let mut wanted = passed(&["a", "b c", "ünïcode", "", "x.y"]);
    wanted.current = Some("a\u{7}\\".to_owned());
    wanted.rest.insert(
        "later".to_owned(),
        "[[v]]\nw = 1.5\nd = 2026-01-01\n".parse::<toml::Table>().unwrap().into(),
    );
    let mut partial = evidence(7);
    partial.partial = true;
    partial.rest.insert("machine".to_owned(), "desk".into());
    let entry = Entry {
        evidence: Some(partial),
        hints: 2,
        tried: Some(at(3)),
        carried: Some(Carried::Own),
        first: [(2, (Some(90), false)), (11, (None, true))].into(),
        ..Entry::default()
    };
    wanted.entries.insert("full".to_owned(), entry);
    store.update(|progress| *progress = wanted.clone()).unwrap();
    let loaded = store.load();
    assert_eq!(loaded.progress, wanted);
    assert_eq!(loaded.notices, [""; 0]);
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let (dir, path) = place();
    let store = Store::new(&path);
    store.update(|_| ()).unwrap();
    assert!(!path.exists());
    store.update(|progress| *progress = passed(&["a"])).unwrap();
    let text = format!("{}# a remark\n", std::fs::read_to_string(&path).unwrap());
    put(&path, &text);
    store.update(|progress| assert!(!progress.record(&pass("a"), at(9)))).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    store.update(|progress| assert!(progress.record(&pass("b"), at(9)))).unwrap();
    assert_eq!(std::fs::read_to_string(path.with_extension("toml.bak")).unwrap(), text);
    let mut names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["progress.lock", "progress.toml", "progress.toml.bak"]);
}

#[test]
fn a_crash_before_the_rename_leaves_the_old_file_and_its_litter_goes_with_the_next_write() {
    let (dir, path) = place();
    let store = Store::new(&path);
    store.update(|progress| *progress = passed(&["a"])).unwrap();
    let litter = dir.path().join(".progress-k1ll3d.tmp");
    put(&litter, &render::text(&passed(&["a", "b"]))[..40]);
    assert_eq!(solved(&store), ["a"]);
    assert!(store.load().notices.is_empty());
    store
        .update(|progress| {
            progress.record(&pass("c"), at(9));
        })
        .unwrap();
    assert_eq!(solved(&store), ["a", "c"]);
    assert!(!litter.exists());
}

#[test]
fn two_threads_with_fifty_passes_each_lose_none() {
    let (_dir, path) = place();
    std::thread::scope(|scope| {
        for who in ["ada", "ben"] {
            let store = Store::new(&path);
            scope.spawn(move || fifty(&store, who));
        }
    });
    assert_eq!(solved(&Store::new(&path)).len(), 100);
}

fn fifty(store: &Store, who: &str) {
    for number in 0..50 {
        store
            .update(|progress| {
                progress.record(&pass(&format!("{who}_{number}")), at(number));
            })
            .unwrap();
    }
}

#[test]
fn two_processes_with_fifty_passes_each_lose_none() {
    let (dir, path) = place();
    #[expect(clippy::disallowed_methods, reason = "a second instance, to share the state file with")]
    let mut other = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", "progress::store::tests::writing::second_instance"])
        .current_dir(dir.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    fifty(&Store::new(&path), "ada");
    assert!(other.wait().unwrap().success());
    assert_eq!(solved(&Store::new(&path)).len(), 100);
}

#[test]
#[ignore = "the other process of the test above; records in the directory it is started in"]
fn second_instance() {
    let dir = std::env::current_dir().unwrap();
    assert!(!dir.join("Cargo.toml").exists(), "started by hand");
    fifty(&Store::new(dir.join("progress.toml")), "ben");
}

#[test]
fn a_lock_that_nobody_gives_back_is_an_error_and_not_a_wait_for_ever() {
    let (_dir, path) = place();
    let mut store = Store::new(&path);
    store.patience = Duration::from_millis(60);
    let held = disk::lock(&path, Duration::ZERO).unwrap();
    let refused = store.update(|progress| *progress = passed(&["a"]));
    assert!(matches!(refused, Err(StoreError::Busy { .. })), "{refused:?}");
    assert!(store.load().notices.is_empty(), "reading needs no lock");
    drop(held);
    store.update(|progress| *progress = passed(&["a"])).unwrap();
}

#[test]
fn a_newer_layout_is_read_and_never_written() {
    let (_dir, path) = place();
    let text = render::text(&passed(&["a"])).replace("version = 1", "version = 2");
    put(&path, &text);
    let store = Store::new(&path);
    assert_eq!(solved(&store), ["a"]);
    assert!(store.load().notices[0].contains("newer cargo roadmap"), "{:?}", store.load().notices);
    let refused = store.update(|progress| {
        progress.record(&pass("b"), at(1));
    });
    assert!(matches!(refused, Err(StoreError::Newer { version: 2, .. })), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_refused_write_tells_read_only_from_the_rest() {
    use std::io::{Error, ErrorKind};
    for (kind, read_only) in [
        (ErrorKind::PermissionDenied, true),
        (ErrorKind::ReadOnlyFilesystem, true),
        (ErrorKind::StorageFull, false),
        (ErrorKind::NotFound, false),
    ] {
        let error = disk::refusal("d/progress.toml".as_ref(), "written", Error::from(kind));
        assert_eq!(matches!(error, StoreError::ReadOnly { .. }), read_only, "{kind}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_directory_that_takes_no_files_is_read_only_and_still_loads() {
    // The kernel refuses new files here to everybody, root included.
    let store = Store::new("/sys/kernel/progress.toml");
    assert_eq!(store.load().progress, Progress::default());
    let refused = store.update(|progress| *progress = passed(&["a"]));
    assert!(matches!(refused, Err(StoreError::ReadOnly { .. })), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_are_a_usual_files() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, path) = place();
    let real = dir.path().join("elsewhere.toml");
    put(&real, render::text(&passed(&["a"])));
    std::os::unix::fs::symlink(&real, &path).unwrap();
    let store = Store::new(&path);
    store
        .update(|progress| {
            progress.record(&pass("b"), at(1));
        })
        .unwrap();
    assert!(path.is_symlink());
    assert_eq!(solved(&store), ["a", "b"]);
    let mode = std::fs::metadata(&real).unwrap().permissions().mode();
    assert_eq!(mode & 0o400, 0o400);
    assert_eq!(mode & 0o111, 0, "{mode:o}");
}
