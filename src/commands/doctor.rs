//! `doctor`: which tools are there, and what is lost without the others.

use std::path::Path;

use super::error::{CommandError, code};
use super::ground::Ground;
use crate::curriculum::facts::MachineKind;
use crate::message::{Message, ToolLine};
use crate::output::Reporter;
use crate::process::Runner;
use crate::toolchain::miri::{Library, Miri};
use crate::toolchain::{Tool, Toolchain, version_of};
use crate::workspace::{self, Found};

/// Each tool, whether the core needs it, and what is lost without it.
const TOOLS: [(Option<Tool>, &str, bool, &str); 6] = [
    (Some(Tool::Rustc), "rustc", true, "nothing can be judged"),
    (Some(Tool::Cargo), "cargo", false, "package exercises and crates cannot be built"),
    (Some(Tool::Clippy), "clippy", true, "exercises with the check `clippy` stay partial"),
    (Some(Tool::Rustfmt), "rustfmt", false, "exercises with the check `fmt` stay partial"),
    (Some(Tool::Miri), "Miri", false, "unsafe code is judged by weaker checks, or stays partial"),
    (None, "git", false, "a new workspace is no repository"),
];

/// Tells what is installed. Exit code 3 where something is missing that the core needs.
pub fn run(ground: &Ground, reporter: &mut Reporter, runner: &dyn Runner) -> Result<u8, CommandError> {
    let around = ground.surroundings();
    let tools = Toolchain::find(&around, runner, None);
    let mut lines: Vec<ToolLine> = TOOLS
        .iter()
        .map(|(tool, name, needed, lost)| {
            let tool = tool.clone().unwrap_or_else(|| Tool::Program((*name).to_owned()));
            let path = match (&tool, &tools) {
                (Tool::Program(name), _) => which::which_in(name, ground.var("PATH"), &ground.cwd).ok(),
                (tool, Ok(tools)) => tools.path(tool),
                (_, Err(_)) => None,
            };
            let found = match (&tool, &tools) {
                (Tool::Miri, Ok(tools)) => tools.miri.as_ref().map(miri),
                _ => path.map(|path| {
                    version_of(&around, runner, &path).unwrap_or_else(|| path.display().to_string())
                }),
            };
            line(name, found, *needed, lost, &tool.install())
        })
        .collect();
    lines.push(targets(tools.as_ref().ok()));
    lines.push(linker(ground));
    lines.push(directory(ground)?);
    lines.push(events(ground));
    lines.push(bounds());
    let broken = lines.iter().any(|line| line.needed && line.found.is_none());
    reporter.tell(&Message::Tools(lines))?;
    Ok(if broken { code::TOOL } else { code::PASSED })
}

/// It is seldom in the toolchain that compiles, so where it comes from is told.
fn miri(miri: &Miri) -> String {
    let library = match &miri.library {
        Library::Own => String::new(),
        Library::At(path) => format!(", with the library in {}", path.display()),
        Library::Unbuilt => ", whose library is built when it is first needed".to_owned(),
    };
    format!("{} of the toolchain {}{library}", miri.version, miri.toolchain)
}

fn line(name: &str, found: Option<String>, needed: bool, lost: &str, install: &str) -> ToolLine {
    ToolLine { name: name.to_owned(), found, needed, lost: lost.to_owned(), install: install.to_owned() }
}

/// The targets of the machines that exercises run in; each one that is missing leaves some of them partial.
fn targets(tools: Option<&Toolchain>) -> ToolLine {
    let all = MachineKind::ALL.map(MachineKind::target);
    let there =
        |target: &str| tools.is_some_and(|tools| tools.path(&Tool::Target(target.to_owned())).is_some());
    let missing: Vec<&str> = all.into_iter().filter(|target| !there(target)).collect();
    let found = missing.is_empty().then(|| all.join(", "));
    let install = Tool::Target(missing.join(" ")).install();
    line("targets", found, false, "exercises that build for another machine stay partial", &install)
}

fn linker(ground: &Ground) -> ToolLine {
    let name = if cfg!(windows) { "link" } else { "cc" };
    let found = which::which_in(name, ground.var("PATH"), &ground.cwd).ok();
    // On Windows rustc finds Microsoft's linker by itself, where PATH does not name it.
    let needed = !cfg!(windows);
    let install = Tool::Program("cc".to_owned()).install();
    line("linker", found.map(|path| path.display().to_string()), needed, "nothing can be linked", &install)
}

fn directory(ground: &Ground) -> Result<ToolLine, CommandError> {
    let (writable, place) = match workspace::find(&ground.cwd)? {
        Found::Workspace(workspace) => (workspace.is_writable(), "workspace"),
        Found::Set(_) | Found::Nothing => (writable(&ground.cwd), "directory"),
    };
    let found = writable.then(|| "writable".to_owned());
    let help = format!("give yourself the right to write in this {place}");
    Ok(line(place, found, false, "nothing is recorded", &help))
}

fn writable(dir: &Path) -> bool {
    tempfile::Builder::new().prefix(".probe").tempfile_in(dir).is_ok()
}

fn events(ground: &Ground) -> ToolLine {
    let works = crate::watch::files::events_arrive(&ground.cwd);
    let help = "nothing to do: `watch` looks at the files itself, ten times a second";
    line("file events", works.then(|| "arrive".to_owned()), false, "`watch` polls", help)
}

/// What this platform does not cover is said, not hidden.
fn bounds() -> ToolLine {
    let (covers, lost) = if cfg!(target_os = "linux") {
        ("time, memory, and every process that a program leaves behind", "")
    } else if cfg!(target_os = "macos") {
        ("time and process groups", "a program that makes its own session may outlive its run")
    } else {
        ("time and the processes of one job", "the memory of a program is not limited")
    };
    line("limits", Some(covers.to_owned()), false, lost, "")
}
