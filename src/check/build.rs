//! How a file exercise is compiled: command lines for rustc and clippy-driver, straight from the
//! toolchain. The same build serves every check that asks for it, so all of them must describe it
//! through here. It must not judge.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::{Context, Judgement, Verdict, diagnostics};
use crate::check::diagnostics::{Diagnostic, Level};
use crate::process::{Capture, CommandSpec, Confine, Exit, Finished};
use crate::toolchain::{Tool, Toolchain};

/// How much of each stream of a learner's program is kept.
pub const OUTPUT_CAP: usize = 1024 * 1024;

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

    fn out(&self) -> String {
        let kind = if self.harness { "test" } else { "main" };
        let profile = if self.release { "release" } else { "debug" };
        format!("out/{kind}_{}_{profile}{}", self.edition, std::env::consts::EXE_SUFFIX)
    }
}

/// The command that compiles the exercise, with lints where one of its checks wants them.
#[must_use]
pub fn compile(cx: &Context<'_>, variant: Variant<'_>) -> CommandSpec {
    let clippy = cx.tools.path(&Tool::Clippy).filter(|_| variant.harness && wants_lints(cx));
    let linted = clippy.is_some();
    // Without the linter its own check says so; the others need no more than rustc.
    let program = clippy.unwrap_or_else(|| program(cx.tools, &Tool::Rustc));
    let mut args: Vec<OsString> = vec![cx.exercise.path.clone().into_os_string()];
    let mut push = |words: &[&str]| args.extend(words.iter().map(OsString::from));
    push(&["--edition", variant.edition, "--crate-name", &cx.exercise.name, "--crate-type", "bin"]);
    push(&["--error-format=json", "--json=diagnostic-rendered-ansi", "-C", "debuginfo=0"]);
    push(&["-o", &variant.out()]);
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
    if let Some(kit) = cx.kit {
        args.push("--extern".into());
        args.push(concat("kit=", kit.as_os_str()));
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

/// The command that runs what [`compile`] has built.
#[must_use]
pub fn execute(cx: &Context<'_>, variant: Variant<'_>, args: Vec<OsString>) -> CommandSpec {
    CommandSpec {
        program: cx.scratch.join(variant.out()),
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
        _ => Some(errors(built)),
    }
}

fn errors(built: &Finished) -> Judgement {
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
        .with_signatures(diagnostics::signatures(&errors))
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
fn links_dynamically(cx: &Context<'_>) -> bool {
    cfg!(target_os = "linux") && !cx.sheet.own_allocator
}

/// The program of a tool; its bare name where it was not found, so that the error names it.
fn program(tools: &Toolchain, tool: &Tool) -> PathBuf {
    tools.path(tool).unwrap_or_else(|| PathBuf::from(tool.name()))
}

fn compiler_env(cx: &Context<'_>) -> BTreeMap<OsString, OsString> {
    let mut env = cx.env.clone();
    add_libraries(&mut env, cx.tools);
    // Always a directory of ours: otherwise the linter would search upwards and find the user's.
    env.insert("CLIPPY_CONF_DIR".into(), cx.scratch.join(&cx.exercise.companions).into());
    env
}

fn program_env(cx: &Context<'_>) -> BTreeMap<OsString, OsString> {
    let mut env = cx.env.clone();
    if links_dynamically(cx) {
        add_libraries(&mut env, cx.tools);
    }
    env.insert("RUST_BACKTRACE".into(), "0".into());
    env.insert("ROADMAP_SALT".into(), cx.salt.to_string().into());
    env
}

fn add_libraries(env: &mut BTreeMap<OsString, OsString>, tools: &Toolchain) {
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
