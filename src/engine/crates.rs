//! The crates of the set's dependency table: fetched when somebody asks for it; those that an exercise names are built
//! by cargo, once, and kept in the cache. Judging never uses the network. It must not know what an exercise does with
//! them.

use std::collections::{BTreeMap, BTreeSet};
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
    /// Held while something is built; what was found out then for each set of names, so that nobody asks cargo again.
    built: Mutex<BTreeMap<Names, Found>>,
}

/// Crates as the table names them. They are built together: what two of them share is the same library then.
type Names = BTreeSet<String>;

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
        Self { files, built: Mutex::default() }
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
        let Some(names) = waits_for(exercise) else { return Ok(Some(Externs::default())) };
        match self.built(&names, cancel, &|_| {})? {
            Found::Built(externs) => Ok(Some(externs)),
            Found::Missing => Ok(None),
        }
    }

    /// These crates, built if need be.
    fn built(
        &self,
        names: &Names,
        cancel: &Cancel,
        tell: &(dyn Fn(Fetching) + Sync),
    ) -> Result<Found, EngineError> {
        let mut built = self.crates.built.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = built.get(names) {
            return Ok(known.clone());
        }
        let found = self.build(names, cancel, tell)?;
        built.insert(names.clone(), found.clone());
        Ok(found)
    }

    /// Brings everything that the table names to this machine. `tell` hears of each archive. What cargo said is the
    /// answer where they could not be had.
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
        // What was missing before may be here now.
        self.crates.built.lock().unwrap_or_else(PoisonError::into_inner).clear();
        Ok(if done.exit == Exit::Code(0) { Ok(()) } else { Err(done.stderr.text().trim().to_owned()) })
    }

    /// Builds what these exercises name, so that none of them waits later. `tell` hears of each crate. Packages build
    /// their own.
    pub fn build_crates<'e>(
        &self,
        exercises: impl IntoIterator<Item = &'e Exercise>,
        cancel: &Cancel,
        tell: &(dyn Fn(Fetching) + Sync),
    ) -> Result<Result<(), String>, EngineError> {
        for names in exercises.into_iter().filter_map(waits_for).collect::<BTreeSet<Names>>() {
            if let Found::Missing = self.built(&names, cancel, tell)? {
                return Ok(Err("cargo fetched them and does not find them again".to_owned()));
            }
        }
        Ok(Ok(()))
    }

    /// What was built before, or a build now. Only one process builds at a time: cargo's own lock sees to that.
    fn build(
        &self,
        names: &Names,
        cancel: &Cancel,
        tell: &(dyn Fn(Fetching) + Sync),
    ) -> Result<Found, EngineError> {
        let home = self.table_home();
        let index = home.join(format!("built-{}.json", key_of(names)));
        if let Some(externs) = remembered(&index) {
            return Ok(Found::Built(externs));
        }
        self.lay_table(&home)?;
        let cargo = self.cargo(&home);
        let metadata = self.runner.run(&cargo.metadata(), cancel, &|_, _| {})?;
        if cargo::lacks_crates(&metadata) {
            return Ok(Found::Missing);
        }
        let said = |done: &Finished| EngineError::Crates(done.stderr.text());
        let packages = cargo::metadata(&metadata.stdout.text()).ok_or_else(|| said(&metadata))?;
        let told = Mutex::new(Told::default());
        let listen = |stream: Stream, bytes: &[u8]| {
            if stream == Stream::Stdout {
                let fresh = told.lock().unwrap_or_else(PoisonError::into_inner).take(bytes);
                (0..fresh).for_each(|_| tell(Fetching::Compiled));
            }
        };
        let spec: CommandSpec = cargo.build_table(&cargo::specs(&packages, names));
        let done = self.runner.run(&spec, cancel, &listen)?;
        if cargo::lacks_crates(&done) {
            return Ok(Found::Missing);
        }
        if done.exit != Exit::Code(0) {
            return Err(said(&done));
        }
        let built = cargo::read(&done.stdout.text());
        let mut libraries = cargo::libraries(&packages, &built);
        // What others build with is not handed to an exercise that does not ask for it.
        libraries.retain(|library, _| names.iter().any(|name| name.replace('-', "_") == *library));
        let externs = Externs { libraries, dirs: built.directories() };
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

/// The crates without which a file exercise cannot be judged; a package builds its own.
fn waits_for(exercise: &Exercise) -> Option<Names> {
    let waits = exercise.form == Form::File && !exercise.crates.is_empty();
    waits.then(|| exercise.crates.iter().cloned().collect())
}

fn key_of(names: &Names) -> String {
    let text: Vec<&str> = names.iter().map(String::as_str).collect();
    blake3::hash(text.join(" ").as_bytes()).to_hex().chars().take(16).collect()
}

/// Which packages a build has told of: a crate with a build script is told of twice.
#[derive(Debug, Default)]
struct Told {
    /// The beginning of a line whose end has not come yet.
    rest: Vec<u8>,
    seen: BTreeSet<String>,
}

impl Told {
    /// How many packages these bytes are the first to name.
    fn take(&mut self, bytes: &[u8]) -> usize {
        self.rest.extend_from_slice(bytes);
        let Some(end) = self.rest.iter().rposition(|&byte| byte == b'\n') else { return 0 };
        let whole: Vec<u8> = self.rest.drain(..=end).collect();
        let artifacts = cargo::read(&String::from_utf8_lossy(&whole)).artifacts;
        artifacts.into_iter().filter(|artifact| self.seen.insert(artifact.package.clone())).count()
    }
}

/// What an earlier build noted, if all of it is still there.
fn remembered(index: &Path) -> Option<Externs> {
    let externs: Externs = serde_json::from_slice(&std::fs::read(index).ok()?).ok()?;
    externs.libraries.values().all(|path| path.is_file()).then_some(externs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixtures::{exercise, toolchain};
    use crate::process::script::{Reply, Script};

    const METADATA: &str = include_str!("../../tests/recorded/cargo/table_metadata.json");
    const BUILT: &str = include_str!("../../tests/recorded/cargo/table_build.jsonl");

    fn asking(crates: &[&str]) -> Exercise {
        Exercise { crates: crates.iter().map(|&name| name.to_owned()).collect(), ..exercise() }
    }

    fn script() -> Script {
        let asks = |word: &'static str| move |spec: &CommandSpec| spec.args.iter().any(|arg| arg == word);
        Script::new()
            .when(asks("metadata"), Reply::code(0).stdout(METADATA))
            .when(asks("build"), Reply::code(0).stdout(BUILT))
    }

    /// What follows each `-p` of the builds that were asked for.
    fn builds(script: &Script) -> Vec<Vec<String>> {
        let all = script.asked().into_iter().filter(|spec| spec.args.iter().any(|arg| arg == "build"));
        let named = |spec: CommandSpec| {
            let args: Vec<String> = spec.args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
            args.windows(2).filter(|pair| pair[0] == "-p").map(|pair| pair[1].clone()).collect()
        };
        all.map(named).collect()
    }

    #[test]
    fn an_exercise_waits_for_what_it_names_and_for_nothing_else() {
        let (script, tools, cache) = (script(), toolchain(), tempfile::tempdir().unwrap());
        let engine = Engine { cache: Some(cache.path().to_path_buf()), ..Engine::new(&script, &tools) };
        let externs = |crates: &[&str]| {
            let found = engine.externs(&asking(crates), &Cancel::new()).unwrap().unwrap();
            found.libraries.into_keys().collect::<Vec<_>>()
        };
        assert_eq!(externs(&["regex"]), ["regex"]);
        assert_eq!(externs(&["proc-macro2", "quote"]), ["proc_macro2", "quote"]);
        assert_eq!(externs(&["quote", "proc-macro2"]), ["proc_macro2", "quote"], "the order does not matter");
        let builds = builds(&script);
        let [first, second] = builds.as_slice() else { panic!("two sets of names, two builds: {builds:?}") };
        assert!(first.len() == 1 && first[0].contains("regex@"), "{first:?}");
        assert!(second.len() == 2 && second[1].contains("quote@"), "{second:?}");
    }

    #[test]
    fn fetching_builds_what_files_name_and_tells_of_each_crate_once() {
        let (script, tools, cache) = (script(), toolchain(), tempfile::tempdir().unwrap());
        let engine = Engine { cache: Some(cache.path().to_path_buf()), ..Engine::new(&script, &tools) };
        let exercises = [asking(&["regex"]), asking(&["regex"]), asking(&[]), {
            Exercise { form: Form::Package, ..asking(&["quote"]) }
        }];
        let told = std::sync::atomic::AtomicUsize::new(0);
        let count = |_| {
            told.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        };
        engine.build_crates(&exercises, &Cancel::new(), &count).unwrap().unwrap();
        assert_eq!(builds(&script).len(), 1);
        let packages: BTreeSet<String> =
            cargo::read(BUILT).artifacts.into_iter().map(|artifact| artifact.package).collect();
        assert_eq!(told.into_inner(), packages.len());
    }

    #[test]
    fn a_line_that_comes_in_two_parts_is_one() {
        let mut told = Told::default();
        let (first, second) = BUILT.as_bytes().split_at(100);
        let whole = Told::default().take(BUILT.as_bytes());
        assert!(whole > 3);
        assert_eq!(told.take(first) + told.take(second), whole);
        assert_eq!(told.take(BUILT.as_bytes()), 0, "each was told of before");
    }
}
