//! How a workspace comes into being. It asks nothing, needs no network, and writes only into a directory
//! that was empty.

use std::path::{Path, PathBuf};

use super::manifest::manifest;
use super::package::Files;
use super::record::Record;
use super::{OURS, SetFile, Workspace, WorkspaceError, lay, write_whole};
use crate::curriculum::Curriculum;

const IGNORED: &str = "# Made again when needed; .roadmap/progress.toml is worth committing.\n\
    /target\n/.roadmap/cache\n/.roadmap/logs\n*.bak\n*.lock\n!/Cargo.lock\n";

/// The version of this program, which stands for that of the set inside of it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Everything that a new workspace is made of.
pub struct Plan<'a> {
    /// The set.
    pub curriculum: &'a Curriculum,
    /// The set's files that a learner gets, with their paths in the workspace.
    pub files: Files,
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
        let with_kit = plan.files.contains_key(Path::new("kit/lib.rs"));
        let manifest = manifest(plan.curriculum, with_kit, None).into_bytes();
        lay(&root, Path::new("Cargo.toml"), &manifest)?;
        lay(&root, Path::new(".gitignore"), IGNORED.as_bytes())?;
        let ours = Path::new(OURS);
        lay(&root, &ours.join("nothing.rs"), b"//! Only here because cargo wants a library or a program.\n")?;
        let set = SetFile {
            name: plan.curriculum.name.clone(),
            revision: plan.curriculum.revision.clone(),
            version: plan.set_dir.is_none().then(|| VERSION.to_owned()),
            path: plan.set_dir.map(|dir| relative(&root, dir)),
        };
        let made = Self { root, set };
        let mut given = plan.files.clone();
        given.insert(PathBuf::from("Cargo.toml"), manifest);
        made.keep_record(&Record::of(&given))?;
        // Last: a directory is a workspace from here on, and not half of one before.
        made.keep_set_file()?;
        Ok(made)
    }

    /// Notes that the files here are those of this set now.
    pub fn now_of(&mut self, curriculum: &Curriculum) -> Result<(), WorkspaceError> {
        self.set.name.clone_from(&curriculum.name);
        self.set.revision.clone_from(&curriculum.revision);
        self.set.version = self.set.path.is_none().then(|| VERSION.to_owned());
        self.keep_set_file()
    }

    fn keep_set_file(&self) -> Result<(), WorkspaceError> {
        write_whole(&self.root.join(OURS).join("set.toml"), set_file(&self.set).as_bytes())
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
    format!("# Which exercise set this workspace belongs to. Written by `cargo roadmap`.\n{body}")
}

/// The set as seen from the workspace, so that both can be moved together; absolute where they share nothing.
fn relative(root: &Path, dir: &Path) -> PathBuf {
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_path_buf());
    match root.ancestors().position(|above| above == dir) {
        Some(ups) => std::iter::repeat_n("..", ups).collect(),
        None => dir,
    }
}
