//! What several integration tests share: the misbehaving program, and who is still alive.

mod nobody;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

pub(crate) use nobody::{alive, assert_nobody, tag};

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
