//! Changes inside a workspace, one file or one directory at a time, each done whole or not at all. What is replaced or
//! taken away has to be backed up before.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::{OURS, Workspace, WorkspaceError, write_whole};

impl Workspace {
    /// The turn to change many files of this workspace, given back with the value; none while another has it.
    #[expect(clippy::disallowed_methods, reason = "the home of this effect")]
    pub fn turn(&self) -> Result<Option<File>, WorkspaceError> {
        let path = self.root.join(OURS).join("update.lock");
        let turn = File::create(&path).map_err(WorkspaceError::io(&path))?;
        match turn.try_lock() {
            Ok(()) => Ok(Some(turn)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(source)) => Err(WorkspaceError::Io { path, source }),
        }
    }

    /// Gives an exercise another place, with all that lies in its directory.
    pub fn move_inside(&self, from: &Path, to: &Path) -> Result<(), WorkspaceError> {
        let (from, to) = (self.root.join(from), self.root.join(to));
        if let Some(parent) = to.parent() {
            std::fs::create_dir_all(parent).map_err(WorkspaceError::io(parent))?;
        }
        // An empty directory gives way; one with something in it is refused below.
        let _ = std::fs::remove_dir(&to);
        std::fs::rename(&from, &to).map_err(WorkspaceError::io(&to))
    }

    /// Puts this content in the place of whatever has this path.
    pub fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
        write_whole(&self.root.join(path), bytes)
    }

    /// Takes a file away, and directories that are empty then.
    pub fn take_away(&self, path: &Path) -> Result<(), WorkspaceError> {
        let full = self.root.join(path);
        match std::fs::remove_file(&full) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(WorkspaceError::io(&full)(error)),
        }
        self.tidy(path);
        Ok(())
    }

    /// Takes away the directories above a path that hold nothing any more.
    pub fn tidy(&self, path: &Path) {
        for dir in path.ancestors().skip(1).filter(|dir| !dir.as_os_str().is_empty()) {
            // Refused for a directory with something in it, and then all above are needed as well.
            if std::fs::remove_dir(self.root.join(dir)).is_err() {
                return;
            }
        }
    }
}
