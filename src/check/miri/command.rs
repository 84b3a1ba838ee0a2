//! How Miri is called on a file exercise: straight through its driver, without cargo. It must not judge.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::check::{Context, build};
use crate::process::{Capture, CommandSpec, Confine};
use crate::toolchain::Miri;

/// What Miri itself needs beside the program, in MiB.
const OWN_MEMORY_MB: u64 = 1024;

/// Which schedules and addresses are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeds {
    /// The one with this number.
    One(u32),
    /// All of these, until one fails.
    UpTo(u32),
}

/// One run of Miri over one file.
#[derive(Clone, Debug)]
pub struct Interpret<'a> {
    /// The directory, below the one of the run, that holds what Miri reads: there the file has the same path as in
    /// the workspace, so that messages name it as the learner does.
    pub dir: &'a str,
    /// The file, relative to `dir`.
    pub file: &'a Path,
    /// `2021`, `2024`.
    pub edition: &'a str,
    /// What is tried.
    pub seeds: Seeds,
    /// What the program gets as arguments.
    pub args: Vec<OsString>,
    /// Whether the compiler refuses `unsafe` in the whole file.
    pub forbid_unsafe: bool,
}

/// The command for one run. Where Miri was not found it names a program that is not there: the check's tools say
/// so before.
#[must_use]
pub fn interpret(cx: &Context<'_>, run: &Interpret<'_>) -> CommandSpec {
    let miri = cx.tools.miri.as_ref();
    let mut args: Vec<OsString> = miri.map(Miri::sysroot_args).unwrap_or_default();
    let mut push = |words: &[&str]| args.extend(words.iter().map(OsString::from));
    push(&["--edition", run.edition, "--crate-name", &cx.exercise.name, "--crate-type", "bin"]);
    // `--cfg test` and not `--test`: what is meant for tests is there, the harness is not. Warnings were told by
    // the native build.
    push(&["--error-format=json", "--cfg", "test", "-A", "explicit_builtin_cfgs_in_flags", "-A", "warnings"]);
    if run.forbid_unsafe {
        push(&["-F", "unsafe_code"]);
    }
    match run.seeds {
        Seeds::One(seed) => push(&[&format!("-Zmiri-seed={seed}")]),
        Seeds::UpTo(count) => push(&[&format!("-Zmiri-many-seeds=0..{count}")]),
    }
    // Under Miri's isolation the program sees no other variable.
    push(&[&format!("-Zmiri-env-set=ROADMAP_SALT={}", cx.salt)]);
    if let Some(kit) = cx.kit {
        args.push("--extern".into());
        args.push(build::concat("kit=", kit_library(kit).as_os_str()));
    }
    args.push(run.file.into());
    args.push("--".into());
    args.extend(run.args.iter().cloned());
    let limits = cx.exercise.limits;
    CommandSpec {
        program: miri.map_or_else(|| PathBuf::from("miri"), |miri| miri.program.clone()),
        args,
        env: cx.env.clone(),
        cwd: cx.scratch.join(run.dir),
        timeout: limits.build,
        confine: Some(Confine { memory_mb: limits.memory_mb + OWN_MEMORY_MB }),
        capture: Capture::HeadAndTail(build::OUTPUT_CAP),
        bring: Vec::new(),
    }
}

/// Where the support crate lies that was built for Miri, beside the one built for programs.
#[must_use]
pub fn kit_library(native: &Path) -> PathBuf {
    native.with_file_name("libkit-miri.rlib")
}

/// The command that builds the support crate for Miri.
#[must_use]
pub fn kit(miri: &Miri, env: &BTreeMap<OsString, OsString>, source: &Path, out: &Path) -> CommandSpec {
    let mut args = miri.sysroot_args();
    let words = ["--edition", "2024", "--crate-name", "kit", "--crate-type", "rlib", "-C", "debuginfo=0"];
    args.extend(words.iter().map(OsString::from));
    args.extend(["--cap-lints".into(), "allow".into(), "-o".into(), out.into(), source.into()]);
    let mut env = env.clone();
    // Miri is a compiler then, and keeps the bodies of all functions.
    env.insert("MIRI_BE_RUSTC".into(), "target".into());
    CommandSpec {
        program: miri.program.clone(),
        args,
        env,
        cwd: source.parent().map(Path::to_path_buf).unwrap_or_default(),
        timeout: std::time::Duration::from_secs(120),
        confine: None,
        capture: Capture::Whole,
        bring: Vec::new(),
    }
}
