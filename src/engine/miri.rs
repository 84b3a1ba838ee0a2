//! What Miri needs beside itself: a standard library and the support crate, both built for it, once, and only
//! where an exercise asks for it. It must not judge.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use super::{Engine, EngineError};
use crate::check::miri::{command, is_wanted};
use crate::curriculum::Exercise;
use crate::process::{Cancel, Exit};
use crate::toolchain::miri::Library;
use crate::toolchain::{Miri, Toolchain};
use crate::workspace;

impl Engine<'_> {
    /// The tools for this exercise: as they were found, with the place of Miri's library filled in where it is
    /// wanted. If the library cannot be built, Miri is not there.
    pub(super) fn tools_for(
        &self,
        exercise: &Exercise,
        cancel: &Cancel,
    ) -> Result<Cow<'_, Toolchain>, EngineError> {
        let Some(miri) = self.tools.miri.as_ref().filter(|miri| miri.library == Library::Unbuilt) else {
            return Ok(Cow::Borrowed(self.tools));
        };
        if !is_wanted(exercise) {
            return Ok(Cow::Borrowed(self.tools));
        }
        let library = self.miri_library(miri, cancel)?;
        let miri = library.map(|path| Miri { library: Library::At(path), ..miri.clone() });
        Ok(Cow::Owned(Toolchain { miri, ..self.tools.clone() }))
    }

    /// Where the library lies; asked of cargo's `miri` once, and remembered.
    fn miri_library(&self, miri: &Miri, cancel: &Cancel) -> Result<Option<PathBuf>, EngineError> {
        let _one = self.kit_turn.lock().unwrap_or_else(PoisonError::into_inner);
        let key: String = blake3::hash(miri.identity.as_bytes()).to_hex().chars().take(16).collect();
        let note = self.home().join(format!("miri-library-{key}"));
        let known = std::fs::read_to_string(&note).ok().map(|text| PathBuf::from(text.trim()));
        if let Some(known) = known.filter(|path| path.join("lib").is_dir()) {
            return Ok(Some(known));
        }
        let done = self.runner.run(&miri.setup(&self.env), cancel, &|_, _| {})?;
        let said = done.stdout.text();
        let path = said.lines().map(str::trim).rfind(|line| !line.is_empty()).map(PathBuf::from);
        let Some(path) = path.filter(|_| done.exit == Exit::Code(0)) else { return Ok(None) };
        workspace::write_whole(&note, path.as_os_str().as_encoded_bytes())?;
        Ok(Some(path))
    }

    /// Builds the support crate for Miri beside the one for programs.
    pub(super) fn kit_for_miri(
        &self,
        tools: &Toolchain,
        native: &Path,
        cancel: &Cancel,
    ) -> Result<(), EngineError> {
        let library = command::kit_library(native);
        let Some(miri) = &tools.miri else { return Ok(()) };
        let _one = self.kit_turn.lock().unwrap_or_else(PoisonError::into_inner);
        if library.is_file() {
            return Ok(());
        }
        self.build_kit(&library, cancel, &|source, out| command::kit(miri, &self.env, source, out))
    }
}
