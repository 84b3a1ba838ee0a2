//! How a package is built and its programs are run: one call of cargo that serves every check which asks for it, so
//! all of them must describe it through here. It must not judge what the programs did.

use std::ffi::OsString;
use std::path::Path;

use super::cargo::{self, Artifact, Built, Cargo};
use super::diagnostics::{self, Diagnostic, Level};
use super::{Context, Judgement, Package, Verdict, build};
use crate::curriculum::Exercise;
use crate::process::{Capture, CommandSpec, Confine, Exit, Finished};
use crate::toolchain::Tool;

/// What stands behind each argument in the variable that clippy's driver reads.
const HACKERY: &str = "__CLIPPY_HACKERY__";

/// One way to build the same package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant<'a> {
    /// `default`, `none`, `all`, or a feature that stands alone.
    pub features: &'a str,
    /// With optimisations.
    pub release: bool,
}

impl<'a> Variant<'a> {
    /// All variants of the exercise, the one that counts for messages first.
    #[must_use]
    pub fn all(cx: &Context<'a>) -> Vec<Self> {
        let options = &cx.exercise.options;
        let features: Vec<&str> = match options.features.as_slice() {
            [] => vec!["default"],
            list => list.iter().map(String::as_str).collect(),
        };
        let profiles = options.profiles.iter().map(|profile| profile == "release");
        profiles.flat_map(|release| features.iter().map(move |features| Self { features, release })).collect()
    }

    /// A word for messages where there is more than one.
    #[must_use]
    pub fn label(&self) -> String {
        format!("features {}, {}", self.features, if self.release { "release" } else { "debug" })
    }

    fn flags(&self) -> Vec<&'a str> {
        let mut flags = match self.features {
            "default" => Vec::new(),
            "none" => vec!["--no-default-features"],
            "all" => vec!["--all-features"],
            one => vec!["--no-default-features", "--features", one],
        };
        if self.release {
            flags.push("--release");
        }
        flags
    }
}

/// cargo for this package.
fn cargo<'a>(cx: &'a Context<'_>, package: &'a Package) -> Cargo<'a> {
    Cargo { tools: cx.tools, env: cx.env, cwd: &package.dir, timeout: cx.exercise.limits.build }
}

/// The command that builds libraries, programs, tests and benches without running any, with lints where one of the
/// checks wants them. It brings back our own files, to be compared with what was laid out.
#[must_use]
pub fn build_all(cx: &Context<'_>, package: &Package, variant: Variant<'_>) -> CommandSpec {
    let words = ["test", "--no-run", "--workspace", "--all-targets", "--offline"];
    let mut args: Vec<OsString> = words.iter().map(OsString::from).collect();
    args.extend(["--message-format=json-diagnostic-rendered-ansi".into(), "--target-dir".into()]);
    args.push(package.target.clone().into());
    args.extend(variant.flags().into_iter().map(OsString::from));
    let mut spec = cargo(cx, package).call(&args);
    linted(cx, package, &mut spec);
    spec.bring = package.ours.keys().cloned().collect();
    spec
}

/// The command that asks the compiler about one member of a workspace alone, without the features that others switch
/// on for it.
#[must_use]
pub fn check_alone(cx: &Context<'_>, package: &Package, member: &str) -> CommandSpec {
    let mut args: Vec<OsString> = ["check", "--offline", "--package", member].map(OsString::from).to_vec();
    args.extend(["--message-format=json-diagnostic-rendered-ansi".into(), "--target-dir".into()]);
    args.push(package.target.clone().into());
    cargo(cx, package).call(&args)
}

/// The command that builds the package for another target: libraries and programs, without tests, which could not run.
#[must_use]
pub fn build_for(cx: &Context<'_>, package: &Package, target: &str) -> CommandSpec {
    let mut args: Vec<OsString> =
        ["build", "--workspace", "--offline", "--target", target].map(OsString::from).to_vec();
    args.extend(["--message-format=json-diagnostic-rendered-ansi".into(), "--target-dir".into()]);
    args.push(package.target.clone().into());
    let mut spec = cargo(cx, package).call(&args);
    spec.bring = package.ours.keys().cloned().collect();
    spec
}

/// The targets that an exercise is built for in the place of the machine it is on.
#[must_use]
pub fn targets(exercise: &Exercise) -> Vec<&str> {
    exercise.needs.iter().filter_map(|need| need.strip_prefix("target:")).collect()
}

/// The command that lists packages and dependencies.
#[must_use]
pub fn metadata(cx: &Context<'_>, package: &Package) -> CommandSpec {
    cargo(cx, package).metadata()
}

/// Lints come from the same build, as `cargo clippy` does it: clippy's driver compiles in the place of rustc.
fn linted(cx: &Context<'_>, package: &Package, spec: &mut CommandSpec) {
    let wanted = cx.exercise.checks.iter().any(|check| check == "clippy");
    let Some(driver) = cx.tools.path(&Tool::Clippy).filter(|_| wanted) else { return };
    let lints = std::iter::once("clippy::all").chain(cx.exercise.deny.iter().map(String::as_str));
    // As `cargo clippy` tells its driver: each argument with this word behind it.
    let flags: String = lints.flat_map(|lint| ["-W", HACKERY, lint, HACKERY]).collect();
    spec.env.insert("RUSTC_WORKSPACE_WRAPPER".into(), driver.into());
    spec.env.insert("CLIPPY_ARGS".into(), flags.into());
    // Always a directory of ours: otherwise the linter would search upwards and find the user's.
    spec.env.insert("CLIPPY_CONF_DIR".into(), package.dir.clone().into());
    build::add_libraries(&mut spec.env, cx.tools);
}

