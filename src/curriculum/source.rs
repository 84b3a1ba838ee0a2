//! The files of a set, from a directory on disk or from the binary, behind one small interface. It must
//! not understand what the files say, and never reads or lists anything outside of the set.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use super::disk;
use super::embedded;
use super::paths::{PathFault, checked};
use super::validate::CurriculumError;

/// What a set consists of; other files beside them are none of its business.
pub(super) const PARTS: &[&str] = &["crates", "exercises", "info.toml", "kit", "solutions"];

/// More files than any set needs: a listing stops here.
pub(super) const MOST_FILES: usize = 150_000;

/// The files of one set and what it is called.
#[derive(Debug)]
pub struct SetSource {
    name: String,
    files: SetFiles,
    revision: OnceLock<String>,
}

/// Where the files of a set are.
pub(super) enum SetFiles {
    /// Below this directory, its path free of links.
    Disk(PathBuf),
    /// In memory, by path with `/`: those in the binary are borrowed.
    Held(Held),
}

/// Files in memory.
pub(super) type Held = BTreeMap<Cow<'static, str>, Cow<'static, [u8]>>;

impl fmt::Debug for SetFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(root) => f.debug_tuple("Disk").field(root).finish(),
            Self::Held(files) => write!(f, "Held({} files)", files.len()),
        }
    }
}

/// Why a file of a set could not be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum SourceError {
    /// The path itself is refused.
    #[error("the path {path:?} is refused: {why}")]
    Path {
        /// As it was asked for.
        path: PathBuf,
        /// What is wrong with it.
        why: PathFault,
    },
    /// There is no such file.
    #[error("{path} is missing")]
    Missing {
        /// Relative to the set.
        path: String,
    },
    /// A link points somewhere else.
    #[error("{path} is a link that leads out of the set or to a directory")]
    Link {
        /// Relative to the set.
        path: String,
    },
    /// Bytes that are no UTF-8.
    #[error("{path} is not UTF-8 text")]
    NotText {
        /// Relative to the set.
        path: String,
    },
    /// A directory, a pipe, a device.
    #[error("{path} is not a regular file")]
    NotAFile {
        /// Relative to the set.
        path: String,
    },
    /// More than anybody writes by hand.
    #[error("{path} is larger than {} KiB", .limit / 1024)]
    TooLarge {
        /// Relative to the set.
        path: String,
        /// The largest that is read, in bytes.
        limit: u64,
    },
    /// More files than a set has, or deeper directories.
    #[error("{path} holds too many files (more than {MOST_FILES}) or is nested too deeply")]
    TooMany {
        /// Relative to the set.
        path: String,
    },
    /// The system says no.
    #[error("{path} cannot be read: {why}")]
    Io {
        /// Relative to the set, or the set itself.
        path: String,
        /// In the system's words.
        why: io::Error,
    },
}

impl SourceError {
    /// The file it is about, relative to the set.
    pub(super) fn path(&self) -> PathBuf {
        match self {
            Self::Path { path, .. } => path.clone(),
            Self::Missing { path }
            | Self::Link { path }
            | Self::NotText { path }
            | Self::NotAFile { path }
            | Self::TooLarge { path, .. }
            | Self::TooMany { path }
            | Self::Io { path, .. } => PathBuf::from(path),
        }
    }

    /// What to do about it.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::Path { .. } => "name a file below the set, with plain names and `/`",
            Self::Missing { .. } => "write the file, or take away what names it",
            Self::Link { .. } => "put the file itself in the place of the link",
            Self::NotText { .. } => "save the file with the encoding UTF-8",
            Self::NotAFile { .. } => "a set consists of ordinary files in directories",
            Self::TooLarge { .. } => "split it, or build large data in the exercise",
            Self::TooMany { .. } => "remove build output and other generated files from the set",
            Self::Io { .. } => "look at the permissions of the file and of its directory",
        }
    }
}

impl SetSource {
    /// The set in the binary.
    #[must_use]
    pub fn built_in() -> Self {
        embedded::set()
    }

    /// The set in this directory. It is called as the directory is. Whether there is one shows when it
    /// is read.
    #[must_use]
    pub fn dir(root: impl Into<PathBuf>) -> Self {
        let root = root.into();
        let root = root.canonicalize().unwrap_or(root);
        let name = root.file_name().map_or_else(|| "set".to_owned(), |n| n.to_string_lossy().into_owned());
        Self::new(name, SetFiles::Disk(root))
    }

    /// A set of files that are not on disk, for tests and for tools that make sets.
    pub fn in_memory<P: AsRef<Path>>(
        name: &str,
        files: impl IntoIterator<Item = (P, Vec<u8>)>,
    ) -> Result<Self, CurriculumError> {
        let mut held = BTreeMap::new();
        for (path, bytes) in files {
            held.insert(Cow::Owned(plain(path.as_ref())?), Cow::Owned(bytes));
        }
        Ok(Self::new(name.to_owned(), SetFiles::Held(held)))
    }

    /// A set under this name; the paths of held files must have passed [`super::paths::checked`].
    pub(super) fn new(name: String, files: SetFiles) -> Self {
        Self { name, files, revision: OnceLock::new() }
    }

    /// What the set is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The directory the set is read from, where it is one.
    #[must_use]
    pub fn root(&self) -> Option<&Path> {
        match &self.files {
            SetFiles::Disk(root) => Some(root),
            SetFiles::Held(_) => None,
        }
    }

