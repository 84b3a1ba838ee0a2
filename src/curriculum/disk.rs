//! How a set on disk is read: regular files below one directory, links only to files inside of it.
//! It must not write, and must not follow a link out.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::paths::checked;
use super::source::{MOST_FILES, SourceError};

/// Directories that tools leave in a set and that are no part of it.
const SKIPPED: &[&str] = &[".git", "target", ".DS_Store"];

/// Deeper nesting than any exercise has.
const DEEPEST: usize = 32;

/// The contents of a regular file, if it is inside and not larger than `limit`.
pub(super) fn read(root: &Path, path: String, limit: u64) -> Result<Vec<u8>, SourceError> {
    let full = inside(root, &path)?;
    // Looked at before it is opened: opening a pipe would wait for whoever writes to it.
    let meta = fs::metadata(&full).map_err(|why| trouble(&path, why))?;
    if !meta.is_file() {
        return Err(SourceError::NotAFile { path });
    }
    if meta.len() > limit {
        return Err(SourceError::TooLarge { path, limit });
    }
    let file = fs::File::open(&full).map_err(|why| trouble(&path, why))?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|why| trouble(&path, why))?;
    // It may have grown meanwhile.
    if bytes.len() as u64 > limit { Err(SourceError::TooLarge { path, limit }) } else { Ok(bytes) }
}

/// Whether there is a regular file inside the set at this path.
pub(super) fn is_file(root: &Path, path: &str) -> bool {
    inside(root, path).is_ok_and(|full| full.is_file())
}

/// Adds the files at and below `start`; none where nothing is there.
pub(super) fn list(root: &Path, start: &str, found: &mut Vec<String>) -> Result<(), SourceError> {
    let full = match inside(root, start) {
        Err(SourceError::Missing { .. }) => return Ok(()),
        other => other?,
    };
    if !full.is_dir() {
        found.push(start.to_owned());
        return Ok(());
    }
    let mut todo = vec![(start.to_owned(), 0)];
    while let Some((dir, depth)) = todo.pop() {
        let entries = fs::read_dir(root.join(&dir)).map_err(|why| trouble(&dir, why))?;
        for entry in entries {
            let entry = entry.map_err(|why| trouble(&dir, why))?;
            let path = format!("{dir}/{}", name_of(&dir, &entry)?);
            if SKIPPED.iter().any(|skipped| entry.file_name() == *skipped) {
                continue;
            }
            match entry_kind(root, &path, &entry)? {
                Kind::Dir => todo.push((path, depth + 1)),
                Kind::File => found.push(path),
            }
            if depth >= DEEPEST || found.len() + todo.len() > MOST_FILES {
                return Err(SourceError::TooMany { path: start.to_owned() });
            }
        }
    }
    Ok(())
}

enum Kind {
    Dir,
    File,
}

/// What an entry of a directory is. A link to a directory could lead in a circle, and is refused.
fn entry_kind(root: &Path, path: &str, entry: &fs::DirEntry) -> Result<Kind, SourceError> {
    let kind = entry.file_type().map_err(|why| trouble(path, why))?;
    if kind.is_dir() {
        Ok(Kind::Dir)
    } else if !kind.is_symlink() || inside(root, path)?.is_file() {
        Ok(Kind::File)
    } else {
        Err(SourceError::Link { path: path.to_owned() })
    }
}

/// The name of an entry, if every system understands it.
fn name_of(dir: &str, entry: &fs::DirEntry) -> Result<String, SourceError> {
    let name = entry.file_name();
    checked(Path::new(&name)).map_err(|why| SourceError::Path { path: Path::new(dir).join(&name), why })
}

/// The full path of something inside the set, all links followed. Those that lead out are refused.
fn inside(root: &Path, path: &str) -> Result<PathBuf, SourceError> {
    let asked = root.join(path);
    match asked.canonicalize() {
        Ok(full) if full.starts_with(root) => Ok(full),
        Ok(_) => Err(SourceError::Link { path: path.to_owned() }),
        Err(why) if why.kind() == io::ErrorKind::NotFound && asked.is_symlink() => {
            Err(SourceError::Link { path: path.to_owned() })
        }
        Err(why) => Err(trouble(path, why)),
    }
}

fn trouble(path: &str, why: io::Error) -> SourceError {
    let path = path.to_owned();
    match why.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SourceError::Missing { path },
        _ => SourceError::Io { path, why },
    }
}
