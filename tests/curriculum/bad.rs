//! Sets that a stranger made to harm: each is refused with the file, the line where there is one, and how to mend it, and
//! nothing of it reaches a screen as it is.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::support::{Files, INFO, NUMBERS_TOML, WORDS_TOML, entry};

/// What is told, after looking whether it names the place and the mend.
fn refused(files: &Files, place: &str) -> String {
    let Err(error) = files.load() else { panic!("a set with a fault in {place} was taken") };
    let told = error.to_string();
    assert!(told.contains(place), "{place} is not named: {told}");
    assert!(error.faults.iter().all(|fault| !fault.help.is_empty()), "a fault without a mend: {told}");
    assert!(!told.chars().any(|c| c.is_control() && c != '\n'), "it would write on the screen: {told:?}");
    told
}

/// A set of the first format whose only exercise has this name and this directory.
fn one(name: &str, dir: &str) -> Files {
    let entry = format!("[[exercises]]\nname = '{name}'\ndir = '{dir}'\nhint = \"h\"\n");
    Files::default().with("info.toml", &format!("format_version = 1\n{entry}"))
}

#[test]
fn names_and_directories_that_leave_the_set() {
    let names = [
        "..",
        "../up",
        "/etc/passwd",
        "C:x",
        "C:\\x",
        "\\\\host\\share",
        "nul",
        "COM1",
        "a/b",
        "",
        "a.",
        "a ",
    ];
    for name in names {
        refused(&one(name, "doors"), "info.toml:3");
        refused(&Files::good().with(WORDS_TOML, &entry(&name.replace('\\', "\\\\"), "")), "topic.toml:2");
    }
    for dir in
        ["..", "../..", "a/../../b", "/etc", "C:", "C:\\x", "\\\\host\\share", "aux", "a/con", "a//b", "./a"]
    {
        refused(&one("door", dir), "info.toml:4");
    }
    for pattern in ["../**", "/etc/*", "C:\\\\x", "tests/nul", "a/../../b"] {
        refused(&Files::good().greet(&format!("locked = [\"{pattern}\"]")), "topic.toml:7");
    }
}

#[test]
fn circles_and_names_that_stand_twice() {
    let circle = INFO.replacen("title = \"Words\"", "title = \"Words\"\nrequires = [\"loops\"]", 1);
    refused(&Files::good().with("info.toml", &circle), "info.toml:");
    refused(
        &Files::good()
            .with("info.toml", &INFO.replacen("requires = [\"words\"]", "requires = [\"numbers\"]", 1)),
        "info.toml:",
    );
    let twice = entry("greet", "") + &entry("greet", "");
    refused(&Files::good().with(WORDS_TOML, &twice), "topic.toml:");
    refused(&Files::good().plus("greet", ""), "topic.toml:");
    let door = "[[exercises]]\nname = \"door\"\nhint = \"\"\n";
    let same = format!("format_version = 1\n{door}{door}");
    refused(&Files::default().with("info.toml", &same).with("exercises/door.rs", ""), "info.toml:6");
}

#[test]
fn more_than_anybody_writes() {
    let flood: String = (0..100_000).map(|place| entry(&format!("e{place}"), "")).collect();
    let begun = std::time::Instant::now();
    refused(&Files::good().with(WORDS_TOML, &flood), WORDS_TOML);
    let mut flood = "format_version = 1\n".to_owned();
    for place in 0..100_000 {
        write!(flood, "[[exercises]]\nname = \"e{place}\"\nhint = \"\"\n").unwrap();
    }
    refused(&Files::default().with("info.toml", &flood), "info.toml");
    refused(&Files::good().with(WORDS_TOML, &"#".repeat(50 << 20)), WORDS_TOML);
    refused(&Files::good().with("info.toml", &"a = 1\n".repeat(9 << 20)), "info.toml");
    // Generous, for an unoptimised build on a busy machine; what it must not be is minutes.
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[test]
fn what_is_no_text_and_what_would_write_on_a_screen() {
    let mut files = Files::good();
    files.0.insert(WORDS_TOML.to_owned(), b"[[exercises]]\nname = \"caf\xe9\"\n".to_vec());
    refused(&files, "topic.toml");
    let mut files = Files::good();
    files.0.insert("info.toml".to_owned(), b"\xff\xfef\0o\0".to_vec());
    refused(&files, "info.toml");
    for odd in ["\\u001b[2J", "\\u001b]0;mine\\u0007", "\\u009b31m", "\\u0000", "a\\rb", "\\u202eleft"] {
        refused(&Files::good().greet(&format!("hints = [\"{odd}\"]")), "topic.toml:7");
        let info = format!("format_version = 1\n[[exercises]]\nname = \"door\"\nhint = \"{odd}\"\n");
        refused(&Files::default().with("info.toml", &info).with("exercises/door.rs", ""), "info.toml:4");
    }
}

#[test]
fn a_refused_set_leaves_no_trace() {
    let outer = tempfile::tempdir().unwrap();
    let snapshot = || -> BTreeMap<_, _> {
        let mut found = BTreeMap::new();
        let mut todo = vec![outer.path().to_path_buf()];
        while let Some(dir) = todo.pop() {
            for entry in std::fs::read_dir(dir).unwrap().flatten() {
                if entry.path().is_dir() {
                    todo.push(entry.path());
                }
                found.insert(entry.path(), entry.metadata().unwrap().modified().unwrap());
            }
        }
        found
    };
    let bad = [
        one("../up", "doors"),
        one("door", "../../beside"),
        Files::good().plus("greet", ""),
        Files::good().with(NUMBERS_TOML, "x"),
    ];
    for (place, files) in bad.iter().enumerate() {
        let set = outer.path().join(format!("set{place}"));
        for (path, bytes) in &files.0 {
            let path = set.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            put(&path, bytes);
        }
    }
    let before = snapshot();
    for place in 0..bad.len() {
        let set = outer.path().join(format!("set{place}"));
        let mut command = roadmap();
        let output = command.arg("init").current_dir(&set).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(4), "{told}");
        assert!(told.contains(".toml:") && told.contains("help"), "{told}");
    }
    assert_eq!(snapshot(), before, "something was written");
}

#[expect(clippy::disallowed_methods, reason = "a test lays out what it looks at")]
fn put(path: &std::path::Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
}

#[expect(clippy::disallowed_methods, reason = "a test starts the program itself")]
fn roadmap() -> std::process::Command {
    std::process::Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"))
}
