//! Somebody with a home of their own, and what lies in a directory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A person whose state and whose sets are theirs alone.
pub(crate) struct Author {
    home: tempfile::TempDir,
}

impl Author {
    pub(crate) fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    /// A path in their home.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.home.path().canonicalize().unwrap().join(path)
    }

    pub(crate) fn command(&self, cwd: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"));
        command
            .args(args)
            .current_dir(self.at(cwd))
            .env("COLUMNS", "100")
            .env("XDG_STATE_HOME", self.at("state"));
        for name in ["NO_COLOR", "CARGO_TERM_COLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        command
    }

    pub(crate) fn roadmap(&self, cwd: &str, args: &[&str]) -> Output {
        self.command(cwd, args).output().unwrap()
    }

    /// The same, which has to end well.
    #[track_caller]
    pub(crate) fn does(&self, cwd: &str, args: &[&str]) -> String {
        let output = self.roadmap(cwd, args);
        assert!(output.status.success(), "{args:?}: {}{}", text(&output.stdout), text(&output.stderr));
        text(&output.stdout)
    }

    /// The same, which has to be refused as wrong use; what was said.
    #[track_caller]
    pub(crate) fn is_refused(&self, cwd: &str, args: &[&str]) -> String {
        let output = self.roadmap(cwd, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
        text(&output.stderr)
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// All files below a directory with their contents, but for what can be made again.
pub(crate) fn tree(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut todo = vec![dir.to_path_buf()];
    while let Some(here) = todo.pop() {
        for entry in std::fs::read_dir(&here).unwrap().flatten() {
            let path = entry.path();
            let inside = path.strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                if ![".git", ".roadmap/cache", ".roadmap/backup"].contains(&inside.as_str()) {
                    todo.push(path);
                }
            } else {
                found.insert(inside, text(&std::fs::read(&path).unwrap()));
            }
        }
    }
    found
}

/// What became of the files: `+` new, `-` gone, `~` another content.
pub(crate) fn diff(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<String> {
    let gone = before.keys().filter(|path| !after.contains_key(*path)).map(|path| format!("- {path}"));
    let new = after.iter().filter_map(|(path, text)| match before.get(path) {
        None => Some(format!("+ {path}")),
        Some(old) if old != text => Some(format!("~ {path}")),
        Some(_) => None,
    });
    let mut all: Vec<String> = gone.chain(new).collect();
    all.sort_by(|a, b| a[2..].cmp(&b[2..]));
    all
}
