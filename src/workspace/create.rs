//! How a workspace comes into being. It asks nothing, needs no network, and writes only into a directory
//! that was empty.

use std::path::{Path, PathBuf};

use super::manifest::manifest;
use super::{OURS, SetFile, Workspace, WorkspaceError, lay};
use crate::curriculum::Curriculum;

const IGNORED: &str = "# Made again when needed; .roadmap/progress.toml is worth committing.\n\
    /target\n/.roadmap/cache\n/.roadmap/logs\n*.bak\n*.lock\n!/Cargo.lock\n";

/// Everything that a new workspace is made of.
pub struct Plan<'a> {
    /// The set.
    pub curriculum: &'a Curriculum,
    /// The set's files that a learner gets, with their paths in the workspace.
    pub files: Vec<(PathBuf, Vec<u8>)>,
    /// Where the set lies; none for the one in the binary.
    pub set_dir: Option<&'a Path>,
}

impl Workspace {
    /// Makes a workspace in `root`, which must be empty or not there yet.
    pub fn create(root: &Path, plan: &Plan<'_>) -> Result<Self, WorkspaceError> {
        if !is_empty(root)? {
            return Err(WorkspaceError::NotEmpty(root.to_path_buf()));
        }
        std::fs::create_dir_all(root).map_err(WorkspaceError::io(root))?;
        let root = root.canonicalize().map_err(WorkspaceError::io(root))?;
        for (path, bytes) in &plan.files {
            lay(&root, path, bytes)?;
        }
        let with_kit = plan.files.iter().any(|(path, _)| path == Path::new("kit/lib.rs"));
        lay(&root, Path::new("Cargo.toml"), manifest(plan.curriculum, with_kit, None).as_bytes())?;
        lay(&root, Path::new(".gitignore"), IGNORED.as_bytes())?;
        let ours = Path::new(OURS);
        lay(&root, &ours.join("nothing.rs"), b"//! Only here because cargo wants a library or a program.\n")?;
        let set = SetFile {
            name: plan.curriculum.name.clone(),
            revision: plan.curriculum.revision.clone(),
            path: plan.set_dir.map(|dir| relative(&root, dir)),
        };
        // Last: a directory is a workspace from here on, and not half of one before.
        lay(&root, &ours.join("set.toml"), set_file(&set).as_bytes())?;
        Ok(Self { root, set })
    }
}

fn is_empty(root: &Path) -> Result<bool, WorkspaceError> {
    match std::fs::read_dir(root) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(WorkspaceError::io(root)(error)),
    }
}

fn set_file(set: &SetFile) -> String {
    let body = toml::to_string(set).unwrap_or_default();
    format!("# Which exercise set this workspace belongs to. Written by `cargo roadmap init`.\n{body}")
}

/// The set as seen from the workspace, so that both can be moved together; absolute where they share nothing.
fn relative(root: &Path, dir: &Path) -> PathBuf {
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
    match root.ancestors().position(|above| above == dir) {
        Some(ups) => std::iter::repeat_n("..", ups).collect(),
        None => dir,
    }
}
