//! Who is still alive: processes are told apart by a word in their command line.

use std::time::{Duration, Instant};

/// The command lines of all living processes that name `tag`.
pub(crate) fn alive(tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        if line.contains(tag) {
            found.push(format!("{}: {line}", entry.file_name().to_string_lossy()));
        }
    }
    found
}

/// Waits until nobody names `tag` any more, 2 s at most.
pub(crate) fn assert_nobody(tag: &str) {
    let until = Instant::now() + Duration::from_secs(2);
    while !alive(tag).is_empty() {
        assert!(Instant::now() < until, "still alive: {:?}", alive(tag));
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A word that no other test and no other run uses.
pub(crate) fn tag(name: &str) -> String {
    format!("tag-{name}-{}", std::process::id())
}