/// The command that runs a program that was built, where cargo would run it.
#[must_use]
pub fn execute(cx: &Context<'_>, package: &Package, program: &Path, args: Vec<OsString>) -> CommandSpec {
    let mut env = build::program_env(cx);
    // Tests of macros need the compiler's own libraries.
    build::add_libraries(&mut env, cx.tools);
    CommandSpec {
        program: program.to_path_buf(),
        args,
        env,
        cwd: package.dir.clone(),
        timeout: cx.exercise.limits.run,
        confine: Some(Confine { memory_mb: cx.exercise.limits.memory_mb }),
        capture: Capture::HeadAndTail(build::OUTPUT_CAP),
        bring: Vec::new(),
    }
}

/// What is wrong with a build, if anything is.
#[must_use]
pub fn fault(cx: &Context<'_>, package: &Package, done: &Finished) -> Option<Judgement> {
    if let Some(refused) = build::refusal(cx) {
        return Some(refused);
    }
    if cx.exercise.carry && package.sources().next().is_none() {
        let reason = format!("nothing is here to go on from; {}", bring(cx));
        return Some(Judgement::of(Verdict::Failed, reason).with_signatures(["build".to_owned()]));
    }
    fault_alone(cx, done).or_else(|| changed_files(package, done))
}

/// Where the files of a step that goes on from another one come from.
fn bring(cx: &Context<'_>) -> String {
    format!("`cargo roadmap carry {}` brings your own code of the step before", cx.exercise.name)
}

/// The same for a build that brings back nothing of ours.
#[must_use]
pub fn fault_alone(cx: &Context<'_>, done: &Finished) -> Option<Judgement> {
    let seconds = cx.exercise.limits.build.as_secs();
    match done.exit {
        Exit::Code(0) => None,
        Exit::Cancelled => Some(Judgement::of(Verdict::Cancelled, "")),
        Exit::TimedOut => {
            let reason = format!("building took longer than {seconds} s");
            Some(Judgement::of(Verdict::TimedOut(seconds), reason).with_signatures(["timed_out".to_owned()]))
        }
        _ if cargo::lacks_crates(done) && !cx.exercise.crates.is_empty() => {
            Some(cargo::unavailable(cx.exercise))
        }
        _ => Some(errors(cx, done)),
    }
}

/// A build script may write where it likes. What it wrote over ours was not judged, so nothing was.
fn changed_files(package: &Package, done: &Finished) -> Option<Judgement> {
    let brought = |path| done.files.get(path).map(Vec::as_slice);
    let (path, _) = package.ours.iter().find(|(path, bytes)| brought(*path) != Some(bytes.as_slice()))?;
    let reason = format!("the build changed {}, which belongs to the checks", path.display());
    Some(Judgement::of(Verdict::Failed, reason).with_signatures(["source:locked".to_owned()]))
}

fn errors(cx: &Context<'_>, done: &Finished) -> Judgement {
    let errors: Vec<Diagnostic> =
        report(cx, done).diagnostics.into_iter().filter(|found| found.level == Level::Error).collect();
    if errors.is_empty() {
        // A manifest that cargo does not understand, a build script that fails, the linker: cargo's words are all.
        return Judgement::of(Verdict::Failed, "it could not be built")
            .with_signatures(["build".to_owned()])
            .with_detail(done.stderr.text().trim());
    }
    let reason = match errors.len() {
        1 => "it does not compile: one error".to_owned(),
        count => format!("it does not compile: {count} errors"),
    };
    let absent = errors.iter().any(|error| error.code.as_deref() == Some("E0583"));
    let reason = if absent && cx.exercise.carry { format!("{reason}; {}", bring(cx)) } else { reason };
    Judgement::of(Verdict::Failed, reason)
        .with_signatures(diagnostics::signatures(&errors))
        .with_diagnostics(errors)
}

/// What cargo reported, with files named as the learner knows them.
#[must_use]
pub fn report(cx: &Context<'_>, done: &Finished) -> Built {
    let mut built = cargo::read(&done.stdout.text());
    for found in built.diagnostics.iter_mut().filter(|found| !found.file.is_empty()) {
        found.file = cx.exercise.path.join(&found.file).display().to_string();
    }
    built
}

/// The lints that the build reported for the learner's files.
#[must_use]
pub fn lints(cx: &Context<'_>, package: &Package, done: &Finished) -> Vec<Diagnostic> {
    let theirs = |found: &Diagnostic| {
        let inside = Path::new(&found.file).strip_prefix(&cx.exercise.path).ok();
        inside.is_none_or(|path| !package.ours.contains_key(path))
    };
    let found = report(cx, done).diagnostics.into_iter();
    found.filter(|found| found.level == Level::Warning && !found.file.is_empty() && theirs(found)).collect()
}

/// The test program that cargo made of this file.
#[must_use]
pub fn test_program<'b>(package: &Package, built: &'b Built, file: &Path) -> Option<&'b Path> {
    let source = package.dir.join(file);
    let made = |artifact: &&Artifact| artifact.test && artifact.source == source;
    built.artifacts.iter().filter(made).find_map(|artifact| artifact.executable.as_deref())
}

/// The program that `run` runs: the only one, or the one called like the exercise.
#[must_use]
pub fn main_program<'b>(cx: &Context<'_>, built: &'b Built) -> Option<&'b Path> {
    let is_program = |artifact: &&Artifact| !artifact.test && artifact.kinds.iter().any(|kind| kind == "bin");
    let programs: Vec<&Artifact> = built.artifacts.iter().filter(is_program).collect();
    let one = match programs.as_slice() {
        [one] => Some(*one),
        several => several.iter().find(|it| it.target.replace('-', "_") == cx.exercise.name).copied(),
    };
    one.and_then(|artifact| artifact.executable.as_deref())
}
