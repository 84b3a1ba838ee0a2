//! Packages: several files that a learner edits together, and the directory in which cargo builds them, which stays
//! from run to run. It must not know which of the files are the learner's to change.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Workspace, WorkspaceError, lay_changed};
use crate::curriculum::Exercise;

/// The files of a package, by their paths inside of it.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// More files than anybody edits, and more bytes than anybody types: a build that went into the sources.
const MOST_FILES: usize = 2_000;
const MOST_BYTES: usize = 64 << 20;

/// How often a waiting run looks whether it may go on.
const LOOK: Duration = Duration::from_millis(20);

impl Workspace {
    /// The files of a package as the learner has them. Build output, hidden files and links are left out.
    pub fn read_package(&self, exercise: &Exercise) -> Result<Files, WorkspaceError> {
        let root = self.path_of(exercise);
        if !root.is_dir() {
            return Err(WorkspaceError::Missing(root));
        }
        files_below(&root)
    }

    /// Takes away what a package holds beyond these files, after a backup: its start is the start and nothing else.
    pub fn remove_others(&self, exercise: &Exercise, keep: &Files) -> Result<(), WorkspaceError> {
        let root = self.path_of(exercise);
        for path in files_below(&root)?.keys().filter(|path| !keep.contains_key(*path)) {
            std::fs::remove_file(root.join(path)).map_err(WorkspaceError::io(&root.join(path)))?;
        }
        Ok(())
    }
}

/// The name that a file of a set has in a workspace: cargo leaves directories that hold a `Cargo.toml` out of a
/// published package, so sets call theirs `Cargo.toml.in`.
#[must_use]
pub fn name_in_workspace(path: &Path) -> PathBuf {
    if path.file_name().is_some_and(|name| name == "Cargo.toml.in") {
        return path.with_file_name("Cargo.toml");
    }
    path.to_path_buf()
}

/// A text that stands for these files: their names and hashes. Lock files are left out: cargo changes them by itself.
#[must_use]
pub fn listing(files: &Files) -> String {
    let mut text = String::new();
    let typed = |path: &Path| path.file_name().is_some_and(|name| name != "Cargo.lock");
    for (path, bytes) in files.iter().filter(|(path, _)| typed(path)) {
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        let _ = writeln!(text, "{} {}", blake3::hash(bytes).to_hex(), parts.join("/"));
    }
    text
}

/// All files below a directory, by their paths in it. Build output, hidden files and links are left out.
pub fn files_below(root: &Path) -> Result<Files, WorkspaceError> {
    let mut files = Files::new();
    let mut bytes_so_far = 0;
    let mut todo = vec![PathBuf::new()];
    while let Some(dir) = todo.pop() {
        let here = root.join(&dir);
        for entry in std::fs::read_dir(&here).map_err(WorkspaceError::io(&here))? {
            let entry = entry.map_err(WorkspaceError::io(&here))?;
            let name = entry.file_name();
            let kind = entry.file_type().map_err(WorkspaceError::io(&here))?;
            let hidden = name.as_encoded_bytes().starts_with(b".");
            if hidden || name == "target" {
                continue;
            }
            if kind.is_dir() {
                todo.push(dir.join(name));
            } else if kind.is_file() {
                let path = here.join(&name);
                let bytes = std::fs::read(&path).map_err(WorkspaceError::io(&path))?;
                bytes_so_far += bytes.len();
                files.insert(dir.join(name), bytes);
            }
            if files.len() > MOST_FILES || bytes_so_far > MOST_BYTES {
                let source = std::io::Error::other("this package holds more than anybody writes by hand");
                return Err(WorkspaceError::Io { path: root.to_path_buf(), source });
            }
        }
    }
    Ok(files)
}

/// A directory that stays from run to run and belongs to one run at a time, of whatever process.
#[derive(Debug)]
pub struct Bench {
    root: PathBuf,
    // The lock is given back when the file is closed.
    _turn: File,
}

