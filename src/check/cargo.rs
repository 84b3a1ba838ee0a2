//! How cargo is asked, and what its messages say. Everything is asked offline: only `fetch` may use the
//! network. It must not judge.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use cargo_metadata::{Message, Metadata, NodeDep};

use super::diagnostics::{self, Diagnostic};
use super::{Judgement, Verdict};
use crate::curriculum::Exercise;
use crate::process::{Capture, CommandSpec, Confine, Finished};
use crate::toolchain::{Tool, Toolchain};

/// Address space for cargo and all it starts. rustc and linkers map much and touch little; the bound is for
/// build scripts that grow without end.
const MEMORY_MB: u64 = 16 * 1024;

/// What every call of cargo needs.
#[derive(Clone, Copy, Debug)]
pub struct Cargo<'a> {
    /// The tools: cargo is told which rustc is meant, lest it ask another one.
    pub tools: &'a Toolchain,
    /// What of the user's environment it gets.
    pub env: &'a BTreeMap<OsString, OsString>,
    /// Where it runs: the directory of the package.
    pub cwd: &'a Path,
    /// The longest it may take.
    pub timeout: Duration,
}

impl Cargo<'_> {
    /// cargo with these arguments. Build scripts and macros are code of learners: what they leave behind is
    /// ended with it.
    #[must_use]
    pub fn call<A: AsRef<OsStr>>(&self, args: &[A]) -> CommandSpec {
        let mut env = self.env.clone();
        let rustc = self.tools.path(&Tool::Rustc).unwrap_or_else(|| PathBuf::from("rustc"));
        env.insert("RUSTC".into(), rustc.into());
        env.insert("CARGO_TERM_COLOR".into(), "never".into());
        env.insert("CARGO_TERM_PROGRESS_WHEN".into(), "never".into());
        CommandSpec {
            program: self.tools.path(&Tool::Cargo).unwrap_or_else(|| PathBuf::from("cargo")),
            args: args.iter().map(|arg| arg.as_ref().to_os_string()).collect(),
            env,
            cwd: self.cwd.to_path_buf(),
            timeout: self.timeout,
            confine: Some(Confine { memory_mb: MEMORY_MB }),
            capture: Capture::Whole,
            bring: Vec::new(),
        }
    }

    /// Brings everything that the lock file names to this machine. The one call that may use the network.
    #[must_use]
    pub fn fetch(&self) -> CommandSpec {
        self.call(&["fetch", "--locked"])
    }

    /// Builds these packages of the set's dependency table, and what is below them.
    #[must_use]
    pub fn build_table(&self, packages: &[String]) -> CommandSpec {
        let words = ["build", "--locked", "--offline", "--message-format=json"].map(str::to_owned);
        let named = packages.iter().flat_map(|package| ["-p".to_owned(), package.clone()]);
        self.call(&words.into_iter().chain(named).collect::<Vec<_>>())
    }

    /// Which packages there are and what they depend on.
    #[must_use]
    pub fn metadata(&self) -> CommandSpec {
        self.call(&["metadata", "--offline", "--format-version=1"])
    }
}

/// One thing that cargo has built, or found built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// The package, as cargo names it.
    pub package: String,
    /// The target's name.
    pub target: String,
    /// `lib`, `bin`, `test`, `proc-macro` …
    pub kinds: Vec<String>,
    /// Its root file.
    pub source: PathBuf,
    /// Whether it was built with the test harness.
    pub test: bool,
    /// The program, where it is one.
    pub executable: Option<PathBuf>,
    /// Libraries among its files.
    pub files: Vec<PathBuf>,
}

/// What one build brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// In cargo's order.
    pub artifacts: Vec<Artifact>,
    /// Errors first; each once, though a library is compiled with and without its tests.
    pub diagnostics: Vec<Diagnostic>,
}

impl Built {
    /// Where the libraries lie; the user's configuration may have moved them.
    #[must_use]
    pub fn directories(&self) -> Vec<PathBuf> {
        let libraries = self.artifacts.iter().flat_map(|artifact| &artifact.files);
        let rlibs = libraries.filter(|file| file.extension().is_some_and(|end| end == "rlib"));
        let dirs: BTreeSet<PathBuf> = rlibs.filter_map(|file| Some(file.parent()?.to_path_buf())).collect();
        dirs.into_iter().collect()
    }
}

/// Reads cargo's messages, one JSON object a line. Other lines, which build scripts can print, are left out.
#[must_use]
pub fn read(stdout: &str) -> Built {
    let mut built = Built::default();
    for line in stdout.lines().filter(|line| line.starts_with("{\"reason\":")) {
        match serde_json::from_str(line) {
            Ok(Message::CompilerArtifact(artifact)) => built.artifacts.push(Artifact {
                package: artifact.package_id.repr,
                kinds: artifact.target.kind.iter().map(ToString::to_string).collect(),
                target: artifact.target.name,
                source: artifact.target.src_path.into_std_path_buf(),
                test: artifact.profile.test,
                executable: artifact.executable.map(cargo_metadata::camino::Utf8PathBuf::into_std_path_buf),
                files: artifact
                    .filenames
                    .into_iter()
                    .map(cargo_metadata::camino::Utf8PathBuf::into_std_path_buf)
                    .collect(),
            }),
            Ok(Message::CompilerMessage(message)) => {
                built.diagnostics.extend(diagnostics::from_wire(message.message));
            }
            _ => {}
        }
    }
    built.diagnostics.sort_by_key(|found| found.level);
    let mut seen: Vec<Diagnostic> = Vec::new();
    for found in std::mem::take(&mut built.diagnostics) {
        if !seen.iter().any(|other| other.same_finding(&found)) {
            seen.push(found);
        }
    }
    built.diagnostics = seen;
    built
}

