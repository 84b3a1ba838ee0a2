//! Where one run happens: a fresh directory for a file, a standing one for a package, so that cargo finds what it
//! built before. It must not judge.

use std::path::{Path, PathBuf};

use super::{Engine, Job};
use crate::check::package::Files;
use crate::check::{self, Package, Sheet};
use crate::curriculum::crates::LOCK;
use crate::process::Cancel;
use crate::workspace::package::{Bench, name_in_workspace};
use crate::workspace::{self, WorkspaceError};

/// The part of a bench that is laid out anew for each run.
const WORK: &str = "work";

/// Keeps cargo from looking for the support crate's workspace further up.
const FENCE: &[u8] = b"[workspace]\nexclude = [\"exercises\", \"kit\"]\n";

/// The directory of a run.
pub(super) enum Place {
    /// Gone when the run is over.
    Scratch(tempfile::TempDir),
    /// Stays, and is ours until the run is over.
    Bench(
        PathBuf,
        #[expect(dead_code, reason = "held for its lock, and for the directory where none stays")] Held,
    ),
}

/// A bench, and the directory it lies in where nothing can be kept.
pub(super) type Held = (Bench, Option<tempfile::TempDir>);

impl Place {
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Scratch(dir) => dir.path(),
            Self::Bench(path, _) => path,
        }
    }
}

impl Engine<'_> {
    /// A scratch directory with a file exercise. It mirrors the workspace, so that the compiler's messages name the
    /// paths that the learner knows.
    pub(super) fn desk(
        &self,
        job: &Job<'_>,
        sheet: &Sheet,
        nonce: &str,
    ) -> Result<Option<Place>, WorkspaceError> {
        let scratch = workspace::scratch(self.cache.as_deref())?;
        let dir = scratch.path();
        let theirs_are_judged = job.exercise.checks.iter().any(|word| word == check::mutants::WORD);
        let proven = theirs_are_judged || !sheet.tests.is_empty();
        let proof = if proven { Sheet::proof_module(nonce) } else { String::new() };
        workspace::lay(dir, &job.exercise.path, format!("{}{proof}", sheet.text).as_bytes())?;
        workspace::lay(dir, Path::new(check::fmt::PART), check::fmt::part(&sheet.theirs).as_bytes())?;
        workspace::lay(dir, Path::new("rustfmt.toml"), b"")?;
        workspace::lay(dir, Path::new("out/.keep"), b"")?;
        // Also the directory in which the linter looks for its configuration; it has to exist.
        workspace::lay(dir, &job.exercise.companions.join(".keep"), b"")?;
        for (path, bytes) in &job.companions {
            workspace::lay(dir, path, bytes)?;
        }
        Ok(Some(Place::Scratch(scratch)))
    }

    /// The standing directory of a package exercise, laid out for this run; none if the run is cancelled before it is
    /// free.
    pub(super) fn bench(
        &self,
        job: &Job<'_>,
        package: &mut Package,
        cancel: &Cancel,
    ) -> Result<Option<Place>, WorkspaceError> {
        let scratch = if self.cache.is_none() { Some(workspace::scratch(None)?) } else { None };
        let parent = self.cache.as_deref().or(scratch.as_ref().map(tempfile::TempDir::path));
        let home = parent.unwrap_or(Path::new(".")).join("packages").join(&job.exercise.name);
        let Some(bench) = Bench::take(home, &|| cancel.asked())? else { return Ok(None) };
        let work = bench.root().join(WORK);
        package.dir = work.join(&job.exercise.path);
        package.target = bench.root().join("target");
        bench.lay_out(Path::new(WORK), &self.laid(job, package))?;
        Ok(Some(Place::Bench(work, (bench, scratch))))
    }

    /// Everything that lies on a bench: the package, the support crate, and what keeps cargo and rustfmt from looking
    /// further up.
    fn laid(&self, job: &Job<'_>, package: &Package) -> Files {
        let mut files: Files =
            [("Cargo.toml".into(), FENCE.to_vec()), ("rustfmt.toml".into(), Vec::new())].into();
        for (path, bytes) in &self.kit {
            files.insert(name_in_workspace(path), bytes.clone());
        }
        let inside = package.files();
        let lock = Path::new("Cargo.lock");
        if !inside.contains_key(lock)
            && !job.exercise.crates.is_empty()
            && let Some(bytes) = self.crates.files.get(Path::new(LOCK))
        {
            // The same versions as everywhere; cargo takes out what this package does not use.
            files.insert(job.exercise.path.join(lock), bytes.clone());
        }
        files.extend(inside.into_iter().map(|(path, bytes)| (job.exercise.path.join(path), bytes)));
        files
    }
}
