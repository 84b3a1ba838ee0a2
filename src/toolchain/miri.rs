//! Where Miri is: it is seldom in the toolchain that compiles, so other installed ones are looked through. It
//! must not know what Miri is wanted for, and never builds anything: it only says how that is done.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Surroundings, ask, identity, parent};
use crate::process::{Capture, CommandSpec, Runner};

/// Names the toolchain whose Miri counts: a name such as `nightly`, or the path of its directory.
pub const CHOICE: &str = "ROADMAP_MIRI_TOOLCHAIN";

/// Names a standard library built for Miri; Miri's own variable.
pub const SYSROOT: &str = "MIRI_SYSROOT";

/// Miri, found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Miri {
    /// The interpreter itself, never rustup's proxy.
    pub program: PathBuf,
    /// The toolchain it belongs to: rustup's name for it, or its directory.
    pub toolchain: String,
    /// `1.95.0 (59807616e 2026-04-14)`.
    pub version: String,
    /// The standard library it interprets.
    pub library: Library,
    /// Changes when another Miri lies there.
    pub identity: String,
}

/// Where the standard library lies that was compiled for Miri: the one of the compiler holds no bodies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Library {
    /// Miri knows by itself.
    Own,
    /// Here.
    At(PathBuf),
    /// Nowhere known: [`Miri::setup`] builds it, or says where it was built.
    Unbuilt,
}

impl Miri {
    /// What a command line needs to name the library.
    #[must_use]
    pub fn sysroot_args(&self) -> Vec<OsString> {
        match &self.library {
            Library::At(path) => vec!["--sysroot".into(), path.into()],
            Library::Own | Library::Unbuilt => Vec::new(),
        }
    }

    /// The command that builds the library once for each Miri, in a place where cargo's own `miri` finds it too, and
    /// prints that place.
    #[must_use]
    pub fn setup(&self, env: &std::collections::BTreeMap<OsString, OsString>) -> CommandSpec {
        let bin = parent(&self.program);
        let mut env = env.clone();
        // Cargo's subcommand asks `PATH` for cargo and rustc; they must be those of its own toolchain.
        let before = env.get(OsStr::new("PATH")).cloned().unwrap_or_default();
        let paths = std::iter::once(bin.clone()).chain(std::env::split_paths(&before));
        if let Ok(joined) = std::env::join_paths(paths) {
            env.insert("PATH".into(), joined);
        }
        let program = |name: &str| bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        env.insert("CARGO".into(), program("cargo").into());
        env.insert("RUSTC".into(), program("rustc").into());
        CommandSpec {
            program: program("cargo-miri"),
            args: ["miri", "setup", "--print-sysroot"].map(OsString::from).to_vec(),
            env,
            cwd: bin,
            timeout: Duration::from_secs(1800),
            confine: None,
            capture: Capture::HeadAndTail(64 * 1024),
            bring: Vec::new(),
        }
    }
}

/// Looks for Miri: the toolchain that was named, and only that; else the active one, nightly, any. `known` is what
/// an earlier call found: believed as long as the same file would be found again, so that a start costs no
/// process.
pub(super) fn find(
    around: &Surroundings,
    runner: &dyn Runner,
    active: &Path,
    known: Option<&Miri>,
) -> Option<Miri> {
    candidates(around, active).into_iter().find_map(|program| {
        let chosen = around.env.get(OsStr::new(SYSROOT)).filter(|path| !path.is_empty());
        let stamp = format!("{}:{}", identity(&program), chosen.map_or("".into(), |p| p.to_string_lossy()));
        match known.filter(|known| known.identity == stamp) {
            Some(known) => Some(known.clone()),
            None => look_at(around, runner, program, stamp),
        }
    })
}

fn look_at(around: &Surroundings, runner: &dyn Runner, program: PathBuf, identity: String) -> Option<Miri> {
    let said = ask(around, runner, &program, &["--version"]).ok()?;
    let first = said.lines().next()?.trim();
    let version = first.split_once(' ').map_or(first, |(_, version)| version).to_owned();
    let home = parent(&parent(&program));
    let given = around.env.get(OsStr::new(SYSROOT)).filter(|path| !path.is_empty());
    let library = if let Some(path) = given {
        Library::At(path.into())
    } else {
        let said = ask(around, runner, &program, &["--print", "sysroot"]).ok()?;
        // A toolchain's own library goes with its compiler, and Miri needs another one; a library that was built
        // for Miri has no compiler beside it.
        let compiler =
            Path::new(said.trim()).join("bin").join(format!("rustc{}", std::env::consts::EXE_SUFFIX));
        if compiler.is_file() { Library::Unbuilt } else { Library::Own }
    };
    let rustups = toolchains(around).is_some_and(|all| home.parent() == Some(all.as_path()));
    let name = home.file_name().filter(|_| rustups).map(|name| name.to_string_lossy().into_owned());
    let toolchain = name.unwrap_or_else(|| home.display().to_string());
    Some(Miri { program, toolchain, version, library, identity })
}

/// Programs that would be Miri, the one that counts most first. Only the disk is asked.
fn candidates(around: &Surroundings, active: &Path) -> Vec<PathBuf> {
    let program = |bin: PathBuf| bin.join(format!("miri{}", std::env::consts::EXE_SUFFIX));
    let chosen = around.env.get(OsStr::new(CHOICE)).filter(|name| !name.is_empty());
    let homes = chosen.map_or_else(|| installed(around), |name| named(around, name));
    let active = chosen.is_none().then(|| program(active.to_path_buf()));
    let others = homes.into_iter().map(|home| program(home.join("bin")));
    let mut found: Vec<PathBuf> = active.into_iter().chain(others).collect();
    found.retain(|program| program.is_file());
    found
}

/// The toolchain of this name, with or without its host behind it; or the directory itself.
fn named(around: &Surroundings, name: &OsStr) -> Vec<PathBuf> {
    let path = Path::new(name);
    if path.components().count() > 1 || path.is_absolute() {
        return vec![around.cwd.join(path)];
    }
    let begins = |home: &Path| {
        let file = home.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let rest = file.strip_prefix(name.to_string_lossy().as_ref()).map(str::to_owned);
        rest.map(|rest| (rest.is_empty(), rest.starts_with('-')))
    };
    let mut found: Vec<(bool, PathBuf)> = installed(around)
        .into_iter()
        .filter_map(|home| {
            begins(&home).filter(|(whole, part)| *whole || *part).map(|(whole, _)| (!whole, home))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, home)| home).collect()
}

/// All toolchains that rustup knows of, nightly first.
fn installed(around: &Surroundings) -> Vec<PathBuf> {
    let Some(entries) = toolchains(around).and_then(|all| std::fs::read_dir(all).ok()) else {
        return Vec::new();
    };
    let nightly = |home: &Path| home.file_name().is_some_and(|n| n.to_string_lossy().starts_with("nightly"));
    let sorted: BTreeSet<(bool, PathBuf)> =
        entries.flatten().map(|entry| entry.path()).map(|home| (!nightly(&home), home)).collect();
    sorted.into_iter().map(|(_, home)| home).collect()
}

/// Where rustup keeps them.
fn toolchains(around: &Surroundings) -> Option<PathBuf> {
    let var = |name: &str| around.env.get(OsStr::new(name)).filter(|value| !value.is_empty());
    let own = var("RUSTUP_HOME").map(PathBuf::from);
    let home = || Some(PathBuf::from(var("HOME").or_else(|| var("USERPROFILE"))?).join(".rustup"));
    own.or_else(home).map(|root| root.join("toolchains"))
}

#[cfg(test)]
mod tests;
