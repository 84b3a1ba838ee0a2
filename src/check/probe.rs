//! Probes: programs of ours that use the learner's part as any caller would. The part above the line is
//! compiled as a library under the exercise's name, and each probe against it as a crate of its own:
//! so only what is `pub` counts, the lines of a probe stay true, and an error in the learner's part is met
//! before any probe is. It must not judge what a probe came to.
//!
//! A probe opens with a comment that says what it shows. `//@ name: value` at the beginning of a line gives
//! a fact about the file, such as `//@ edition: 2021`; without it the exercise's first edition counts.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::build::{self, OUTPUT_CAP};
use super::diagnostics::{self, Diagnostic, Level};
use super::{Context, Judgement, Verdict};
use crate::process::{Capture, CommandSpec, Confine, Exit, Finished};
use crate::toolchain::Tool;

/// One companion file that is compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Its path in the set.
    pub path: PathBuf,
    /// Its name without the ending.
    pub stem: String,
    /// What is in it.
    pub text: String,
}

/// How far a probe is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emit {
    /// Types and borrows are checked, and nothing is built.
    Metadata,
    /// A program.
    Program,
    /// The middle language, as text.
    Mir,
}

impl Probe {
    /// What its leading comment says, in one line.
    #[must_use]
    pub fn shows(&self) -> String {
        self.comment().map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
    }

    /// The same as a question is read: what is set in, such as the answers to choose from, keeps its line.
    #[must_use]
    pub fn asks(&self) -> String {
        let mut asked = String::new();
        for line in self.comment() {
            let set_in = line.starts_with("   ");
            if !asked.is_empty() {
                asked.push_str(if set_in { "\n  " } else { " " });
            }
            asked.push_str(line.trim());
        }
        asked.trim().to_owned()
    }

    /// The lines of its leading comment, without their mark and without facts.
    fn comment(&self) -> impl Iterator<Item = &str> {
        let comment = self.text.lines().take_while(|line| line.starts_with("//"));
        comment.filter(|line| !line.starts_with("//@")).map(|line| &line[2..])
    }

    /// All values of one fact, in order.
    #[must_use]
    pub fn facts(&self, name: &str) -> Vec<&str> {
        let lines = self.text.lines().filter_map(|line| line.strip_prefix("//@ "));
        lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim).collect()
    }

    /// As the learner finds it: the directory's name and the file's.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut parts: Vec<_> = self.path.iter().rev().take(2).map(|part| part.to_string_lossy()).collect();
        parts.reverse();
        parts.join("/")
    }

    /// The errors that the compiler found, those in this file first.
    #[must_use]
    pub fn errors(&self, built: &Finished) -> Vec<Diagnostic> {
        let found = diagnostics::read(&built.stderr.text());
        let mut errors: Vec<_> = found.into_iter().filter(|d| d.level == Level::Error).collect();
        errors.sort_by_key(|error| !self.holds(error));
        errors
    }

    /// Whether this report is about this file.
    #[must_use]
    pub fn holds(&self, found: &Diagnostic) -> bool {
        Path::new(&found.file) == self.path
    }

    /// Where its middle language is written, in the directory of the run.
    #[must_use]
    pub fn listing(&self, kind: &str) -> String {
        format!("out/{kind}_{}.mir", self.stem)
    }

    fn program(&self, kind: &str) -> String {
        format!("out/{kind}_{}{}", self.stem, std::env::consts::EXE_SUFFIX)
    }
}

/// The probes in one directory of the exercise's companions, by name.
#[must_use]
pub fn list(cx: &Context<'_>, kind: &str) -> Vec<Probe> {
    let dir = cx.exercise.companions.join(kind);
    let files = cx.companions.iter().filter(|(path, _)| {
        path.parent() == Some(dir.as_path()) && path.extension().is_some_and(|ending| ending == "rs")
    });
    let read = |(path, bytes): (&PathBuf, &Vec<u8>)| Probe {
        path: path.clone(),
        stem: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        text: String::from_utf8_lossy(bytes).into_owned(),
    };
    files.map(read).collect()
}

/// The command that compiles the learner's part as a library.
#[must_use]
pub fn library(cx: &Context<'_>) -> CommandSpec {
    let name = &cx.exercise.name;
    let mut args: Vec<OsString> = vec![cx.exercise.path.clone().into_os_string()];
    let edition = cx.exercise.options.editions.first().map_or("2024", String::as_str);
    for word in ["--edition", edition, "--crate-name", name, "--crate-type", "rlib", "-o", &library_file(cx)]
    {
        args.push(word.into());
    }
    if build::forbids_unsafe(cx) {
        args.extend(["-F".into(), "unsafe_code".into()]);
    }
    rustc(cx, args)
}

fn library_file(cx: &Context<'_>) -> String {
    format!("out/lib{}.rlib", cx.exercise.name)
}

/// The command that compiles a probe against the learner's part.
#[must_use]
pub fn compile(cx: &Context<'_>, kind: &str, probe: &Probe, emit: Emit) -> CommandSpec {
    let mut spec = compile_alone(cx, kind, probe, emit);
    spec.args.push("--extern".into());
    spec.args.push(format!("{}={}", cx.exercise.name, library_file(cx)).into());
    spec
}

