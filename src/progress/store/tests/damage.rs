//! Files that were damaged: everything readable is kept, and the user is told.

use super::super::{Store, render};
use super::{place, put, solved};
use crate::progress::fixtures::{at, pass, passed};

/// Name, damage, what is left of `a`, `b` and `c`, words of the first notice.
type Case = (&'static str, fn(&str) -> Vec<u8>, &'static [&'static str], &'static str);

const ALL: [&str; 3] = ["a", "b", "c"];

const CASES: &[Case] = &[
    ("as written", |text| text.into(), &ALL, ""),
    ("CRLF", |text| text.replace('\n', "\r\n").into(), &ALL, ""),
    ("a byte order mark", |text| format!("\u{feff}{text}").into(), &ALL, ""),
    ("reformatted", reformatted, &ALL, ""),
    ("empty", |_| Vec::new(), &[], "is empty"),
    ("only zeros", |_| vec![0; 4096], &[], "damaged"),
    ("other bytes", |_| (0..=255).cycle().take(3000).collect(), &[], "no text"),
    (
        "cut in the middle of c",
        |text| text[..text.find(".c.passed").unwrap() + 60].into(),
        &["a", "b"],
        "damaged",
    ),
    (
        "its first half gone",
        |text| text[text.find(".a.passed").unwrap() + 60..].into(),
        &["b", "c"],
        "damaged",
    ),
    ("a line of rubbish", |text| text.replacen("\n\n", "\n<<?>> { rubbish\n\n", 1).into(), &ALL, "damaged"),
    ("invalid UTF-8 in a comment", not_utf8, &ALL, "no text"),
    ("everything twice", |text| text.repeat(2).into(), &ALL, "twice"),
    (
        "a key twice",
        |text| format!("{text}exercises.a.hints = 1\nexercises.a.hints = 2\n").into(),
        &ALL,
        "twice",
    ),
    ("a broken header above", |text| format!("[[[\n{text}").into(), &ALL, "damaged"),
    ("a header of somebody above", |text| format!("[mine]\nnote = 1\n{text}").into(), &ALL, ""),
    ("a string that swallows b", swallowed, &ALL, ""),
    ("a pass without its time", |text| text.replacen("at =", "when =", 1).into(), &["b", "c"], "damaged"),
    ("the wrong types", |text| format!("{text}exercises.a.hints = 'many'\n").into(), &ALL, "damaged"),
    ("an exercise that is a number", |text| format!("{text}exercises.d = 3\n").into(), &ALL, "damaged"),
];

fn reformatted(_: &str) -> Vec<u8> {
    let passed = "at = '2026-11-24T00:27:00Z'\nsource = 'x'\nchecks = [\n  'test',\n]\n";
    ALL.map(|name| format!("[exercises.{name}.passed]\n{passed}\n")).concat().into()
}

fn not_utf8(text: &str) -> Vec<u8> {
    [b"# caf\xe9\n", text.as_bytes()].concat()
}

fn swallowed(text: &str) -> Vec<u8> {
    let text = text.replace("\nexercises.b.", "\nmine = '''\nexercises.b.");
    text.replace("\nexercises.c.", "\n'''\nexercises.c.").into()
}

#[test]
fn whatever_is_readable_is_kept_and_the_rest_is_told() {
    for (name, damage, left, words) in CASES {
        let (_dir, path) = place();
        put(&path, damage(&render::text(&passed(&ALL))));
        let store = Store::new(&path);
        assert_eq!(solved(&store), *left, "{name}");
        let notices = store.load().notices;
        assert_eq!(notices.is_empty(), words.is_empty(), "{name}: {notices:?}");
        assert!(words.is_empty() || notices[0].contains(words), "{name}: {notices:?}");
        store
            .update(|progress| {
                progress.record(&pass("new"), at(9));
            })
            .unwrap();
        assert_eq!(store.load().notices, [""; 0], "{name}: the next write repairs it");
        assert_eq!(solved(&store), [left, &["new"][..]].concat(), "{name}");
    }
}

#[test]
fn a_damaged_file_is_kept_aside_and_the_last_copy_helps_out() {
    let (dir, path) = place();
    let store = Store::new(&path);
    store.update(|progress| *progress = passed(&["a", "b"])).unwrap();
    store
        .update(|progress| {
            progress.record(&pass("c"), at(9));
        })
        .unwrap();
    let rubbish = "exercises.d.passed = { at = 2026-11-24T00:27:00Z }\nrubb";
    put(&path, rubbish);
    assert_eq!(solved(&store), ["a", "b", "d"], "the copy is from before c");
    let notices = store.load().notices;
    assert!(notices.iter().any(|notice| notice.contains("progress.toml.bak")), "{notices:?}");
    store
        .update(|progress| {
            progress.record(&pass("e"), at(10));
        })
        .unwrap();
    assert_eq!(solved(&store), ["a", "b", "d", "e"]);
    let aside = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path());
    let aside: Vec<_> = aside.filter(|path| path.to_string_lossy().contains("unreadable-2")).collect();
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(std::fs::read_to_string(&aside[0]).unwrap(), rubbish);
    let copy = std::fs::read_to_string(path.with_extension("toml.bak")).unwrap();
    assert!(!copy.contains("rubb"), "a good copy is not replaced by a damaged file");
}

#[test]
fn two_damaged_files_of_one_second_are_both_kept() {
    let (dir, path) = place();
    let store = Store::new(&path);
    for rubbish in ["rubbish", "other rubbish", "rubbish"] {
        put(&path, rubbish);
        let file = std::fs::File::options().append(true).open(&path).unwrap();
        file.set_modified(std::time::UNIX_EPOCH).unwrap();
        store.update(|_| ()).unwrap();
    }
    let names = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut kept: Vec<_> = names.filter(|name| name.contains("unreadable")).collect();
    kept.sort();
    assert_eq!(
        kept,
        ["progress.unreadable-19700101T000000Z-2.toml", "progress.unreadable-19700101T000000Z.toml"]
    );
}

#[test]
fn a_file_that_is_gone_is_replaced_by_its_copy() {
    let (_dir, path) = place();
    let store = Store::new(&path);
    store.update(|progress| *progress = passed(&["a"])).unwrap();
    store
        .update(|progress| {
            progress.record(&pass("b"), at(9));
        })
        .unwrap();
    std::fs::remove_file(&path).unwrap();
    let loaded = store.load();
    assert!(loaded.notices[0].contains("is gone"), "{:?}", loaded.notices);
    assert_eq!(solved(&store), ["a"]);
}

#[test]
fn a_file_that_cannot_be_opened_is_told_and_not_written_over() {
    let (_dir, path) = place();
    std::fs::create_dir(&path).unwrap();
    let store = Store::new(&path);
    assert!(store.load().notices[0].contains("could not be read"), "{:?}", store.load().notices);
    assert!(store.update(|progress| *progress = passed(&["a"])).is_err());
    assert!(path.is_dir());
}

#[test]
fn renames_are_followed_in_what_is_read() {
    let (_dir, path) = place();
    put(&path, render::text(&passed(&["old_name"])));
    let mut curriculum = crate::progress::fixtures::set(&[("new_name", 0, crate::curriculum::Tier::A)]);
    curriculum.exercises[0].formerly = vec!["old_name".to_owned()];
    let store = Store::new(&path).following(&curriculum);
    assert_eq!(solved(&store), ["new_name"]);
    store.update(|progress| assert!(progress.evidence("new_name").is_some())).unwrap();
}
