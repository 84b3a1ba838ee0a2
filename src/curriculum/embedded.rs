//! The set that is part of the binary. It must not know what the files say.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, DirEntry, include_dir};

use super::source::{Held, SetFiles, SetSource};

/// What the built-in set is called.
const NAME: &str = "cargo-roadmap";

static INFO: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/info.toml"));
static EXERCISES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/exercises");
static SOLUTIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/solutions");
static CRATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/crates");
static KIT: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/kit");

/// The set in the binary. Nothing is copied but the names of its files.
pub(super) fn set() -> SetSource {
    let mut files = BTreeMap::from([(Cow::Borrowed("info.toml"), Cow::Borrowed(INFO))]);
    let parts = [("crates", &CRATES), ("exercises", &EXERCISES), ("solutions", &SOLUTIONS), ("kit", &KIT)];
    for (part, dir) in parts {
        collect(part, dir, &mut files);
    }
    SetSource::new(NAME.to_owned(), SetFiles::Held(files))
}

/// Adds all files of a directory. Looking them up in `Dir` itself would walk the whole tree each time.
fn collect(part: &str, dir: &Dir<'static>, files: &mut Held) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(dir) => collect(part, dir, files),
            DirEntry::File(file) => {
                // Built on Windows, the names hold that system's separator.
                let name = file.path().to_string_lossy().replace('\\', "/");
                files.insert(Cow::Owned(format!("{part}/{name}")), Cow::Borrowed(file.contents()));
            }
        }
    }
}
