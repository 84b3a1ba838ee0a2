//! Damage, merges and two writers at once.

use super::*;
use crate::progress::record::tests::passed;

fn store(dir: &tempfile::TempDir) -> Store {
    Store::new(dir.path().join("progress.toml"))
}

fn pass(store: &Store, name: &str) {
    let now = jiff::Timestamp::from_second(1_800_000_000).unwrap();
    store
        .update(|progress| {
            progress.record(&passed(name), now);
        })
        .unwrap();
}

fn names(store: &Store) -> Vec<String> {
    let progress = store.load().progress;
    progress.entries.into_iter().filter(|(_, e)| e.evidence.is_some()).map(|(name, _)| name).collect()
}

#[test]
fn what_was_recorded_is_there_again() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    pass(&store, "one");
    pass(&store, "two");
    store.update(|progress| progress.current = Some("two".to_owned())).unwrap();
    assert_eq!(names(&store), ["one", "two"]);
    assert_eq!(store.load().progress.current.as_deref(), Some("two"));
    assert!(store.load().notices.is_empty());
}

#[test]
fn an_update_that_changes_nothing_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    store.update(|_| {}).unwrap();
    assert!(!dir.path().join("progress.toml").exists());
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_no_damage() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    pass(&store, "one");
    let path = dir.path().join("progress.toml");
    let text = std::fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
    replace(dir.path(), &path, format!("\u{feff}{text}").as_bytes()).unwrap();
    let loaded = store.load();
    assert_eq!((names(&store), loaded.notices), (vec!["one".to_owned()], vec![]));
}

#[test]
fn both_sides_of_a_merge_conflict_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let (ours, theirs) = (store(&dir), Store::new(dir.path().join("other.toml")));
    pass(&ours, "common");
    pass(&theirs, "common");
    pass(&ours, "mine");
    pass(&theirs, "yours");
    let read = |name: &str| std::fs::read_to_string(dir.path().join(name)).unwrap();
    let text =
        format!("<<<<<<< HEAD\n{}=======\n{}>>>>>>> topic\n", read("progress.toml"), read("other.toml"));
    replace(dir.path(), &dir.path().join("progress.toml"), text.as_bytes()).unwrap();
    assert_eq!(names(&ours), ["common", "mine", "yours"]);
    assert!(ours.load().notices[0].contains("merge"), "{:?}", ours.load().notices);
}

#[test]
fn of_a_truncated_file_whole_blocks_and_the_copy_before_are_kept_and_it_is_put_aside() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    for name in ["alpha", "beta", "gamma"] {
        pass(&store, name);
    }
    let path = dir.path().join("progress.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    replace(dir.path(), &path, &text.as_bytes()[..text.len() - 40]).unwrap();
    let loaded = store.load();
    assert!(loaded.damaged && !loaded.notices.is_empty());
    let kept = names(&store);
    assert!(kept.contains(&"alpha".to_owned()) && kept.contains(&"beta".to_owned()), "{kept:?}");
    pass(&store, "delta");
    assert!(dir.path().join("progress.toml.damaged-1").exists());
    assert!(store.load().notices.is_empty(), "it is whole again");
    assert!(names(&store).len() >= 3);
}

#[test]
fn garbage_gives_what_the_copy_before_the_last_write_holds() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    pass(&store, "one");
    pass(&store, "two");
    replace(dir.path(), &dir.path().join("progress.toml"), b"\xff\xfe\x00 nothing of ours").unwrap();
    assert_eq!(names(&store), ["one"]);
}

#[test]
fn unknown_keys_survive() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    replace(dir.path(), &dir.path().join("progress.toml"), b"later = 3\n\n[exercises.old]\nstars = 2\n")
        .unwrap();
    pass(&store, "one");
    let text = std::fs::read_to_string(dir.path().join("progress.toml")).unwrap();
    assert!(text.contains("later = 3") && text.contains("stars = 2"), "{text}");
}

#[test]
fn two_writers_lose_nothing_of_each_other() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    std::thread::scope(|scope| {
        for side in ["a", "b"] {
            let store = &store;
            scope.spawn(move || (0..50).for_each(|number| pass(store, &format!("{side}_{number:02}"))));
        }
    });
    assert_eq!(names(&store).len(), 100);
}

#[test]
fn a_crash_between_writing_and_renaming_leaves_the_old_file() {
    let dir = tempfile::tempdir().unwrap();
    let store = store(&dir);
    pass(&store, "one");
    let half = tempfile::NamedTempFile::new_in(dir.path()).unwrap();
    half.as_file().write_all(b"[exercises.o").unwrap();
    let (_, left_over) = half.keep().unwrap();
    assert!(left_over.exists());
    assert_eq!(names(&store), ["one"]);
}

proptest::proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        text::read(&bytes);
    }

    #[test]
    fn whatever_is_put_between_two_blocks_they_are_read(junk in "[a-z\\[\\]=\"\\n .]{0,60}") {
        let block = |name: &str| format!(
            "[exercises.{name}.evidence]\nat = \"2027-01-15T08:00:00Z\"\nsource = \"s\"\ncontent = \"c\"\nchecks = []\ntoolchain = \"t\"\n"
        );
        let text = format!("{}\n{junk}\n{}", block("first"), block("second"));
        let read = text::read(text.as_bytes());
        proptest::prop_assert!(read.progress.entries.contains_key("second"), "{text}");
    }
}
