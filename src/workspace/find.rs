//! Where the user stands: in a workspace, in a set, or in neither. It must not read what lies in them.

use std::path::{Path, PathBuf};

use super::{OURS, Workspace, WorkspaceError};

/// What lies here or above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A workspace.
    Workspace(Workspace),
    /// A set, whose directory this is.
    Set(PathBuf),
    /// Neither.
    Nothing,
}

/// Looks for a workspace or a set in `start` and above: the nearest counts. Above `start`, an `info.toml` alone makes
/// no set; somebody else may call a file like that.
pub fn find(start: &Path) -> Result<Found, WorkspaceError> {
    for root in start.ancestors() {
        if root.join(OURS).join("set.toml").is_file() {
            return Workspace::open(root.to_path_buf()).map(Found::Workspace);
        }
        if root.join("info.toml").is_file() && (root == start || root.join("exercises").is_dir()) {
            return Ok(Found::Set(root.to_path_buf()));
        }
    }
    Ok(Found::Nothing)
}
