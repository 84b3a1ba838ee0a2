//! The state file under everything that can happen to it.

mod bytes;
mod damage;
mod merges;
mod writing;

use std::path::PathBuf;

use super::Store;

/// A directory that goes away with the test, and the state file's path in it.
fn place() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("progress.toml");
    (dir, path)
}

#[expect(clippy::disallowed_methods, reason = "tests damage state files in every way")]
fn put(path: &std::path::Path, bytes: impl AsRef<[u8]>) {
    std::fs::write(path, bytes).unwrap();
}

/// The names of the exercises that count as solved.
fn solved(store: &Store) -> Vec<String> {
    let progress = store.load().progress;
    progress.entries.iter().filter(|(_, e)| e.evidence.is_some()).map(|(name, _)| name.clone()).collect()
}
