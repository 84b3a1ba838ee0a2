//! How a file exercise is compiled: command lines for rustc and clippy-driver, straight from the
//! toolchain. The same build serves every check that asks for it, so all of them must describe it
//! through here. It must not judge.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::{Context, Judgement, Verdict, diagnostics};
use crate::check::diagnostics::{Diagnostic, Level};
use crate::curriculum::{Exercise, Form};
use crate::process::{Capture, CommandSpec, Confine, Exit, Finished};
use crate::toolchain::{Tool, Toolchain};

/// How much of each stream of a learner's program is kept.
pub const OUTPUT_CAP: usize = 1024 * 1024;

/// Libraries that cargo has built for the exercise, as rustc wants them named.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Externs {
    /// Crates that the exercise may use, by the name it uses them under.
    pub libraries: BTreeMap<String, PathBuf>,
    /// Where the crates below these lie.
    pub dirs: Vec<PathBuf>,
}

/// One way to build the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant<'a> {
    /// `2021`, `2024`.
    pub edition: &'a str,
    /// Optimised, without overflow checks and debug assertions.
    pub release: bool,
    /// With the test harness, or as a program.
    pub harness: bool,
}

impl<'a> Variant<'a> {
    /// All variants of the exercise, the one that counts for messages first.
    #[must_use]
    pub fn all(cx: &Context<'a>, harness: bool) -> Vec<Self> {
        let options = &cx.exercise.options;
        let profiles = options.profiles.iter().map(|profile| profile == "release");
        profiles
            .flat_map(|release| {
                options.editions.iter().map(move |edition| Self { edition, release, harness })
            })
            .collect()
    }

    /// A word for messages where there is more than one.
    #[must_use]
    pub fn label(&self) -> String {
        let profile = if self.release { "release" } else { "debug" };
        format!("edition {}, {profile}", self.edition)
    }

    /// The judgement on this variant, which names it where the exercise has more than one: what fails in one
    /// edition alone looks right in the editor, which knows only one.
    #[must_use]
    pub fn tell(&self, cx: &Context<'_>, mut judged: Judgement) -> Judgement {
        let options = &cx.exercise.options;
        if options.editions.len() * options.profiles.len() > 1 && !judged.reason.is_empty() {
            judged.reason = format!("{} ({})", judged.reason, self.label());
        }
        judged
    }

    /// Where its program lies in the scratch directory.
    #[must_use]
    pub fn out(&self) -> String {
        let kind = if self.harness { "test" } else { "main" };
        let profile = if self.release { "release" } else { "debug" };
        format!("out/{kind}_{}_{profile}{}", self.edition, std::env::consts::EXE_SUFFIX)
    }
}

/// What building an exercise takes: the compiler, cargo for a package, and what the exercise says it needs for it.
#[must_use]
pub fn tools(exercise: &Exercise) -> Vec<Tool> {
    let mut tools = vec![Tool::Rustc];
    if exercise.form == Form::Package {
        tools.push(Tool::Cargo);
    }
    for need in &exercise.needs {
        match need.as_str() {
            "cc" | "git" | "sh" => tools.push(Tool::Program(need.clone())),
            other => tools.extend(other.strip_prefix("target:").map(|name| Tool::Target(name.to_owned()))),
        }
    }
    tools
}

/// The command that compiles the exercise, with lints where one of its checks wants them.
#[must_use]
pub fn compile(cx: &Context<'_>, variant: Variant<'_>) -> CommandSpec {
    let clippy = cx.tools.path(&Tool::Clippy).filter(|_| variant.harness && wants_lints(cx));
    command(cx, variant, &cx.exercise.path, &variant.out(), clippy)
}

/// The command that compiles another file of the scratch directory in the same way, without lints.
#[must_use]
pub fn compile_other(cx: &Context<'_>, variant: Variant<'_>, source: &Path, out: &str) -> CommandSpec {
    command(cx, variant, source, out, None)
}

fn command(
    cx: &Context<'_>,
    variant: Variant<'_>,
    source: &Path,
    out: &str,
    clippy: Option<PathBuf>,
) -> CommandSpec {
    let linted = clippy.is_some();
    // Without the linter its own check says so; the others need no more than rustc.
    let program = clippy.unwrap_or_else(|| program(cx.tools, &Tool::Rustc));
    let mut args = arguments(cx, variant, source, "bin");
    let mut push = |words: &[&str]| args.extend(words.iter().map(OsString::from));
    push(&["-o", out]);
    if variant.harness {
        push(&["--test"]);
    }
    if variant.release {
        push(&["-O"]);
    }
    if forbids_unsafe(cx) {
        push(&["-F", "unsafe_code"]);
    }
    if linted {
        push(&["-W", "clippy::all"]);
        cx.exercise.deny.iter().for_each(|lint| push(&["-W", lint]));
    }
    if links_dynamically(cx) {
        push(&["-C", "prefer-dynamic"]);
    }
    tool(cx, program, args)
}

