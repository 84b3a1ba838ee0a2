//! Sets on disk: nothing outside of them is read, whatever lies in them.

use std::path::Path;

use cargo_roadmap::curriculum::{SetSource, load};

use crate::support::{Files, WORDS, WORDS_TOML};

#[expect(clippy::disallowed_methods, reason = "the tests write their own fixtures")]
fn put(root: &Path, path: &str, bytes: &[u8]) {
    let full = root.join(path);
    std::fs::create_dir_all(full.parent().unwrap()).unwrap();
    std::fs::write(full, bytes).unwrap();
}

/// The set in a directory, with another directory beside it.
fn laid(files: &Files) -> (tempfile::TempDir, SetSource) {
    let outer = tempfile::tempdir().unwrap();
    for (path, bytes) in &files.0 {
        put(&outer.path().join("set"), path, bytes);
    }
    put(outer.path(), "beside/secret.rs", b"secret");
    let source = SetSource::dir(outer.path().join("set"));
    (outer, source)
}

fn faults(source: &SetSource) -> String {
    load(source, WORDS).map_or_else(|error| error.to_string(), |_| String::new())
}

#[test]
fn what_is_there_is_read_and_nothing_else() {
    let (_outer, source) = laid(&Files::good());
    assert_eq!(faults(&source), "");
    assert_eq!(source.name(), "set");
    assert!(source.has("info.toml") && !source.has("exercises") && !source.has("nothing"));
    for path in ["../beside/secret.rs", "/etc/passwd", "exercises/../../beside/secret.rs", "C:\\x", ""] {
        assert!(
            source.read(path).is_err() && !source.has(path) && source.list(path.to_owned() + "/").is_empty()
        );
    }
    assert_eq!(source.list("solutions").len(), 2);
    assert_eq!(source.list("kit").len(), 0);
}

#[test]
fn a_directory_that_is_no_set_says_so() {
    let dir = tempfile::tempdir().unwrap();
    assert!(faults(&SetSource::dir(dir.path())).contains("info.toml is missing"));
    assert!(faults(&SetSource::dir(dir.path().join("nothing"))).contains("info.toml is missing"));
}

#[test]
fn build_output_is_no_part_of_a_set() {
    let (outer, source) = laid(&Files::good());
    let before = load(&source, WORDS).unwrap().revision;
    put(&outer.path().join("set"), "exercises/1_first/01_words/greet/target/debug/x", b"x");
    put(&outer.path().join("set"), "target/x", b"x");
    let again = SetSource::dir(outer.path().join("set"));
    assert_eq!(load(&again, WORDS).unwrap().revision, before);
}

#[test]
fn large_files_are_refused_before_they_are_read() {
    let (outer, source) = laid(&Files::good());
    let file = std::fs::File::options().write(true).open(outer.path().join("set").join(WORDS_TOML)).unwrap();
    // A hole: nothing of it is on the disk.
    file.set_len(50 * 1024 * 1024 * 1024).unwrap();
    let begun = std::time::Instant::now();
    assert!(faults(&source).contains("topic.toml is larger than 2048 KiB"));
    assert!(begun.elapsed().as_secs() < 10);
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_out_of_the_set_is_refused() {
        let (outer, source) = laid(&Files::good());
        let words = outer.path().join("set/exercises/1_first/01_words");
        symlink(outer.path().join("beside/secret.rs"), words.join("link.rs")).unwrap();
        assert!(source.read("exercises/1_first/01_words/link.rs").is_err());
        assert!(!source.has("exercises/1_first/01_words/link.rs"));
        assert!(faults(&source).contains("link.rs is a link that leads out of the set"));
    }

    #[test]
    fn a_link_to_a_directory_is_refused_even_in_a_circle() {
        for target in ["../..", "../../../../beside"] {
            let (outer, source) = laid(&Files::good());
            symlink(target, outer.path().join("set/exercises/1_first/01_words/link")).unwrap();
            assert!(
                faults(&source).contains("is a link that leads out of the set or to a directory"),
                "{target}"
            );
            assert!(source.read("exercises/1_first/01_words/link/secret.rs").is_err());
        }
    }

    #[test]
    fn a_link_inside_the_set_and_the_set_itself_as_a_link_are_fine() {
        let (outer, _) = laid(&Files::good());
        symlink("greet.rs", outer.path().join("set/exercises/1_first/01_words/same.rs")).unwrap();
        symlink("set", outer.path().join("alias")).unwrap();
        let alias = SetSource::dir(outer.path().join("alias"));
        assert_eq!(faults(&alias), "");
        assert!(alias.has("exercises/1_first/01_words/same.rs"));
    }

    #[test]
    fn a_broken_link_and_a_name_without_text_are_refused() {
        let (outer, source) = laid(&Files::good());
        let words = outer.path().join("set/exercises/1_first/01_words");
        symlink("nowhere", words.join("link.rs")).unwrap();
        assert!(faults(&source).contains("link.rs is a link"));
        std::fs::remove_file(words.join("link.rs")).unwrap();
        std::fs::create_dir(words.join(OsStr::from_bytes(b"\xff\x1b"))).unwrap();
        let told = faults(&source);
        assert!(told.contains("it is not valid UTF-8") && !told.contains('\u{1b}'), "{told}");
    }

    #[test]
    fn names_that_other_systems_misread_are_refused() {
        for name in ["nul", "a:b", "back\\slash", "ends."] {
            let (outer, source) = laid(&Files::good());
            put(&outer.path().join("set/exercises"), name, b"");
            assert!(faults(&source).contains("is refused"), "{name}: {}", faults(&source));
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_pipe_is_not_waited_for() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let (outer, source) = laid(&Files::good().without("exercises/1_first/01_words/greet.rs"));
        let pipe = outer.path().join("set/exercises/1_first/01_words/greet.rs");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        assert!(faults(&source).contains("greet.rs is not a regular file"));
    }
}