    /// The contents of a file. Borrowed where the set is in memory.
    pub fn read(&self, path: impl AsRef<Path>) -> Result<Cow<'_, [u8]>, CurriculumError> {
        Ok(self.bytes(path)?)
    }

    /// The contents of a file as text.
    pub fn text(&self, path: impl AsRef<Path>) -> Result<String, CurriculumError> {
        let path = plain(path.as_ref())?;
        let bytes = self.bytes(&path)?.into_owned();
        Ok(String::from_utf8(bytes).map_err(|_| SourceError::NotText { path })?)
    }

    /// The contents of a file, with an error that says in a word why not.
    pub(super) fn bytes(&self, path: impl AsRef<Path>) -> Result<Cow<'_, [u8]>, SourceError> {
        let path = plain(path.as_ref())?;
        match &self.files {
            SetFiles::Disk(root) => disk::read(root, &path, limit_of(&path)).map(Cow::Owned),
            SetFiles::Held(files) => held(files, &path).map(Cow::Borrowed),
        }
    }

    /// Whether there is such a file; a directory, and a path that is refused, is none.
    #[must_use]
    pub fn has(&self, path: impl AsRef<Path>) -> bool {
        let Ok(path) = plain(path.as_ref()) else { return false };
        match &self.files {
            SetFiles::Disk(root) => disk::is_file(root, &path),
            SetFiles::Held(files) => files.contains_key(path.as_str()),
        }
    }

    /// The files at and below this path, sorted. None where they cannot be listed, which [`super::load`]
    /// has reported before.
    #[must_use]
    pub fn list(&self, below: impl AsRef<Path>) -> Vec<PathBuf> {
        self.names(below).unwrap_or_default().into_iter().map(PathBuf::from).collect()
    }

    /// The same as text, with `/` between the parts. An empty prefix means the whole set: `info.toml`,
    /// `exercises`, `solutions`, `kit` and `crates`.
    pub(super) fn names(&self, prefix: impl AsRef<Path>) -> Result<Vec<String>, SourceError> {
        let prefix = prefix.as_ref();
        let starts = if prefix.as_os_str().is_empty() {
            PARTS.iter().map(|&part| part.to_owned()).collect()
        } else {
            vec![plain(prefix)?]
        };
        let mut found = Vec::new();
        for start in starts {
            match &self.files {
                SetFiles::Disk(root) => disk::list(root, &start, &mut found)?,
                SetFiles::Held(files) => list_held(files, &start, &mut found),
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    /// A hash over the names and contents of all its files, worked out when it is first asked for.
    pub fn revision(&self) -> Result<&str, CurriculumError> {
        Ok(self.revision_unless(&AtomicBool::new(false))?)
    }

    /// The same, and nothing where `stop` was set meanwhile.
    pub(super) fn revision_unless(&self, stop: &AtomicBool) -> Result<&str, SourceError> {
        if self.revision.get().is_none()
            && let Some(revision) = self.hash(stop)?
        {
            // Two threads may both work it out; they get the same.
            let _ = self.revision.set(revision);
        }
        Ok(self.revision.get().map_or("", String::as_str))
    }

    fn hash(&self, stop: &AtomicBool) -> Result<Option<String>, SourceError> {
        let mut hasher = blake3::Hasher::new();
        let mut add = |path: &str, bytes: &[u8]| {
            // Lengths go in as well: no two sets can run together to the same stream.
            hasher.update(&(path.len() as u64).to_le_bytes());
            hasher.update(path.as_bytes());
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        match &self.files {
            SetFiles::Held(files) => {
                let is_part = |path: &str| PARTS.contains(&path.split('/').next().unwrap_or(path));
                for path in files.keys().filter(|path| is_part(path)) {
                    add(path, held(files, path)?);
                }
            }
            SetFiles::Disk(_) => {
                for path in self.names("")? {
                    if stop.load(Ordering::Relaxed) {
                        return Ok(None);
                    }
                    add(&path, &self.bytes(&path)?);
                }
            }
        }
        Ok(Some(hasher.finalize().to_hex().to_string()))
    }
}

/// The contents of a held file.
fn held<'f>(files: &'f Held, path: &str) -> Result<&'f [u8], SourceError> {
    let limit = limit_of(path);
    match files.get(path) {
        None => Err(SourceError::Missing { path: path.to_owned() }),
        Some(bytes) if bytes.len() as u64 > limit => {
            Err(SourceError::TooLarge { path: path.to_owned(), limit })
        }
        Some(bytes) => Ok(bytes.as_ref()),
    }
}

/// The held files at and below `start`.
fn list_held(files: &Held, start: &str, found: &mut Vec<String>) {
    let below = format!("{start}/");
    found.extend(files.get_key_value(start).map(|(path, _)| path.to_string()));
    let rest = files.range(Cow::Borrowed(below.as_str())..).map(|(path, _)| path);
    found.extend(rest.take_while(|path| path.starts_with(&below)).map(ToString::to_string));
}

/// The path with `/`, or why it is refused.
fn plain(path: &Path) -> Result<String, SourceError> {
    checked(path).map_err(|why| SourceError::Path { path: path.to_owned(), why })
}

/// The largest file that is read, by its kind: maps, sources, and data such as images.
fn limit_of(path: &str) -> u64 {
    const MIB: u64 = 1024 * 1024;
    match path.rsplit_once('.') {
        Some((_, "rs")) => MIB,
        Some((_, "toml")) => 2 * MIB,
        _ => 16 * MIB,
    }
}