fn arguments(cx: &Context<'_>, variant: Variant<'_>, source: &Path, crate_type: &str) -> Vec<OsString> {
    let words = ["--edition", variant.edition, "--crate-name", &cx.exercise.name, "--crate-type", crate_type];
    let json = ["--error-format=json", "--json=diagnostic-rendered-ansi", "-C", "debuginfo=0"];
    let words = words.into_iter().chain(json).map(OsString::from);
    std::iter::once(source.into()).chain(words).collect()
}

/// A compiler with these arguments: it knows the support crate and where its own libraries are.
#[must_use]
pub fn tool(cx: &Context<'_>, program: PathBuf, mut args: Vec<OsString>) -> CommandSpec {
    if let Some(kit) = cx.kit {
        args.push("--extern".into());
        args.push(concat("kit=", kit.as_os_str()));
    }
    for (name, library) in &cx.externs.libraries {
        args.push("--extern".into());
        args.push(concat(&format!("{name}="), library.as_os_str()));
    }
    for dir in &cx.externs.dirs {
        args.push("-L".into());
        args.push(concat("dependency=", dir.as_os_str()));
    }
    CommandSpec {
        program,
        args,
        env: compiler_env(cx),
        cwd: cx.scratch.to_path_buf(),
        timeout: cx.exercise.limits.build,
        confine: None,
        capture: Capture::Whole,
        bring: Vec::new(),
    }
}

/// The command that compiles the learner's part as a library, with these words besides.
#[must_use]
pub fn library(cx: &Context<'_>, variant: Variant<'_>, more: &[&str]) -> CommandSpec {
    let mut args = arguments(cx, variant, &cx.exercise.path, "lib");
    args.extend(more.iter().map(OsString::from));
    tool(cx, program(cx.tools, &Tool::Rustc), args)
}

/// The command that runs what [`compile`] has built.
#[must_use]
pub fn execute(cx: &Context<'_>, variant: Variant<'_>, args: Vec<OsString>) -> CommandSpec {
    execute_other(cx, Path::new(&variant.out()), args)
}

/// The command that runs another program of the scratch directory in the same way.
#[must_use]
pub fn execute_other(cx: &Context<'_>, program: &Path, args: Vec<OsString>) -> CommandSpec {
    CommandSpec {
        program: cx.scratch.join(program),
        args,
        env: program_env(cx),
        cwd: cx.scratch.to_path_buf(),
        timeout: cx.exercise.limits.run,
        confine: Some(Confine { memory_mb: cx.exercise.limits.memory_mb }),
        capture: Capture::HeadAndTail(OUTPUT_CAP),
        bring: Vec::new(),
    }
}

/// What is wrong with a build, if anything is: refused source, errors, its limit, its own trouble.
#[must_use]
pub fn fault(cx: &Context<'_>, built: &Finished) -> Option<Judgement> {
    if let Some(refused) = refusal(cx) {
        return Some(refused);
    }
    let seconds = cx.exercise.limits.build.as_secs();
    match built.exit {
        Exit::Code(0) => None,
        Exit::Cancelled => Some(Judgement::of(Verdict::Cancelled, "")),
        Exit::TimedOut => {
            let reason = format!("compiling took longer than {seconds} s");
            Some(Judgement::of(Verdict::TimedOut(seconds), reason).with_signatures(["timed_out".to_owned()]))
        }
        _ => Some(errors(cx, built)),
    }
}

fn errors(cx: &Context<'_>, built: &Finished) -> Judgement {
    let stderr = built.stderr.text();
    let found = diagnostics::read(&stderr);
    let errors: Vec<Diagnostic> = found.into_iter().filter(|d| d.level == Level::Error).collect();
    if errors.is_empty() {
        // The compiler or the linker failed without a report: its own words are all there is.
        return Judgement::of(Verdict::Failed, "it could not be built")
            .with_signatures(["build".to_owned()])
            .with_detail(diagnostics::plain_lines(&stderr));
    }
    let reason = match errors.len() {
        1 => "it does not compile: one error".to_owned(),
        count => format!("it does not compile: {count} errors"),
    };
    Judgement::of(Verdict::Failed, reason)
        .with_signatures(diagnostics::signatures_around(cx.sheet.line, &errors))
        .with_diagnostics(errors)
}

