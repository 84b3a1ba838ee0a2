//! Every error of every module becomes a problem for people and an exit code here, and nowhere else.

use std::path::PathBuf;

use crate::curriculum::CurriculumError;
use crate::engine::EngineError;
use crate::message::Problem;
use crate::progress::StoreError;
use crate::toolchain::ToolchainError;
use crate::workspace::WorkspaceError;

/// The exit codes of the program.
pub mod code {
    /// All passed.
    pub const PASSED: u8 = 0;
    /// An exercise did not pass.
    pub const NOT_PASSED: u8 = 1;
    /// Wrong use.
    pub const USAGE: u8 = 2;
    /// A needed tool is missing.
    pub const TOOL: u8 = 3;
    /// The exercise set or the state file is unusable.
    pub const SET: u8 = 4;
    /// A bug of ours.
    pub const BUG: u8 = 70;
    /// Interrupted.
    pub const INTERRUPTED: u8 = 130;
}

/// Why a command gave up.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A name nobody knows, with the nearest ones.
    #[error("there is no stage, topic or exercise `{name}`")]
    Unknown {
        /// What was asked for.
        name: String,
        /// What may have been meant.
        nearest: Vec<String>,
    },
    /// Used in a way that makes no sense here.
    #[error("{}", .0.what)]
    Usage(Problem),
    /// No workspace here or above.
    #[error("there is no workspace in {} or above", .0.display())]
    NoWorkspace(PathBuf),
    /// The set cannot be used.
    #[error("the exercise set cannot be used")]
    Curriculum(#[from] CurriculumError),
    /// The learner's files.
    #[error(transparent)]
    Workspace(#[from] WorkspaceError),
    /// The state file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The toolchain.
    #[error(transparent)]
    Toolchain(#[from] ToolchainError),
    /// Judging.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The network, or the registry.
    #[error("the crates could not be fetched")]
    Offline {
        /// What cargo said.
        said: String,
        /// Which exercises wait, and for which crates.
        waiting: Vec<(String, String)>,
    },
    /// Reading or writing a stream of ours.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl CommandError {
    /// Whether nothing is wrong but that nobody reads our output any more.
    #[must_use]
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Io(error) if error.kind() == std::io::ErrorKind::BrokenPipe)
    }

    /// The exit code.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::Unknown { .. }
            | Self::Usage(_)
            | Self::NoWorkspace(_)
            | Self::Workspace(
                WorkspaceError::NotEmpty(_) | WorkspaceError::Exists(_) | WorkspaceError::NoBackup(_),
            ) => code::USAGE,
            Self::Workspace(WorkspaceError::Missing(_) | WorkspaceError::NotText(_)) => code::NOT_PASSED,
            Self::Curriculum(_)
            | Self::Workspace(_)
            | Self::Store(_)
            | Self::Engine(EngineError::Kit(_) | EngineError::Crates(_) | EngineError::Workspace(_)) => {
                code::SET
            }
            Self::Toolchain(_) | Self::Engine(EngineError::Process(_)) | Self::Offline { .. } => code::TOOL,
            Self::Engine(EngineError::Endless { .. }) | Self::Io(_) => code::BUG,
        }
    }

    /// What the user is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::Usage(problem) => problem.clone(),
            Self::Unknown { nearest, .. } => unknown(self.to_string(), nearest),
            Self::NoWorkspace(_) => {
                Problem::new(self.to_string()).help("`cargo roadmap init` makes one in ./roadmap")
            }
            Self::Curriculum(error) => {
                let told = error.faults.iter().fold(Problem::new(self.to_string()), |problem, fault| {
                    problem.because(fault.to_string())
                });
                told.help("nothing was changed; mend the set and try again")
            }
            Self::Workspace(error) => workspace(error),
            Self::Toolchain(error) => Problem::new(error.to_string()).help(
                "install Rust with rustup, or put rustc on PATH; `cargo roadmap doctor` names the rest",
            ),
            Self::Engine(EngineError::Process(error)) => Problem::new(error.to_string())
                .help("`cargo roadmap doctor` says which tools are there and how to install the others"),
            Self::Offline { said, waiting } => offline(self.to_string(), said, waiting),
            Self::Store(_) | Self::Engine(_) | Self::Io(_) => Problem::new(self.to_string()),
        }
    }
}

fn unknown(what: String, nearest: &[String]) -> Problem {
    let quoted: Vec<String> = nearest.iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => Problem::new(what).help("`cargo roadmap list` shows all names"),
        names => Problem::new(what).help(format!("did you mean {}?", names.join(" or "))),
    }
}

/// Which exercises wait for what; the rest of the set needs no network.
fn offline(what: String, said: &str, waiting: &[(String, String)]) -> Problem {
    // cargo's last line names the cause; those before it are the way there.
    let cause = said.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or("cargo did not say why");
    let problem = Problem::new(what).because(cause);
    let problem = waiting.iter().fold(problem, |problem, (exercise, crates)| {
        problem.because(format!("`{exercise}` waits for {crates}"))
    });
    problem.help("all other exercises work without; try `cargo roadmap fetch` again where there is a network")
}

fn workspace(error: &WorkspaceError) -> Problem {
    let problem = Problem::new(error.to_string());
    match error {
        WorkspaceError::NotEmpty(_) => problem
            .because("a new workspace, and a new set, goes into a directory of its own, so that nothing of yours is touched")
            .help("name another directory, such as one that is not there yet"),
        WorkspaceError::Exists(_) => problem
            .because("nothing that is there is ever replaced")
            .help("choose another name, or move the file out of the way"),
        WorkspaceError::Missing(path) => {
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            problem.help(format!("`cargo roadmap reset {name}` brings its start back"))
        }
        WorkspaceError::NotText(_) => problem.help("save it as UTF-8 in your editor"),
        WorkspaceError::SetFile { .. } => {
            problem.help("`cargo roadmap init` in another directory makes a fresh one")
        }
        WorkspaceError::NoBackup(_) => {
            problem.help("backups lie in .roadmap/backup, one directory for each moment")
        }
        WorkspaceError::Io { .. } => problem,
    }
}
