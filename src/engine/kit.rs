//! The set's support crate, built once for each compiler and kept in the cache. It must not know what is
//! in it.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use super::{Engine, EngineError};
use crate::check::build;
use crate::process::{Cancel, CommandSpec, Exit};
use crate::workspace;

impl Engine<'_> {
    /// Where the built crate lies; builds it if need be. None where the set has none.
    pub(super) fn kit_library(&self, cancel: &Cancel) -> Result<Option<PathBuf>, EngineError> {
        if self.kit.is_empty() {
            return Ok(None);
        }
        let home = self.home().join(format!("kit-{}", self.kit_key()));
        let library = home.join("libkit.rlib");
        // Two exercises that start together must not build it twice; two processes may, and the second
        // rename changes nothing.
        let _one = self.kit_turn.lock().unwrap_or_else(PoisonError::into_inner);
        if !library.is_file() {
            let natively = |source: &Path, out: &Path| build::kit(self.tools, &self.env, source, out);
            self.build_kit(&library, cancel, &natively)?;
        }
        Ok(Some(library))
    }

    /// Where what was built once is kept.
    pub(super) fn home(&self) -> PathBuf {
        self.cache.clone().unwrap_or_else(std::env::temp_dir)
    }

    /// Builds it before it is needed, so that the first exercise that uses it does not wait for it.
    pub fn warm_up(&self, cancel: &Cancel) -> Result<(), EngineError> {
        self.kit_library(cancel).map(|_| ())
    }

    fn kit_key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.tools.identity.as_bytes());
        hasher.update(self.tools.miri.as_ref().map_or("", |miri| &miri.identity).as_bytes());
        for (path, bytes) in &self.kit {
            hasher.update(path.to_string_lossy().as_bytes()).update(&[0]).update(bytes).update(&[0]);
        }
        hasher.finalize().to_hex().chars().take(16).collect()
    }

    pub(super) fn build_kit(
        &self,
        library: &Path,
        cancel: &Cancel,
        with: &dyn Fn(&Path, &Path) -> CommandSpec,
    ) -> Result<(), EngineError> {
        let scratch = workspace::scratch(self.cache.as_deref())?;
        for (path, bytes) in &self.kit {
            workspace::lay(scratch.path(), path, bytes)?;
        }
        let built = scratch.path().join("libkit.rlib");
        let spec = with(&scratch.path().join("kit/lib.rs"), &built);
        let done = self.runner.run(&spec, cancel, &|_, _| {})?;
        if done.exit != Exit::Code(0) {
            return Err(EngineError::Kit(done.stderr.text()));
        }
        let io = |source| workspace::WorkspaceError::Io { path: library.to_path_buf(), source };
        if let Some(home) = library.parent() {
            std::fs::create_dir_all(home).map_err(io)?;
        }
        std::fs::rename(&built, library)
            .or_else(|_| std::fs::copy(&built, library).map(|_| ()))
            .map_err(io)?;
        Ok(())
    }
}
