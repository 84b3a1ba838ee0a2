//! The files of a set, from a directory or from the binary, behind one small interface. It reads only what
//! lies inside the set: no link, no `..`, no absolute path leads out of it. It must not interpret them.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

use super::embedded;
use super::validate::{CurriculumError, Fault};

/// More than any file of a set needs; a larger one is refused before it is read.
const LARGEST: u64 = 2 * 1024 * 1024;

/// Names that Windows keeps for devices, with or without an ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Where a set's files come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetSource {
    /// The set inside the binary.
    BuiltIn,
    /// A directory with an `info.toml`.
    Dir(PathBuf),
}

impl SetSource {
    /// The set inside the binary.
    #[must_use]
    pub fn built_in() -> Self {
        Self::BuiltIn
    }

    /// A set on disk.
    #[must_use]
    pub fn dir(root: PathBuf) -> Self {
        Self::Dir(root)
    }

    /// What people call it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::BuiltIn => "cargo-roadmap".to_owned(),
            Self::Dir(root) => {
                let full = root.canonicalize().unwrap_or_else(|_| root.clone());
                full.file_name().map_or_else(|| "set".to_owned(), |name| name.to_string_lossy().into_owned())
            }
        }
    }

    /// The bytes of a file.
    pub fn read(&self, path: &Path) -> Result<Cow<'static, [u8]>, CurriculumError> {
        let refuse = |what: String, help: &str| CurriculumError::one(Fault::new(path, what, help));
        if let Some(why) = unsafe_path(path) {
            return Err(refuse(why, "name a file inside the set, with plain names and `/`"));
        }
        match self {
            Self::BuiltIn => embedded::read(path).map(Cow::Borrowed).ok_or_else(|| missing(path)),
            Self::Dir(root) => {
                let inside = inside(root, path).map_err(|why| refuse(why, "put the file itself there"))?;
                let meta = std::fs::metadata(&inside).map_err(|_| missing(path))?;
                if meta.len() > LARGEST {
                    let what = format!("the file has {} bytes; at most {LARGEST} are read", meta.len());
                    return Err(refuse(what, "split it, or make large data when the test runs"));
                }
                let bytes =
                    std::fs::read(&inside).map_err(|error| refuse(error.to_string(), "make it readable"))?;
                Ok(Cow::Owned(bytes))
            }
        }
    }

    /// A file as text.
    pub fn text(&self, path: &Path) -> Result<String, CurriculumError> {
        let bytes = self.read(path)?.into_owned();
        String::from_utf8(bytes).map_err(|error| {
            let line =
                error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count();
            let fault = Fault::new(path, "the file is not UTF-8 text", "save it as UTF-8");
            CurriculumError::one(fault.at(line + 1))
        })
    }

    /// Whether a file is there.
    #[must_use]
    pub fn has(&self, path: &Path) -> bool {
        match self {
            Self::BuiltIn => embedded::read(path).is_some(),
            Self::Dir(root) => unsafe_path(path).is_none() && root.join(path).is_file(),
        }
    }

    /// All files below a directory, sorted; links are left out.
    #[must_use]
    pub fn list(&self, below: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        match self {
            Self::BuiltIn => embedded::list(below, &mut found),
            Self::Dir(root) if inside(root, below).is_ok() => walk(root, below, &mut found, 0),
            Self::Dir(_) => {}
        }
        found.sort();
        found
    }
}

fn missing(path: &Path) -> CurriculumError {
    CurriculumError::one(Fault::new(path, "the file is not there", "add it, or take its entry out"))
}

/// Why a path may not be used, if it may not.
pub(super) fn unsafe_path(path: &Path) -> Option<String> {
    let text = path.to_string_lossy();
    if text.contains([':', '\\', '\0']) {
        return Some(format!("the path `{text}` holds a character that is no name on every system"));
    }
    for part in path.components() {
        let Component::Normal(name) = part else {
            return Some(format!("the path `{text}` leads out of the set"));
        };
        let name = name.to_string_lossy().to_lowercase();
        let stem = name.split('.').next().unwrap_or_default();
        if RESERVED.contains(&stem) {
            return Some(format!("`{name}` is a device on Windows"));
        }
    }
    None
}

/// The file, if no part of the way to it is a link.
fn inside(root: &Path, path: &Path) -> Result<PathBuf, String> {
    let mut at = root.to_path_buf();
    for part in path.components() {
        at.push(part);
        if at.symlink_metadata().is_ok_and(|meta| meta.is_symlink()) {
            return Err(format!("{} is a link, which may lead out of the set", path.display()));
        }
    }
    Ok(at)
}

fn walk(root: &Path, below: &Path, found: &mut Vec<PathBuf>, depth: usize) {
    // No set is deeper; a directory that contains itself by a mount would never end.
    if depth > 12 || unsafe_path(below).is_some() {
        return;
    }
    let Ok(entries) = std::fs::read_dir(root.join(below)) else { return };
    for entry in entries.flatten() {
        let path = below.join(entry.file_name());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && entry.file_name() != "target" => walk(root, &path, found, depth + 1),
            Ok(kind) if kind.is_file() => found.push(path),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_out_are_refused() {
        for path in ["../a", "/etc/passwd", "a/../../b", "C:/a", "a\\b", "exercises/con.rs", "NUL"] {
            assert!(unsafe_path(Path::new(path)).is_some(), "{path}");
        }
        assert_eq!(unsafe_path(Path::new("exercises/1_core/01_variables/first_light.rs")), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_set_is_refused_and_not_listed() {
        let dir = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/etc", dir.path().join("exercises")).unwrap();
        let set = SetSource::dir(dir.path().to_path_buf());
        let error = set.read(Path::new("exercises/passwd")).unwrap_err();
        assert!(error.faults[0].what.contains("is a link"), "{error:?}");
        assert_eq!(set.list(Path::new("exercises")), Vec::<PathBuf>::new());
    }

    #[test]
    fn the_set_in_the_binary_has_its_map() {
        assert!(SetSource::built_in().has(Path::new("info.toml")));
    }
}
