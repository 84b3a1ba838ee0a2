//! Which tools exist, where, in which version, and how to install those that do not. It asks rustup and
//! rustc as the user's shell would, and must not know what a tool is wanted for.

pub mod miri;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::process::{Cancel, Capture, CommandSpec, Exit, ProcessError, Runner};
pub use miri::Miri;

/// A tool that a check may need.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tool {
    /// The compiler.
    Rustc,
    /// The build tool.
    Cargo,
    /// The linter's driver.
    Clippy,
    /// The formatter.
    Rustfmt,
    /// The writer of documentation, which also runs its examples.
    Rustdoc,
    /// The interpreter that finds undefined behaviour.
    Miri,
    /// The standard library of another target.
    Target(String),
    /// A program on `PATH`, such as `git` or `cc`.
    Program(String),
}

impl Tool {
    /// What people call it.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Rustc => "rustc",
            Self::Cargo => "cargo",
            Self::Clippy => "clippy",
            Self::Rustfmt => "rustfmt",
            Self::Rustdoc => "rustdoc",
            Self::Miri => "Miri",
            Self::Target(name) | Self::Program(name) => name,
        }
    }

    /// The command that installs it.
    #[must_use]
    pub fn install(&self) -> String {
        match self {
            Self::Rustc | Self::Cargo | Self::Rustdoc => "rustup toolchain install stable".to_owned(),
            Self::Clippy => "rustup component add clippy".to_owned(),
            Self::Rustfmt => "rustup component add rustfmt".to_owned(),
            Self::Miri => "rustup toolchain install nightly --component miri,rust-src".to_owned(),
            Self::Target(name) => format!("rustup target add {name}"),
            Self::Program(name) if name == "cc" => {
                "install a C compiler with your system's package manager".to_owned()
            }
            Self::Program(name) => format!("install {name} with your system's package manager"),
        }
    }
}

/// One toolchain, found, and the Miri that goes with it. All paths are those of the real programs, never of rustup's proxies: a proxy
/// costs 10 ms a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toolchain {
    /// The directory of its programs.
    pub bin: PathBuf,
    /// Where its libraries begin.
    pub sysroot: PathBuf,
    /// `1.95.0 (59807616e 2026-04-14)`.
    pub version: String,
    /// The target triple it runs on and builds for.
    pub host: String,
    /// What `rustc -vV` was asked of; another file means another answer.
    pub identity: String,
    /// Miri, wherever it is; often in another toolchain.
    pub miri: Option<Miri>,
}

/// What is needed to look for tools: handed in, never read from the environment here.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The user's environment.
    pub env: BTreeMap<OsString, OsString>,
    /// Where the user stands: a `rust-toolchain.toml` there or above counts.
    pub cwd: PathBuf,
}

/// No usable toolchain.
#[derive(Debug, thiserror::Error)]
pub enum ToolchainError {
    /// There is no rustc.
    #[error("no rustc was found")]
    NoRustc,
    /// rustc or rustup did not answer as expected.
    #[error("{program} did not say where the toolchain is: {said}")]
    Silent {
        /// Which program was asked.
        program: String,
        /// What it said instead.
        said: String,
    },
    /// It could not be started at all.
    #[error(transparent)]
    Process(#[from] ProcessError),
}

impl Toolchain {
    /// Where a tool lies; none if it is not there.
    #[must_use]
    pub fn path(&self, tool: &Tool) -> Option<PathBuf> {
        let program = match tool {
            Tool::Rustc => "rustc",
            Tool::Cargo => "cargo",
            Tool::Clippy => "clippy-driver",
            Tool::Rustfmt => "rustfmt",
            Tool::Rustdoc => "rustdoc",
            Tool::Miri => return self.miri.as_ref().map(|miri| miri.program.clone()),
            Tool::Target(name) => {
                let libraries = self.target_libraries(name);
                return libraries.is_dir().then_some(libraries);
            }
            Tool::Program(name) => return which::which(name).ok(),
        };
        let path = self.bin.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
        path.is_file().then_some(path)
    }

    /// Where the standard library of a target lies, if it is there.
    #[must_use]
    pub fn target_libraries(&self, target: &str) -> PathBuf {
        self.sysroot.join("lib").join("rustlib").join(target).join("lib")
    }

    /// Directories with shared libraries that a program built with `-C prefer-dynamic`, and the compiler
    /// itself, need at run time.
    #[must_use]
    pub fn library_path(&self) -> Vec<PathBuf> {
        vec![self.sysroot.join("lib"), self.target_libraries(&self.host)]
    }

