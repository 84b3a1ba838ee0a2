//! Which sets on disk the user trusts: one file in the directory where programs of a user keep their state. A
//! workspace must not hold it: whoever hands out a set could hand out the trust in it as well.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{WorkspaceError, write_whole};

/// The file; it need not exist.
#[derive(Clone, Debug)]
pub struct Trusted {
    path: PathBuf,
}

/// What the file says.
#[derive(Debug, Default, Deserialize, Serialize)]
struct Contents {
    /// Directories of sets, each with the moment in which the directory was made.
    #[serde(default)]
    sets: BTreeMap<String, String>,
}

impl Trusted {
    /// The file in this directory of the user's.
    #[must_use]
    pub fn in_state(dir: &Path) -> Self {
        Self { path: dir.join("cargo-roadmap").join("trusted.toml") }
    }

    /// Whether the set in this directory is trusted. Another set that was put in its place later is not.
    #[must_use]
    pub fn has(&self, set: &Path) -> bool {
        let known = self.contents();
        known.sets.get(&key(set)).is_some_and(|made| *made == born(set))
    }

    /// Trusts the set in this directory from now on.
    pub fn add(&self, set: &Path) -> Result<(), WorkspaceError> {
        let mut known = self.contents();
        known.sets.insert(key(set), born(set));
        let body = toml::to_string(&known).unwrap_or_default();
        let text = format!(
            "# Exercise sets whose tests and build scripts may run with your rights, because you said so.\n\
             # Take a line out, and you are asked again.\n{body}"
        );
        write_whole(&self.path, text.as_bytes())
    }

    /// A file that cannot be understood trusts nobody.
    fn contents(&self) -> Contents {
        let text = std::fs::read_to_string(&self.path).unwrap_or_default();
        toml::from_str(&text).unwrap_or_default()
    }
}

fn key(set: &Path) -> String {
    let set = set.canonicalize().unwrap_or_else(|_| set.to_path_buf());
    set.to_string_lossy().into_owned()
}

/// When the directory was made, as far as the system knows; then all of a path is what tells sets apart.
fn born(set: &Path) -> String {
    let made = std::fs::metadata(set).and_then(|meta| meta.created()).ok();
    let since = made.and_then(|made| made.duration_since(std::time::UNIX_EPOCH).ok());
    since.map_or_else(
        || "unknown".to_owned(),
        |since| format!("{}.{:09}", since.as_secs(), since.subsec_nanos()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trust_is_for_one_directory_and_ends_with_it() {
        let home = tempfile::tempdir().unwrap();
        let trusted = Trusted::in_state(&home.path().join("state"));
        let (one, other) = (home.path().join("one"), home.path().join("other"));
        std::fs::create_dir(&one).unwrap();
        std::fs::create_dir(&other).unwrap();
        assert!(!trusted.has(&one));
        trusted.add(&one).unwrap();
        assert!(trusted.has(&one) && !trusted.has(&other));
        trusted.add(&other).unwrap();
        assert!(trusted.has(&one) && trusted.has(&other));
        if born(&one) != "unknown" {
            std::fs::remove_dir(&one).unwrap();
            std::fs::create_dir(&one).unwrap();
            assert!(!trusted.has(&one), "another set in the same place");
        }
    }

    #[test]
    fn a_broken_file_trusts_nobody() {
        let home = tempfile::tempdir().unwrap();
        let trusted = Trusted::in_state(home.path());
        trusted.add(home.path()).unwrap();
        write_whole(&trusted.path, b"sets = 3").unwrap();
        assert!(!trusted.has(home.path()));
    }
}