impl Bench {
    /// Waits for its turn; none if `give_up` says so first.
    #[expect(clippy::disallowed_methods, reason = "the home of this effect")]
    pub fn take(root: PathBuf, give_up: &dyn Fn() -> bool) -> Result<Option<Self>, WorkspaceError> {
        std::fs::create_dir_all(&root).map_err(WorkspaceError::io(&root))?;
        // cargo names files by their real paths, and so must whoever compares them. On Windows real paths have a form
        // that cargo does not use.
        let root = if cfg!(windows) { root } else { root.canonicalize().unwrap_or(root) };
        let path = root.join("turn");
        let turn = File::create(&path).map_err(WorkspaceError::io(&path))?;
        loop {
            match turn.try_lock() {
                Ok(()) => return Ok(Some(Self { root, _turn: turn })),
                Err(TryLockError::WouldBlock) if give_up() => return Ok(None),
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOOK),
                Err(TryLockError::Error(source)) => return Err(WorkspaceError::Io { path, source }),
            }
        }
    }

    /// Its directory.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Makes the directory `dir` in it hold exactly these files. What is as it shall be keeps its date, by which cargo
    /// tells whether to build again; what a build or a test left behind goes.
    pub fn lay_out(&self, dir: &Path, files: &Files) -> Result<(), WorkspaceError> {
        let root = self.root.join(dir);
        remove_strangers(&root, Path::new(""), files)?;
        for (path, bytes) in files {
            lay_changed(&root, path, bytes)?;
        }
        Ok(())
    }
}

/// Everything goes that is no file of these, links and hidden files included.
#[expect(clippy::disallowed_methods, reason = "only below a scratch directory of ours")]
fn remove_strangers(root: &Path, dir: &Path, files: &Files) -> Result<(), WorkspaceError> {
    let here = root.join(dir);
    let Ok(entries) = std::fs::read_dir(&here) else { return Ok(()) };
    for entry in entries.flatten() {
        let inside = dir.join(entry.file_name());
        let path = root.join(&inside);
        let is_dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let io = WorkspaceError::io(&path);
        if is_dir && files.keys().any(|file| file.starts_with(&inside)) {
            remove_strangers(root, &inside, files)?;
        } else if is_dir {
            std::fs::remove_dir_all(&path).map_err(io)?;
        } else if !files.contains_key(&inside) || entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            std::fs::remove_file(&path).map_err(io)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn a_bench_holds_exactly_what_was_laid_on_it_and_keeps_dates() {
        let dir = tempfile::tempdir().unwrap();
        let bench = Bench::take(dir.path().join("one"), &|| false).unwrap().unwrap();
        let at = Path::new("work");
        bench.lay_out(at, &files(&[("src/lib.rs", "a"), ("tests/t.rs", "b")])).unwrap();
        let root = bench.root().join(at);
        let date = std::fs::metadata(root.join("src/lib.rs")).unwrap().modified().unwrap();
        super::super::lay(&root, Path::new("src/left/behind.rs"), b"x").unwrap();
        super::super::lay(&root, Path::new(".cargo/config.toml"), b"x").unwrap();
        bench.lay_out(at, &files(&[("src/lib.rs", "a"), ("tests/t.rs", "c")])).unwrap();
        assert_eq!(files_below(&root).unwrap(), files(&[("src/lib.rs", "a"), ("tests/t.rs", "c")]));
        assert!(!root.join(".cargo").exists(), "hidden files go as well");
        assert_eq!(std::fs::metadata(root.join("src/lib.rs")).unwrap().modified().unwrap(), date);
    }

    #[test]
    fn one_run_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        let first = Bench::take(dir.path().to_path_buf(), &|| false).unwrap();
        assert!(Bench::take(dir.path().to_path_buf(), &|| true).unwrap().is_none());
        drop(first);
        assert!(Bench::take(dir.path().to_path_buf(), &|| true).unwrap().is_some());
    }

    #[test]
    fn the_listing_changes_with_any_file() {
        let one = listing(&files(&[("a.rs", "1"), ("b.rs", "2")]));
        assert_ne!(one, listing(&files(&[("a.rs", "1"), ("b.rs", "3")])));
        assert_ne!(one, listing(&files(&[("a.rs", "1"), ("c.rs", "2")])));
        assert!(one.ends_with("b.rs\n"));
    }
}
