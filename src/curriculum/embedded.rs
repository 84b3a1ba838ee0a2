//! The set inside the binary: `info.toml`, `exercises/`, `solutions/`, `kit/` as they were when it was built.
//! It must not hold anything else, least of all the answers.

use std::path::{Path, PathBuf};

use include_dir::{Dir, DirEntry, include_dir};

static EXERCISES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/exercises");
static SOLUTIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/solutions");
static KIT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/kit");
static INFO: &[u8] = include_bytes!("../../info.toml");

fn dir(name: &Path) -> Option<&'static Dir<'static>> {
    match name.to_str()? {
        "exercises" => Some(&EXERCISES),
        "solutions" => Some(&SOLUTIONS),
        "kit" => Some(&KIT),
        _ => None,
    }
}

/// The first part of a path names the directory, the rest the place in it.
fn place(path: &Path) -> Option<(&'static Dir<'static>, &Path)> {
    let first = Path::new(path.iter().next()?);
    Some((dir(first)?, path.strip_prefix(first).ok()?))
}

/// The bytes of a file.
pub(super) fn read(path: &Path) -> Option<&'static [u8]> {
    if path == Path::new("info.toml") {
        return Some(INFO);
    }
    let (dir, rest) = place(path)?;
    dir.get_file(rest).map(include_dir::File::contents)
}

/// All files below a directory.
pub(super) fn list(below: &Path, found: &mut Vec<PathBuf>) {
    let Some((dir, rest)) = place(below) else { return };
    let top = Path::new(below.iter().next().unwrap_or_default());
    let start = if rest.as_os_str().is_empty() { Some(dir) } else { dir.get_dir(rest) };
    if let Some(start) = start {
        collect(top, start, found);
    }
}

fn collect(top: &Path, dir: &'static Dir<'static>, found: &mut Vec<PathBuf>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(inner) => collect(top, inner, found),
            DirEntry::File(file) => found.push(top.join(file.path())),
        }
    }
}
