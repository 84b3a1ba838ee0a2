//! Files that are added to a set: all of them or none, and never over one that is there. It must not know what they
//! say.

use std::path::{Path, PathBuf};

use super::package::Files;
use super::{WorkspaceError, lay, write_whole};

/// Adds files to the directory `root`, and then replaces the file `last`, which makes them count. Where something is
/// in the way, or the disk refuses in the middle, nothing is left behind.
pub fn add(root: &Path, files: &Files, last: (&Path, &[u8])) -> Result<(), WorkspaceError> {
    if let Some(there) = files.keys().map(|path| root.join(path)).find(|path| path.symlink_metadata().is_ok())
    {
        return Err(WorkspaceError::Exists(there));
    }
    let mut made = Made::default();
    for (path, bytes) in files {
        made.directories(root, path);
        write_new(&root.join(path), bytes)?;
        made.files.push(root.join(path));
    }
    write_whole(&root.join(last.0), last.1)?;
    made.stays = true;
    Ok(())
}

/// Makes a directory with these files; it must be empty or not there yet. It is there whole or not at all.
pub fn make_whole(dir: &Path, files: &Files) -> Result<(), WorkspaceError> {
    let io = WorkspaceError::io(dir);
    let is_there = match std::fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            Some(_) => return Err(WorkspaceError::NotEmpty(dir.to_path_buf())),
            None => true,
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(io(error)),
    };
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(WorkspaceError::io(parent))?;
    let scratch = tempfile::Builder::new().prefix(".new-").tempdir_in(parent);
    let scratch = scratch.map_err(WorkspaceError::io(parent))?;
    // One below: temporary directories are private to their maker, and this one is like any other of theirs.
    let whole = scratch.path().join("set");
    for (path, bytes) in files {
        lay(&whole, path, bytes)?;
    }
    if is_there {
        std::fs::remove_dir(dir).map_err(WorkspaceError::io(dir))?;
    }
    std::fs::rename(&whole, dir).map_err(io)
}

/// What was made so far; taken away again unless it stays.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    dirs: Vec<PathBuf>,
    stays: bool,
}

impl Made {
    /// Notes the directories that this file will bring into being, the outermost first.
    fn directories(&mut self, root: &Path, path: &Path) {
        let new = path.ancestors().skip(1).map(|dir| root.join(dir)).take_while(|dir| !dir.exists());
        let new: Vec<PathBuf> = new.filter(|dir| !self.dirs.contains(dir)).collect();
        self.dirs.extend(new.into_iter().rev());
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        if self.stays {
            return;
        }
        // Whatever cannot be removed is in nobody's way: without an entry no file counts.
        for file in &self.files {
            let _ = std::fs::remove_file(file);
        }
        for dir in self.dirs.iter().rev() {
            let _ = std::fs::remove_dir(dir);
        }
    }
}

/// Writes a file that must not be there, whole or not at all.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), WorkspaceError> {
    use std::io::Write as _;
    let dir = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(dir).map_err(WorkspaceError::io(dir))?;
    let mut file = tempfile::NamedTempFile::new_in(dir).map_err(WorkspaceError::io(dir))?;
    file.write_all(bytes).map_err(WorkspaceError::io(path))?;
    super::make_readable(file.as_file(), path);
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(WorkspaceError::Exists(path.to_path_buf()))
        }
        Err(error) => Err(WorkspaceError::io(path)(error.error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[&str]) -> Files {
        list.iter().map(|path| (PathBuf::from(path), b"new".to_vec())).collect()
    }

    #[test]
    fn nothing_is_replaced_and_nothing_is_left_of_half_an_addition() {
        let dir = tempfile::tempdir().unwrap();
        lay(dir.path(), Path::new("b/old.rs"), b"old").unwrap();
        let last = (Path::new("list.toml"), b"list".as_slice());
        let refused = add(dir.path(), &files(&["a/new.rs", "b/old.rs"]), last);
        assert!(matches!(refused, Err(WorkspaceError::Exists(path)) if path.ends_with("b/old.rs")));
        assert!(!dir.path().join("a").exists() && !dir.path().join("list.toml").exists());
        // The list cannot be written where a directory has its name: everything goes again.
        std::fs::create_dir(dir.path().join("list.toml")).unwrap();
        assert!(add(dir.path(), &files(&["a/deep/new.rs"]), last).is_err());
        assert!(!dir.path().join("a").exists(), "the directories go as well");
        assert_eq!(std::fs::read(dir.path().join("b/old.rs")).unwrap(), b"old");
    }

    #[test]
    fn a_directory_with_something_in_it_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let set = dir.path().join("set");
        make_whole(&set, &files(&["a.rs"])).unwrap();
        assert!(matches!(make_whole(&set, &files(&["b.rs"])), Err(WorkspaceError::NotEmpty(_))));
        assert!(set.join("a.rs").exists() && !set.join("b.rs").exists());
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
