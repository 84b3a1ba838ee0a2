//! The crates of the set's dependency table: fetched when somebody asks for it, built once by cargo, and kept in
//! the cache. Judging never uses the network. It must not know what an exercise does with them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::{Engine, EngineError};
use crate::check::build::Externs;
use crate::check::cargo::{self, Cargo};
use crate::curriculum::crates::{LOCK, TABLE};
use crate::curriculum::{Exercise, Form};
use crate::process::{Cancel, CommandSpec, Exit, Finished, Stream};
use crate::workspace::{self, WorkspaceError};

/// The longest that all crates together may take to be built, or to come over a slow line.
const PATIENCE: Duration = Duration::from_secs(1800);

/// The set's dependency table and what became of it.
#[derive(Debug, Default)]
pub struct Crates {
    /// The table and its lock file, by their paths in the set; empty where the set has none.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    /// Held while it is built; what was found out then, so that nobody asks cargo again.
    built: Mutex<Option<Found>>,
}

#[derive(Clone, Debug)]
enum Found {
    Built(Externs),
    Missing,
}

/// How a fetch goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetching {
    /// One more archive has arrived.
    Downloaded,
    /// One more crate is built.
    Compiled,
}

impl Crates {
    /// The table of the set that holds these files.
    #[must_use]
    pub fn new(files: BTreeMap<PathBuf, Vec<u8>>) -> Self {
        Self { files, built: Mutex::new(None) }
    }

    /// The lock file as text.
    #[must_use]
    pub fn lock(&self) -> String {
        let bytes = self.files.get(Path::new(LOCK)).map(Vec::as_slice).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }
}

impl Engine<'_> {
    /// The libraries that a file exercise asks for; none where they are not on this machine.
    pub(super) fn externs(
        &self,
        exercise: &Exercise,
        cancel: &Cancel,
    ) -> Result<Option<Externs>, EngineError> {
        if exercise.crates.is_empty() || exercise.form == Form::Package {
            return Ok(Some(Externs::default()));
        }
        Ok(self.table(cancel)?.map(|all| {
            let wanted = |name: &String| exercise.crates.iter().any(|it| it.replace('-', "_") == *name);
            let libraries = all.libraries.into_iter().filter(|(name, _)| wanted(name)).collect();
            Externs { libraries, dirs: all.dirs }
        }))
    }

    /// All libraries of the table, built if need be; none where something is not on this machine.
    fn table(&self, cancel: &Cancel) -> Result<Option<Externs>, EngineError> {
        let mut built = self.crates.built.lock().unwrap_or_else(PoisonError::into_inner);
        if built.is_none() {
            *built = Some(self.build_table(cancel, &|_| {})?);
        }
        Ok(match built.clone() {
            Some(Found::Built(externs)) => Some(externs),
            _ => None,
        })
    }

    /// Brings all crates of the table to this machine and builds them. `tell` hears of each step. What cargo said
    /// is the answer where they could not be had.
    pub fn fetch_crates(
        &self,
        cancel: &Cancel,
        tell: &(dyn Fn(Fetching) + Sync),
    ) -> Result<Result<(), String>, EngineError> {
        let home = self.table_home();
        self.lay_table(&home)?;
        let listen = |stream: Stream, bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            if stream == Stream::Stderr {
                text.matches("Downloaded ").for_each(|_| tell(Fetching::Downloaded));
            }
        };
        let done = self.runner.run(&self.cargo(&home).fetch(), cancel, &listen)?;
        if done.exit != Exit::Code(0) {
            return Ok(Err(done.stderr.text().trim().to_owned()));
        }
        let found = self.build_table(cancel, tell)?;
        let had = matches!(found, Found::Built(_));
        *self.crates.built.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        Ok(if had { Ok(()) } else { Err("cargo fetched them and does not find them again".to_owned()) })
    }

    /// What was built before, or a build now. Only one process builds at a time: cargo's own lock sees to that.
    fn build_table(&self, cancel: &Cancel, tell: &(dyn Fn(Fetching) + Sync)) -> Result<Found, EngineError> {
        let home = self.table_home();
        let index = home.join("built.json");
        if let Some(externs) = remembered(&index) {
            return Ok(Found::Built(externs));
        }
        self.lay_table(&home)?;
        let cargo = self.cargo(&home);
        let metadata = self.runner.run(&cargo.metadata(), cancel, &|_, _| {})?;
        if cargo::lacks_crates(&metadata) {
            return Ok(Found::Missing);
        }
        let listen = |stream: Stream, bytes: &[u8]| {
            if stream == Stream::Stdout {
                let text = String::from_utf8_lossy(bytes);
                text.matches("\"compiler-artifact\"").for_each(|_| tell(Fetching::Compiled));
            }
        };
        let spec: CommandSpec = cargo.build_table();
        let done = self.runner.run(&spec, cancel, &listen)?;
        if cargo::lacks_crates(&done) {
            return Ok(Found::Missing);
        }
        let said = |done: &Finished| EngineError::Crates(done.stderr.text());
        if done.exit != Exit::Code(0) {
            return Err(said(&done));
        }
        let packages = cargo::metadata(&metadata.stdout.text()).ok_or_else(|| said(&metadata))?;
        let built = cargo::read(&done.stdout.text());
        let externs = Externs { libraries: cargo::libraries(&packages, &built), dirs: built.directories() };
        if let Ok(bytes) = serde_json::to_vec(&externs) {
            // Not remembering costs the next run a question to cargo, nothing else.
            let _ = workspace::write_whole(&index, &bytes);
        }
        Ok(Found::Built(externs))
    }

    fn cargo<'a>(&'a self, home: &'a Path) -> Cargo<'a> {
        Cargo { tools: self.tools, env: &self.env, cwd: home, timeout: PATIENCE }
    }

    /// A directory for each table and each compiler.
    fn table_home(&self) -> PathBuf {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.tools.identity.as_bytes());
        for (path, bytes) in &self.crates.files {
            hasher.update(path.to_string_lossy().as_bytes()).update(&[0]).update(bytes).update(&[0]);
        }
        let key: String = hasher.finalize().to_hex().chars().take(16).collect();
        self.cache.clone().unwrap_or_else(std::env::temp_dir).join(format!("crates-{key}"))
    }

    fn lay_table(&self, home: &Path) -> Result<(), WorkspaceError> {
        for (from, to) in [(TABLE, "Cargo.toml"), (LOCK, "Cargo.lock")] {
            let bytes = self.crates.files.get(Path::new(from)).map(Vec::as_slice).unwrap_or_default();
            workspace::lay_changed(home, Path::new(to), bytes)?;
        }
        workspace::lay_changed(home, Path::new("lib.rs"), b"")?;
        Ok(())
    }
}

/// What an earlier build noted, if all of it is still there.
fn remembered(index: &Path) -> Option<Externs> {
    let externs: Externs = serde_json::from_slice(&std::fs::read(index).ok()?).ok()?;
    externs.libraries.values().all(|path| path.is_file()).then_some(externs)
}