/// Why this source is not run at all, if it holds something that would fool the checks.
#[must_use]
pub fn refusal(cx: &Context<'_>) -> Option<Judgement> {
    let first = cx.sheet.refusals.first()?;
    let reason = format!("line {}: {}", first.line, first.says);
    let facts = cx.sheet.refusals.iter().map(|refusal| format!("source:{}", refusal.fact));
    Some(Judgement::of(Verdict::Failed, reason).with_signatures(facts))
}

/// Whether the compiler shall refuse `unsafe` in the whole file: not where the exercise permits it, nor where our own
/// part needs it. The learner's tokens were looked through before.
#[must_use]
pub fn forbids_unsafe(cx: &Context<'_>) -> bool {
    let ours = cx.sheet.text.get(cx.sheet.theirs.len()..).unwrap_or_default();
    !cx.exercise.permit.contains("unsafe") && !cx.sheet.tests.is_empty() && !ours.contains("unsafe")
}

/// The lints that the build reported for the learner's part.
#[must_use]
pub fn lints(cx: &Context<'_>, built: &Finished) -> Vec<Diagnostic> {
    let found = diagnostics::read(&built.stderr.text());
    found.into_iter().filter(|d| d.level == Level::Warning && d.line < cx.sheet.line).collect()
}

fn wants_lints(cx: &Context<'_>) -> bool {
    cx.exercise.checks.iter().any(|check| check == "clippy")
}

/// Linking against the shared standard library saves 8 % of a build (design measurements). With an allocator of
/// the program's own it would not be the one that the library uses, and nothing would be counted.
pub(super) fn links_dynamically(cx: &Context<'_>) -> bool {
    cfg!(target_os = "linux") && !cx.sheet.own_allocator
}

/// The program of a tool; its bare name where it was not found, so that the error names it.
pub(super) fn program(tools: &Toolchain, tool: &Tool) -> PathBuf {
    tools.path(tool).unwrap_or_else(|| PathBuf::from(tool.name()))
}

pub(super) fn compiler_env(cx: &Context<'_>) -> BTreeMap<OsString, OsString> {
    let mut env = cx.env.clone();
    add_libraries(&mut env, cx.tools);
    // Always a directory of ours: otherwise the linter would search upwards and find the user's.
    env.insert("CLIPPY_CONF_DIR".into(), cx.scratch.join(&cx.exercise.companions).into());
    env
}

pub(super) fn program_env(cx: &Context<'_>) -> BTreeMap<OsString, OsString> {
    let mut env = cx.env.clone();
    if links_dynamically(cx) {
        add_libraries(&mut env, cx.tools);
    }
    env.insert("RUST_BACKTRACE".into(), "0".into());
    env.insert("ROADMAP_SALT".into(), cx.salt.to_string().into());
    env
}

pub(super) fn add_libraries(env: &mut BTreeMap<OsString, OsString>, tools: &Toolchain) {
    let key = if cfg!(windows) {
        "PATH"
    } else if cfg!(target_os = "macos") {
        "DYLD_FALLBACK_LIBRARY_PATH"
    } else {
        "LD_LIBRARY_PATH"
    };
    let mut paths = tools.library_path();
    if let Some(before) = env.get(OsStr::new(key)) {
        paths.extend(std::env::split_paths(before));
    }
    // A directory whose name holds the separator cannot be told to the loader; it does without then.
    if let Ok(joined) = std::env::join_paths(paths) {
        env.insert(key.into(), joined);
    }
}

/// Two pieces of one argument, of which the second may be no text.
#[must_use]
pub fn concat(left: &str, right: &OsStr) -> OsString {
    let mut joined = OsString::from(left);
    joined.push(right);
    joined
}

/// The command that builds the support crate from its directory.
#[must_use]
pub fn kit(tools: &Toolchain, env: &BTreeMap<OsString, OsString>, source: &Path, out: &Path) -> CommandSpec {
    let mut args: Vec<OsString> =
        ["--edition", "2024", "--crate-name", "kit", "--crate-type", "rlib", "-C", "debuginfo=0"]
            .iter()
            .map(OsString::from)
            .collect();
    // Optimised, since it counts while a learner's program runs. Optimising a second time across the units of this
    // one small crate takes half of the build and makes nothing faster that is called often.
    args.extend(["-O", "-C", "lto=off", "-C", "codegen-units=2"].map(OsString::from));
    args.extend(["--cap-lints".into(), "allow".into(), "-o".into(), out.into()]);
    args.push(source.into());
    let mut env = env.clone();
    add_libraries(&mut env, tools);
    CommandSpec {
        program: program(tools, &Tool::Rustc),
        args,
        env,
        cwd: source.parent().map(Path::to_path_buf).unwrap_or_default(),
        timeout: std::time::Duration::from_secs(120),
        confine: None,
        capture: Capture::Whole,
        bring: Vec::new(),
    }
}
