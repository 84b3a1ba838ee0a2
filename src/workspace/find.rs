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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_set_or_workspace_counts_and_a_stray_file_above_makes_no_set() {
        let home = tempfile::tempdir().unwrap();
        let at = |path: &str| home.path().join(path);
        for path in ["set/exercises/1_first", "set/roadmap/.roadmap", "set/roadmap/local", "plain/deep"] {
            std::fs::create_dir_all(at(path)).unwrap();
        }
        for path in ["set/info.toml", "set/roadmap/local/info.toml", "plain/info.toml"] {
            super::super::lay(home.path(), Path::new(path), b"").unwrap();
        }
        let set = "name = \"set\"\nrevision = \"\"\n";
        super::super::lay(&at("set/roadmap"), Path::new(".roadmap/set.toml"), set.as_bytes()).unwrap();
        assert_eq!(find(&at("set/exercises/1_first")).unwrap(), Found::Set(at("set")));
        assert!(
            matches!(find(&at("set/roadmap")).unwrap(), Found::Workspace(found) if found.root() == at("set/roadmap"))
        );
        assert_eq!(find(&at("set/roadmap/local")).unwrap(), Found::Set(at("set/roadmap/local")));
        assert_eq!(find(&at("plain")).unwrap(), Found::Set(at("plain")), "who stands there means it");
        assert_eq!(find(&at("plain/deep")).unwrap(), Found::Nothing);
    }
}
