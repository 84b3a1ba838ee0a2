//! The state file, `.roadmap/progress.toml`: read whatever shape it is in, written whole or not at all.
//! It must not decide what is remembered; it keeps what it is given. Nothing else writes this file.

mod disk;
mod read;
mod render;
mod salvage;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::curriculum::Curriculum;

use super::Progress;
use super::record::renames;
use read::{Flaw, Reading};

/// The version of the layout that is written. A higher one is read as far as it is understood.
const VERSION: i64 = 1;

/// The state file of one workspace.
#[derive(Clone, Debug)]
pub struct Store {
    path: PathBuf,
    renames: BTreeMap<String, String>,
    patience: std::time::Duration,
}

/// What was found on disk.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// All that could be read.
    pub progress: Progress,
    /// What the user should know about the file, in plain words. Empty where all is well.
    pub notices: Vec<String>,
}

/// Why nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The directory or its disk cannot be written to.
    #[error("{} cannot be written to: nothing is recorded", dir.display())]
    ReadOnly {
        /// The directory.
        dir: PathBuf,
    },
    /// Another instance kept the lock for as long as we cared to wait.
    #[error("another cargo roadmap holds {}", lock.display())]
    Busy {
        /// The lock file.
        lock: PathBuf,
    },
    /// The file has a newer layout; writing it would lose what we do not understand.
    #[error("{} was written by a newer cargo roadmap (layout {version})", path.display())]
    Newer {
        /// The state file.
        path: PathBuf,
        /// Its layout.
        version: i64,
    },
    /// The system refused.
    #[error("{} could not be {doing}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// `read`, `written` …
        doing: &'static str,
        /// What the system said.
        #[source]
        source: io::Error,
    },
}

impl Store {
    /// The store at this path; its neighbours are the lock, the copy before the last write, and files
    /// that were kept aside because they could not be read.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        // Long enough for any write of another instance, short enough for somebody who waits for it.
        let patience = std::time::Duration::from_secs(5);
        Self { path: path.into(), renames: BTreeMap::new(), patience }
    }

    /// The same, following the renames of this set in all that it reads.
    #[must_use]
    pub fn following(mut self, curriculum: &Curriculum) -> Self {
        self.renames = renames(curriculum);
        self
    }

    /// Reads the file. There is no failing: what cannot be read is told in the notices. Writes nothing.
    #[must_use]
    pub fn load(&self) -> Loaded {
        match self.gather() {
            Ok(found) => {
                let notices = found.notices(&self.path);
                Loaded { progress: found.progress, notices }
            }
            Err(source) => {
                let notice = format!(
                    "{} could not be read ({source}), so everything shows as not done yet, and nothing is recorded.",
                    self.path.display()
                );
                Loaded { progress: Progress::default(), notices: vec![notice] }
            }
        }
    }

    /// Changes what is remembered, against other instances too: waits for them, reads afresh, changes,
    /// and writes if that made a difference or if the file was in need of repair.
    pub fn update(&self, change: impl FnOnce(&mut Progress)) -> Result<Progress, StoreError> {
        let path = disk::real_path(&self.path);
        let _lock = disk::lock(&path, self.patience)?;
        let found =
            self.gather().map_err(|source| StoreError::Io { path: path.clone(), doing: "read", source })?;
        if let Some(version) = found.newer() {
            return Err(StoreError::Newer { path, version });
        }
        let mut progress = found.progress.clone();
        change(&mut progress);
        if progress != found.progress || found.needs_repair() {
            if found.lost_something() {
                disk::keep_aside(&path)?;
            } else if found.is_from_main {
                disk::keep_copy(&path, &backup(&path))?;
            }
            disk::replace(&path, &render::text(&progress))?;
        }
        Ok(progress)
    }

    /// The state file, helped out by the copy before the last write where it is gone or damaged.
    fn gather(&self) -> io::Result<Found> {
        let main = disk::read(&self.path)?;
        let mut found = Found { is_from_main: main.is_some(), ..Found::default() };
        if let Some(bytes) = &main {
            let Reading { progress, flaws } = read::read(bytes);
            (found.progress, found.flaws) = (progress, flaws);
        }
        if main.is_none() || found.lost_something() {
            // A damaged copy is no help, but no reason to stop either.
            if let Ok(Some(bytes)) = disk::read(&backup(&self.path)) {
                let copy = read::read(&bytes).progress;
                let before = found.progress.clone();
                found.progress.unite(copy);
                found.was_helped = found.progress != before;
            }
        }
        found.progress.rename(&self.renames);
        Ok(found)
    }
}

/// What both files together brought.
#[derive(Debug, Default)]
struct Found {
    progress: Progress,
    flaws: Vec<Flaw>,
    is_from_main: bool,
    was_helped: bool,
}

impl Found {
    fn lost_something(&self) -> bool {
        self.flaws.iter().any(Flaw::is_loss)
    }

    fn needs_repair(&self) -> bool {
        !self.flaws.is_empty() || self.was_helped
    }

    fn newer(&self) -> Option<i64> {
        self.flaws.iter().find_map(|flaw| match flaw {
            Flaw::Newer(version) => Some(*version),
            _ => None,
        })
    }

    fn notices(&self, path: &Path) -> Vec<String> {
        let file = path.display();
        let mut notices: Vec<String> = self.flaws.iter().map(|flaw| format!("{file} {flaw}")).collect();
        if self.was_helped {
            let copy = backup(path);
            notices.push(if self.is_from_main {
                format!("What was missing in it came from {}.", copy.display())
            } else {
                let copy = copy.display();
                format!("{file} is gone; its last copy, {copy}, was used. To start anew, delete both.")
            });
        }
        if self.lost_something() {
            notices
                .push("The file is kept under a dated name beside it when the next pass is recorded.".into());
        }
        notices
    }
}

fn backup(path: &Path) -> PathBuf {
    path.with_extension("toml.bak")
}