/// The command that compiles a file that needs nothing of the learner's.
#[must_use]
pub fn compile_alone(cx: &Context<'_>, kind: &str, probe: &Probe, emit: Emit) -> CommandSpec {
    let mut args: Vec<OsString> = vec![probe.path.clone().into_os_string()];
    for word in ["--edition", edition(cx, probe), "--crate-name", "probe", "--crate-type", "bin"] {
        args.push(word.into());
    }
    match emit {
        Emit::Metadata => args.extend(["-o".into(), probe.program(kind).into(), "--emit=metadata".into()]),
        Emit::Program => args.extend(["-o".into(), probe.program(kind).into()]),
        Emit::Mir => args.push(format!("--emit=mir={}", probe.listing(kind)).into()),
    }
    if probe.facts("profile").first() == Some(&"release") {
        args.push("-O".into());
    }
    rustc(cx, args)
}

/// The edition that a probe is written in.
#[must_use]
pub fn edition<'p>(cx: &Context<'p>, probe: &'p Probe) -> &'p str {
    let usual = cx.exercise.options.editions.first().map_or("2024", String::as_str);
    probe.facts("edition").first().copied().unwrap_or(usual)
}

/// The command that runs a probe that was compiled to a program.
#[must_use]
pub fn execute(cx: &Context<'_>, kind: &str, probe: &Probe) -> CommandSpec {
    CommandSpec {
        program: cx.scratch.join(probe.program(kind)),
        args: Vec::new(),
        env: build::program_env(cx),
        cwd: cx.scratch.to_path_buf(),
        timeout: cx.exercise.limits.run,
        confine: Some(Confine { memory_mb: cx.exercise.limits.memory_mb }),
        capture: Capture::HeadAndTail(OUTPUT_CAP),
        bring: Vec::new(),
    }
}

fn rustc(cx: &Context<'_>, mut args: Vec<OsString>) -> CommandSpec {
    for word in ["--error-format=json", "--json=diagnostic-rendered-ansi", "-C", "debuginfo=0"] {
        args.push(word.into());
    }
    if build::links_dynamically(cx) {
        args.extend(["-C".into(), "prefer-dynamic".into()]);
    }
    if let Some(kit) = cx.kit {
        args.push("--extern".into());
        args.push(build::concat("kit=", kit.as_os_str()));
        // The learner's part may use it as well, and what a library depends on is only looked for here.
        args.push("-L".into());
        args.push(build::concat("dependency=", kit.parent().unwrap_or(kit).as_os_str()));
    }
    CommandSpec {
        program: build::program(cx.tools, &Tool::Rustc),
        args,
        env: build::compiler_env(cx),
        cwd: cx.scratch.to_path_buf(),
        timeout: cx.exercise.limits.build,
        confine: None,
        capture: Capture::Whole,
        bring: Vec::new(),
    }
}

/// The judgement where the compiler came to no answer about a probe.
#[must_use]
pub fn unanswered(cx: &Context<'_>, probe: &Probe, built: &Finished) -> Option<Judgement> {
    match built.exit {
        Exit::Cancelled => Some(Judgement::of(Verdict::Cancelled, "")),
        Exit::TimedOut => {
            let seconds = cx.exercise.limits.build.as_secs();
            let reason = format!("compiling {} took longer than {seconds} s", probe.shown());
            Some(Judgement::of(Verdict::TimedOut(seconds), reason).with_signatures(["timed_out".to_owned()]))
        }
        _ => None,
    }
}

/// The judgement where the set has no probe to ask: never a pass.
#[must_use]
pub fn none_there(kind: &str) -> Judgement {
    let reason = format!("the set has no files in `{kind}/` for this exercise, so nothing was judged");
    Judgement::of(Verdict::Failed, reason)
}

/// A probe that did not go as it should.
pub struct Miss<'p> {
    /// Which.
    pub probe: &'p Probe,
    /// What should have come.
    pub expected: String,
    /// What came.
    pub came: String,
    /// What the compiler or the program said.
    pub words: String,
}

/// The judgement over all probes of one kind: the first that went wrong in full, the others by name.
#[must_use]
pub fn verdict(kind: &str, all: usize, misses: &[Miss<'_>]) -> Judgement {
    let Some(first) = misses.first() else { return Judgement::passed() };
    let names: Vec<String> = misses.iter().map(|miss| miss.probe.shown()).collect();
    let reason = match (all, misses.len()) {
        (1, _) => format!("{} {}", names[0], first.came),
        (_, 1) => format!("1 of {all} probes goes wrong: {} {}", names[0], first.came),
        (_, wrong) => format!("{wrong} of {all} probes go wrong: {}", names.join(", ")),
    };
    let Miss { probe, expected, came, words } = first;
    let mut detail = vec![format!("{}: {}", probe.shown(), probe.shows())];
    detail.push(format!("expected: it {expected}"));
    detail.push(format!("but:      it {came}"));
    if !words.trim().is_empty() {
        detail.extend([String::new(), words.trim_end().to_owned()]);
    }
    Judgement::of(Verdict::Failed, reason)
        .with_signatures(misses.iter().map(|miss| format!("{kind}:{}", miss.probe.stem)))
        .with_detail(detail.join("\n"))
}

/// Errors in words: `E0597 on line 9 and E0505 on line 11`.
#[must_use]
pub fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
