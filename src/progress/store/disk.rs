//! The file system below the state file: lock, whole replacement, copies. It must not know what is in
//! the files.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;

use super::StoreError;

const PAUSE: Duration = Duration::from_millis(20);
const PREFIX: &str = ".progress-";
const SUFFIX: &str = ".tmp";

/// The file's bytes; none where there is no file.
pub(super) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Where the file really lies: a link to it is followed, or the first write would replace the link.
pub(super) fn real_path(path: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    let real = is_link.then(|| fs::canonicalize(path).ok()).flatten();
    real.unwrap_or_else(|| path.to_owned())
}

/// Holds other instances off until the returned file is closed; the system does that for a killed one too.
pub(super) fn lock(path: &Path, patience: Duration) -> Result<File, StoreError> {
    let lock = path.with_extension("lock");
    let opened = File::options().create(true).append(true).open(&lock);
    let file = opened.map_err(|error| refusal(&lock, "opened", error))?;
    let mut waited = Duration::ZERO;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if waited < patience => {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            Err(TryLockError::WouldBlock) => return Err(StoreError::Busy { lock }),
            // Some network mounts have no locks: a rare double write beats recording nothing.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(refusal(&lock, "locked", error)),
        }
    }
}

/// Puts a whole new text in the place of the file: there is never a moment without a readable one.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), StoreError> {
    let dir = parent(path);
    sweep(&dir);
    let written = || -> io::Result<()> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        // As any file of the learner's: the umask takes its part away.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.tempfile_in(&dir)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    written().map_err(|error| refusal(path, "written", error))
}

/// Copies the file, over an older copy.
pub(super) fn keep_copy(path: &Path, to: &Path) -> Result<(), StoreError> {
    // Copying takes the permissions along: a write-protected copy could not be written over.
    let _ = fs::remove_file(to);
    fs::copy(path, to).map(drop).map_err(|error| refusal(to, "written", error))
}

/// Copies a file that cannot be read under a name with the time of its last change.
pub(super) fn keep_aside(path: &Path) -> Result<(), StoreError> {
    let io = |error| refusal(path, "kept aside", error);
    let bytes = fs::read(path).map_err(io)?;
    let changed = fs::metadata(path).and_then(|found| found.modified()).ok();
    let stamp = changed.and_then(|time| Timestamp::try_from(time).ok()).unwrap_or_default();
    let stamp = stamp.strftime("%Y%m%dT%H%M%SZ");
    for number in 1_u32.. {
        let mut name = OsString::from(format!("progress.unreadable-{stamp}"));
        if number > 1 {
            name.push(format!("-{number}"));
        }
        name.push(".toml");
        let aside = path.with_file_name(name);
        match read(&aside).map_err(io)? {
            None => return keep_copy(path, &aside),
            Some(kept) if kept == bytes => return Ok(()),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Removes what instances left behind that were killed while they wrote. Called under the lock, so
/// nobody writes one now; that one cannot be removed harms nobody.
fn sweep(dir: &Path) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn parent(path: &Path) -> PathBuf {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_owned()
}

/// The error for a refused write: whether the place is read-only matters more than which call met it.
pub(super) fn refusal(path: &Path, doing: &'static str, source: io::Error) -> StoreError {
    match source.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            StoreError::ReadOnly { dir: parent(path) }
        }
        _ => StoreError::Io { path: path.to_owned(), doing, source },
    }
}