/// What `cargo metadata` said; none where it is not that.
#[must_use]
pub fn metadata(stdout: &str) -> Option<Metadata> {
    serde_json::from_str(stdout.lines().find(|line| line.starts_with('{'))?).ok()
}

/// Whether cargo failed because something was not on this machine and the network was not to be used.
#[must_use]
pub fn lacks_crates(done: &Finished) -> bool {
    let said = done.stderr.text();
    said.contains("offline mode") || said.contains("--offline was specified")
}

/// The judgement on an exercise whose crates are not on this machine: never the learner's fault.
#[must_use]
pub fn unavailable(exercise: &Exercise) -> Judgement {
    let names: Vec<String> = exercise.crates.iter().map(|name| format!("`{name}`")).collect();
    let tool = exercise.crates.join(", ");
    let install = "cargo roadmap fetch".to_owned();
    let reason = match names.as_slice() {
        [one] => format!("the crate {one} was not fetched yet; `{install}` gets it"),
        many => format!("the crates {} were not fetched yet; `{install}` gets them", many.join(", ")),
    };
    Judgement::of(Verdict::Unavailable { tool, install }, reason)
}

/// What the table itself asks for.
fn dependencies(metadata: &Metadata) -> impl Iterator<Item = &NodeDep> {
    let root = metadata.resolve.as_ref().and_then(|resolve| {
        let root = resolve.root.as_ref()?;
        resolve.nodes.iter().find(|node| node.id == *root)
    });
    root.into_iter().flat_map(|root| &root.deps)
}

/// The crates that the table names so, as cargo tells them from others: there may be several versions of one below.
#[must_use]
pub fn specs(metadata: &Metadata, names: &BTreeSet<String>) -> Vec<String> {
    let wanted = |dep: &&NodeDep| names.iter().any(|name| name.replace('-', "_") == dep.name);
    dependencies(metadata).filter(wanted).map(|dep| dep.pkg.repr.clone()).collect()
}

/// The libraries of the crates that the table names, from `cargo metadata` and a build of it: by the names
/// under which a program uses them. A crate without a library, or one that was not built, is left out.
#[must_use]
pub fn libraries(metadata: &Metadata, built: &Built) -> BTreeMap<String, PathBuf> {
    let library = |package: &str| {
        let of_package = |artifact: &&Artifact| {
            let is_lib = |kind: &String| kind.ends_with("lib") || kind == "proc-macro";
            artifact.package == package && artifact.kinds.iter().any(is_lib)
        };
        let artifact = built.artifacts.iter().find(of_package)?;
        let linked = |file: &&PathBuf| {
            file.extension()
                .is_some_and(|end| ["rlib", "so", "dll", "dylib"].iter().any(|known| end == *known))
        };
        artifact.files.iter().find(linked).cloned()
    };
    dependencies(metadata).filter_map(|dep| Some((dep.name.clone(), library(&dep.pkg.repr)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_built_names_its_own_crates_and_not_those_below() {
        let metadata = metadata(include_str!("../../tests/recorded/cargo/table_metadata.json")).unwrap();
        let built = read(include_str!("../../tests/recorded/cargo/table_build.jsonl"));
        let libraries = libraries(&metadata, &built);
        assert_eq!(libraries.keys().collect::<Vec<_>>(), ["proc_macro2", "quote", "regex"]);
        assert_eq!(
            built.directories(),
            [Path::new("/home/ada/crates/target/debug"), Path::new("/home/ada/crates/target/debug/deps")]
        );
        assert!(libraries.values().all(|path| path.extension().is_some_and(|end| end == "rlib")));
    }

    #[test]
    fn what_a_build_script_prints_is_no_message() {
        assert_eq!(read("{\"reason\":\"compiler-artifact\"}\nhello\n{}"), Built::default());
    }

    #[test]
    fn missing_crates_are_told_from_other_trouble() {
        let said = |text: &str| {
            let mut done = crate::check::fixtures::finished(crate::process::Exit::Code(101), "");
            done.stderr.bytes = text.as_bytes().to_vec();
            lacks_crates(&done)
        };
        assert!(said(include_str!("../../tests/recorded/cargo/offline_no_package.txt")));
        assert!(said(include_str!("../../tests/recorded/cargo/offline_no_archive.txt")));
        assert!(!said("error: could not compile `x` (lib) due to 1 previous error"));
    }
}
