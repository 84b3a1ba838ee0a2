//! What several integration tests share: the misbehaving program, and who is still alive.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Compiles `tests/fixtures/misbehave.rs` once for each test program, optimised and without debug assertions: with
/// them the standard library aborts before the processor sees a bad address.
pub(crate) fn misbehave() -> &'static Path {
    static BUILT: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("misbehave");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/misbehave.rs");
        let status = Command::new("rustc")
            .args(["--edition", "2024", "-O", "-C", "debug-assertions=off", "-o"])
            .arg(&path)
            .arg(source)
            .status()
            .unwrap();
        assert!(status.success(), "the fixture compiles");
        (dir, path)
    });
    path
}

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
