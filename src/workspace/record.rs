//! What a workspace got from its set, as hashes: `.roadmap/files.toml`. By it an update tells a file that nobody
//! touched from one that holds somebody's work. It must not decide what becomes of either.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::package::Files;
use super::{OURS, Workspace, WorkspaceError, write_whole};

const NAME: &str = "files.toml";

/// The files that a set gave, each with the hash of what it gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Record {
    /// By paths with `/`, so that a workspace can be shared between systems.
    #[serde(default)]
    files: BTreeMap<String, String>,
}

impl Record {
    /// The record of these files.
    #[must_use]
    pub fn of(files: &Files) -> Self {
        Self { files: files.iter().map(|(path, bytes)| (slashes(path), hash(bytes))).collect() }
    }

    /// Whether this is what the set gave under this path.
    #[must_use]
    pub fn is_as_given(&self, path: &Path, bytes: &[u8]) -> bool {
        self.files.get(&slashes(path)).is_some_and(|given| *given == hash(bytes))
    }

    /// Whether the set gave a file with this path.
    #[must_use]
    pub fn knows(&self, path: &Path) -> bool {
        self.files.contains_key(&slashes(path))
    }

    /// The paths of all files that the set gave.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.files.keys().map(PathBuf::from)
    }

    /// Whether nothing is recorded: the workspace is older than records, or the file is gone.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn text(&self) -> String {
        let body = toml::to_string(self).unwrap_or_default();
        format!(
            "# What this workspace got from its set: `cargo roadmap update` tells by it what is yours.\n{body}"
        )
    }
}

impl Workspace {
    /// What was recorded; nothing where that cannot be read, and then every file counts as somebody's work.
    #[must_use]
    pub fn record(&self) -> Record {
        let text = std::fs::read_to_string(self.root().join(OURS).join(NAME)).unwrap_or_default();
        toml::from_str(&text).unwrap_or_default()
    }

    /// Records what the set gave.
    pub fn keep_record(&self, record: &Record) -> Result<(), WorkspaceError> {
        write_whole(&self.root().join(OURS).join(NAME), record.text().as_bytes())
    }

    /// Records one more file, or another content of it.
    pub(super) fn record_also(&self, path: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
        let mut record = self.record();
        record.files.insert(slashes(path), hash(bytes));
        self.keep_record(&record)
    }
}

/// Whether two contents of a file are the same, whatever their line ends are.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one == other || hash(one) == hash(other)
}

fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// Half of a hash tells two versions of an exercise apart, and the file stays readable. Line ends do not count: git
/// may change them on the way.
fn hash(bytes: &[u8]) -> String {
    let plain: Vec<u8> = match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\r') => text.replace("\r\n", "\n").into_bytes(),
        _ => bytes.to_vec(),
    };
    blake3::hash(&plain).to_hex()[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_given_is_known_whatever_git_did_to_its_line_ends() {
        let files = Files::from([(PathBuf::from("exercises/a.rs"), b"one\ntwo\n".to_vec())]);
        let record: Record = toml::from_str(&Record::of(&files).text()).unwrap();
        let path = Path::new("exercises/a.rs");
        assert!(record.is_as_given(path, b"one\ntwo\n") && record.is_as_given(path, b"one\r\ntwo\r\n"));
        assert!(!record.is_as_given(path, b"one\n") && !record.is_as_given(Path::new("b.rs"), b""));
    }
}
