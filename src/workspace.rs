//! The learner's directory: where it is, what lies in it, how files in it are written and given back.
//! It must not know how an exercise is judged or what has been learned.

pub mod addition;
pub mod backup;
mod change;
pub mod create;
mod find;
pub mod manifest;
pub mod package;
pub mod record;
pub mod trusted;

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::curriculum::Exercise;
pub use find::{Found, find};

/// The directory of everything that is ours inside a workspace.
const OURS: &str = ".roadmap";

/// A learner's workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    root: PathBuf,
    set: SetFile,
}

/// Which set a workspace belongs to: `.roadmap/set.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetFile {
    /// The set's name.
    pub name: String,
    /// The set's revision when its files were last written here.
    pub revision: String,
    /// The version of the program whose set it is; absent for a set on disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Where the set lies, relative to the workspace; absent for the set in the binary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<PathBuf>,
}

/// Trouble with the workspace's files.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// `init` was asked to write into a directory that has something in it.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// A file that was to be added is there.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// `.roadmap/set.toml` cannot be understood.
    #[error("{} does not say which exercise set this is: {said}", path.display())]
    SetFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        said: String,
    },
    /// The learner's file is not there.
    #[error("{} is not there", .0.display())]
    Missing(PathBuf),
    /// The learner's file is not text.
    #[error("{} is not UTF-8 text", .0.display())]
    NotText(PathBuf),
    /// There is no backup to undo a reset with.
    #[error("there is no backup of {0}")]
    NoBackup(String),
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file or directory.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl WorkspaceError {
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Io { path, source }
    }

    /// Whether the reason is that nothing may be written there.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
        matches!(self, Self::Io { source, .. } if matches!(source.kind(), PermissionDenied | ReadOnlyFilesystem))
    }
}

impl Workspace {
    /// Opens the workspace whose root this is.
    pub fn open(root: PathBuf) -> Result<Self, WorkspaceError> {
        let path = root.join(OURS).join("set.toml");
        let text = std::fs::read_to_string(&path).map_err(WorkspaceError::io(&path))?;
        let set = toml::from_str(&text)
            .map_err(|error| WorkspaceError::SetFile { path, said: error.message().to_owned() })?;
        Ok(Self { root, set })
    }

    /// Its directory.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Which set it belongs to.
    #[must_use]
    pub fn set(&self) -> &SetFile {
        &self.set
    }

    /// The directory of the set, where it does not come from the binary.
    #[must_use]
    pub fn set_dir(&self) -> Option<PathBuf> {
        self.set.path.as_ref().map(|path| self.root.join(path))
    }

    /// Where progress is kept.
    #[must_use]
    pub fn state_file(&self) -> PathBuf {
        self.root.join(OURS).join("progress.toml")
    }

    /// A directory for things that can be made again.
    #[must_use]
    pub fn cache(&self) -> PathBuf {
        self.root.join(OURS).join("cache")
    }

    /// The file, or the directory, that the learner edits.
    #[must_use]
    pub fn path_of(&self, exercise: &Exercise) -> PathBuf {
        self.root.join(&exercise.path)
    }

    /// The learner's file as it is now; of a package, the list of its files with a hash of each, which changes
    /// whenever one of them does.
    pub fn read(&self, exercise: &Exercise) -> Result<String, WorkspaceError> {
        if exercise.form == crate::curriculum::Form::Package {
            return Ok(package::listing(&self.read_package(exercise)?));
        }
        read_text(&self.path_of(exercise))
    }

    /// Writes the learner's file: whole or not at all.
    pub fn write(&self, exercise: &Exercise, text: &str) -> Result<(), WorkspaceError> {
        write_whole(&self.path_of(exercise), text.as_bytes())
    }

    /// Keeps a piece of cache under this name; failing to is no trouble.
    pub fn remember(&self, name: &str, bytes: &[u8]) {
        // The cache is a convenience: a full disk or a read-only directory costs time, never a verdict.
        let _ = write_whole(&self.cache().join(name), bytes);
    }

    /// What was kept under this name.
    #[must_use]
    pub fn recall(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.cache().join(name)).ok()
    }

    /// Keeps the full output of a run, and says where.
    pub fn log(&self, exercise: &Exercise, bytes: &[u8]) -> Result<PathBuf, WorkspaceError> {
        let path = self.root.join(OURS).join("logs").join(format!("{}.log", exercise.name));
        write_whole(&path, bytes)?;
        Ok(path)
    }

    /// Whether files can be written here.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        tempfile::Builder::new().prefix(".probe").tempfile_in(self.root.join(OURS)).is_ok()
    }

    /// Which exercise a path of this workspace belongs to, by the whole path: the file itself, a file of
    /// its companions, or a file of its package.
    #[must_use]
    pub fn owner<'a>(&self, path: &Path, exercises: &'a [Exercise]) -> Option<(usize, &'a Exercise)> {
        let inside = path.strip_prefix(&self.root).ok()?;
        exercises.iter().enumerate().find(|(_, exercise)| {
            inside == exercise.path
                || inside.starts_with(&exercise.companions)
                || (exercise.form == crate::curriculum::Form::Package && inside.starts_with(&exercise.path))
        })
    }
}