    /// Finds the toolchain that counts where the user stands. `known` is what an earlier call found: it is
    /// believed as long as it is still the same rustc that counts.
    pub fn find(
        around: &Surroundings,
        runner: &dyn Runner,
        known: Option<&Self>,
    ) -> Result<Self, ToolchainError> {
        let rustc = find_rustc(around, runner)?;
        let identity = identity(&rustc);
        let miri = |bin: &Path| miri::find(around, runner, bin, known.and_then(|known| known.miri.as_ref()));
        if let Some(known) = known.filter(|known| known.identity == identity) {
            return Ok(Self { miri: miri(&known.bin), ..known.clone() });
        }
        let said = ask(around, runner, &rustc, &["-vV"])?;
        let sysroot = PathBuf::from(ask(around, runner, &rustc, &["--print", "sysroot"])?.trim());
        let field = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let silent = || ToolchainError::Silent { program: "rustc".to_owned(), said: said.clone() };
        let version = field("rustc ").ok_or_else(silent)?.to_owned();
        let host = field("host: ").ok_or_else(silent)?.to_owned();
        // The programs of rustup's toolchains lie in the sysroot; those of a distribution beside rustc.
        let own = sysroot.join("bin");
        let has_rustc = own.join(format!("rustc{}", std::env::consts::EXE_SUFFIX)).is_file();
        let bin = if has_rustc { own } else { parent(&rustc) };
        Ok(Self { miri: miri(&bin), bin, sysroot, version, host, identity })
    }
}

fn parent(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The real rustc: beside the cargo that called us, else what `PATH` says, with rustup asked where
/// that is its proxy.
fn find_rustc(around: &Surroundings, runner: &dyn Runner) -> Result<PathBuf, ToolchainError> {
    let name = format!("rustc{}", std::env::consts::EXE_SUFFIX);
    let var = |key: &str| around.env.get(OsStr::new(key));
    // Cargo sets both when rustup's proxy chose the toolchain for this very directory.
    if let (Some(cargo), Some(_)) = (var("CARGO"), var("RUSTUP_TOOLCHAIN")) {
        let beside = parent(Path::new(cargo)).join(&name);
        if beside.is_file() {
            return Ok(beside);
        }
    }
    let path = var("PATH").cloned().unwrap_or_default();
    let found = which::which_in(&name, Some(&path), &around.cwd).map_err(|_| ToolchainError::NoRustc)?;
    let rustup = parent(&found).join(format!("rustup{}", std::env::consts::EXE_SUFFIX));
    if !rustup.is_file() {
        return Ok(found);
    }
    let said = ask(around, runner, &rustup, &["which", "rustc"])?;
    let real = PathBuf::from(said.trim());
    if real.is_file() { Ok(real) } else { Err(ToolchainError::Silent { program: "rustup".to_owned(), said }) }
}

/// Changes when another compiler lies there.
fn identity(rustc: &Path) -> String {
    let stamp = std::fs::metadata(rustc).ok().and_then(|meta| {
        let modified = meta.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
        Some(format!("{}:{}", meta.len(), modified.as_nanos()))
    });
    format!("{}:{}", rustc.display(), stamp.unwrap_or_default())
}

fn ask(
    around: &Surroundings,
    runner: &dyn Runner,
    program: &Path,
    args: &[&str],
) -> Result<String, ToolchainError> {
    let spec = CommandSpec {
        program: program.to_path_buf(),
        args: args.iter().map(OsString::from).collect(),
        env: around.env.clone(),
        cwd: around.cwd.clone(),
        timeout: Duration::from_secs(20),
        confine: None,
        capture: Capture::HeadAndTail(64 * 1024),
        bring: Vec::new(),
    };
    let done = runner.run(&spec, &Cancel::new(), &|_, _| {})?;
    if done.exit == Exit::Code(0) {
        return Ok(done.stdout.text());
    }
    let program = program.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Err(ToolchainError::Silent { program, said: done.stderr.text().trim().to_owned() })
}

/// The version a program reports, on one line; for `doctor`.
#[must_use]
pub fn version_of(around: &Surroundings, runner: &dyn Runner, program: &Path) -> Option<String> {
    let said = ask(around, runner, program, &["--version"]).ok()?;
    said.lines().next().map(|line| line.trim().to_owned())
}
