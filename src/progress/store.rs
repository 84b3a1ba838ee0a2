//! The state file: read whatever is readable, write whole or not at all, one writer at a time. It must not
//! decide what is worth recording.

mod text;

use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::Progress;

/// How long another instance may hold the file before we give up. It needs milliseconds.
const PATIENCE: Duration = Duration::from_secs(5);

/// The state file of one workspace.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
}

/// What was read, and what was odd about it.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Everything that was readable.
    pub progress: Progress,
    /// Plain sentences for the user.
    pub notices: Vec<String>,
    /// Whether the file holds something that could not be read, so that it has to be kept aside before it
    /// is written again.
    damaged: bool,
}

/// Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Files cannot be written there.
    #[error("{} cannot be written: the directory is read-only", path.display())]
    ReadOnly {
        /// The state file.
        path: PathBuf,
    },
    /// Another instance holds it and does not let go.
    #[error("another cargo roadmap has held {} for {} s", path.display(), PATIENCE.as_secs())]
    Busy {
        /// The state file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("{} cannot be written: {source}", path.display())]
    Io {
        /// The state file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Store {
    /// The store whose file this is; nothing is touched yet.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Reads what can be read. A file that is not there is an empty one; a damaged one gives what is whole in
    /// it, and the copy before the last write gives the rest.
    #[must_use]
    pub fn load(&self) -> Loaded {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Loaded::default(),
            Err(error) => {
                let notice = format!("{name} could not be read ({error}); your progress is not shown.");
                return Loaded { notices: vec![notice], ..Loaded::default() };
            }
        };
        let read = text::read(&bytes);
        let mut loaded = Loaded { progress: read.progress, notices: Vec::new(), damaged: read.damaged };
        if read.merged {
            loaded
                .notices
                .push(format!("{name} held an unfinished merge; the passes of both sides were kept."));
        }
        if read.damaged {
            let before = std::fs::read(self.backup()).map(|bytes| text::read(&bytes)).unwrap_or_default();
            loaded.progress.unite(before.progress);
            loaded.notices.push(format!(
                "{name} was damaged; everything readable in it and in {name}.bak was kept, and the damaged file is kept aside."
            ));
        }
        loaded
    }

    /// Reads afresh under a lock, applies `change`, and writes if that changed anything. So two instances never lose each
    /// other's passes.
    pub fn update(&self, change: impl FnOnce(&mut Progress)) -> Result<Progress, StoreError> {
        let _lock = self.lock()?;
        let Loaded { mut progress, damaged, .. } = self.load();
        let before = progress.clone();
        change(&mut progress);
        if progress != before || damaged {
            self.write(&progress, damaged).map_err(|source| self.error(source))?;
        }
        Ok(progress)
    }

    fn backup(&self) -> PathBuf {
        self.path.with_extension("toml.bak")
    }

    fn error(&self, source: std::io::Error) -> StoreError {
        use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
        let path = self.path.clone();
        match source.kind() {
            PermissionDenied | ReadOnlyFilesystem => StoreError::ReadOnly { path },
            _ => StoreError::Io { path, source },
        }
    }

    /// A neighbour is locked, not the file itself: that one is replaced at each write. The lock ends with
    /// the process, however it ends.
    #[expect(clippy::disallowed_methods, reason = "the home of this effect")]
    fn lock(&self) -> Result<File, StoreError> {
        let file = File::create(self.path.with_extension("lock")).map_err(|source| self.error(source))?;
        let until = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if Instant::now() < until => {
                    std::thread::sleep(Duration::from_millis(3));
                }
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy { path: self.path.clone() }),
                // Network file systems without locks: writing whole files still loses nobody's old passes.
                Err(TryLockError::Error(_)) => return Ok(file),
            }
        }
    }

    fn write(&self, progress: &Progress, damaged: bool) -> std::io::Result<()> {
        let dir = self.path.parent().unwrap_or(Path::new("."));
        if damaged {
            std::fs::copy(&self.path, free_name(&self.path))?;
        } else if self.path.exists() {
            replace(dir, &self.backup(), &std::fs::read(&self.path)?)?;
        }
        replace(dir, &self.path, text::write(progress).as_bytes())
    }
}

/// To a temporary neighbour, through to the disk, then renamed: whoever looks sees the old file or the new one.
fn replace(dir: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// `progress.toml.damaged-1`, or the first number that is free: an older damaged file is kept as well.
fn free_name(path: &Path) -> PathBuf {
    let named = |number: u32| path.with_extension(format!("toml.damaged-{number}"));
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0))
}

#[cfg(test)]
mod tests;