/// Reads a text file of the learner's.
pub fn read_text(path: &Path) -> Result<String, WorkspaceError> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(WorkspaceError::Missing(path.to_path_buf()));
        }
        Err(source) => return Err(WorkspaceError::Io { path: path.to_path_buf(), source }),
    };
    String::from_utf8(bytes).map_err(|_| WorkspaceError::NotText(path.to_path_buf()))
}

/// Writes a file whole or not at all: to a temporary neighbour, then renamed.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    let dir = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(dir).map_err(WorkspaceError::io(dir))?;
    let mut file = tempfile::NamedTempFile::new_in(dir).map_err(WorkspaceError::io(dir))?;
    file.write_all(bytes).map_err(WorkspaceError::io(path))?;
    // Temporary files are private to their maker; a learner's file is like any other of theirs.
    make_readable(file.as_file(), path);
    file.persist(path)
        .map_err(|error| WorkspaceError::Io { path: path.to_path_buf(), source: error.error })?;
    Ok(())
}

/// Gives a new file the permissions of the one it replaces, or those of an ordinary new file.
fn make_readable(file: &std::fs::File, path: &Path) {
    let before = std::fs::metadata(path).map(|meta| meta.permissions()).ok();
    #[cfg(unix)]
    let before = before.or_else(|| {
        use std::os::unix::fs::PermissionsExt as _;
        Some(std::fs::Permissions::from_mode(0o644))
    });
    if let Some(permissions) = before {
        // Not worth failing for: the content is there.
        let _ = file.set_permissions(permissions);
    }
}

/// A directory for one run. It and everything in it is gone when the value is.
pub fn scratch(parent: Option<&Path>) -> Result<tempfile::TempDir, WorkspaceError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("run-");
    if let Some(parent) = parent
        && std::fs::create_dir_all(parent).is_ok()
        && let Ok(dir) = builder.tempdir_in(parent)
    {
        return Ok(dir);
    }
    // A read-only workspace can still be judged.
    builder.tempdir().map_err(WorkspaceError::io(Path::new("the directory for temporary files")))
}

/// Lays a file into a scratch directory; nobody else looks there, so it is simply written.
#[expect(clippy::disallowed_methods, reason = "the home of this effect")]
pub fn lay(dir: &Path, path: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    let target = dir.join(path);
    if let Some(parent) = target.parent() {
        std::fs::create_dir_all(parent).map_err(WorkspaceError::io(parent))?;
    }
    std::fs::write(&target, bytes).map_err(WorkspaceError::io(&target))
}

/// The same for a directory that outlives a run: what is as it shall be keeps its date, by which cargo tells whether to
/// build again. Says whether something was written.
pub fn lay_changed(dir: &Path, path: &Path, bytes: &[u8]) -> Result<bool, WorkspaceError> {
    if std::fs::read(dir.join(path)).is_ok_and(|there| there == bytes) {
        return Ok(false);
    }
    lay(dir, path, bytes).map(|()| true)
}

/// Removes what runs that were killed have left: directories `run-…` older than a day.
#[expect(clippy::disallowed_methods, reason = "the home of this effect")]
pub fn sweep(parent: &Path, now: std::time::SystemTime) {
    let Ok(entries) = std::fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let old = entry
            .metadata()
            .and_then(|meta| meta.modified())
            .ok()
            .and_then(|modified| now.duration_since(modified).ok())
            .is_some_and(|age| age.as_secs() > 24 * 60 * 60);
        if old && entry.file_name().as_encoded_bytes().starts_with(b"run-") {
            // Whoever still uses it, or the system, may refuse; there is a next time.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// A path as the user would type it from where they stand.
#[must_use]
pub fn shown_from(cwd: &Path, path: &Path) -> PathBuf {
    if let Ok(inside) = path.strip_prefix(cwd) {
        let is_here = inside.as_os_str().is_empty();
        return if is_here { PathBuf::from(".") } else { inside.to_path_buf() };
    }
    for (ups, above) in cwd.ancestors().enumerate().skip(1).take(3) {
        if let Ok(rest) = path.strip_prefix(above)
            && above.file_name() != Some(OsStr::new(""))
        {
            return std::iter::repeat_n("..", ups).collect::<PathBuf>().join(rest);
        }
    }
    path.to_path_buf()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_as_one_would_type_them() {
        let shown = |cwd: &str, path: &str| shown_from(Path::new(cwd), Path::new(path));
        assert_eq!(shown("/home/a", "/home/a/roadmap/x.rs"), Path::new("roadmap/x.rs"));
        assert_eq!(shown("/home/a/roadmap/exercises", "/home/a/roadmap/x.rs"), Path::new("../x.rs"));
        assert_eq!(shown("/home/a/roadmap", "/home/a/roadmap"), Path::new("."), "no path is no answer");
    }

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_permissions() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("deep/file.txt");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(read_text(&path).unwrap(), "two");
        assert_eq!(
            std::fs::read_dir(path.parent().unwrap()).unwrap().count(),
            1,
            "nothing is left beside it"
        );
    }

    #[test]
    fn what_is_not_there_and_what_is_not_text_are_told_apart() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.rs");
        assert!(matches!(read_text(&path), Err(WorkspaceError::Missing(_))));
        write_whole(&path, &[0xff]).unwrap();
        assert!(matches!(read_text(&path), Err(WorkspaceError::NotText(_))));
    }
}
