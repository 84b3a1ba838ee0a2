//! The command line as types. No behaviour: `commands` reads these values and nobody else knows them.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

/// Everything that can be written behind `cargo roadmap`.
#[derive(Debug, Parser)]
#[command(
    name = "cargo-roadmap",
    bin_name = "cargo roadmap",
    version,
    about = "From the first `let` to your own kernel: exercises judged as fast as rustc itself",
    after_help = "Start with `cargo roadmap watch`: it makes a workspace in ./roadmap and names the file to edit.\n\
                  Exit codes: 0 all passed, 1 an exercise did not pass, 2 wrong use, 3 a tool is missing,\n\
                  4 the exercise set or the state file is unusable, 70 a bug of ours, 130 interrupted.",
    arg_required_else_help = true,
    subcommand_required = true,
    propagate_version = true
)]
pub struct Cli {
    /// What every command understands.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// Say less: results and errors only
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more; twice for everything
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
    /// When to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", env = "CARGO_TERM_COLOR")]
    pub color: Option<When>,
    /// How to answer: for people, or for programs
    #[arg(long, global = true, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Trust the exercise set on this disk from now on: its tests and build scripts run with your rights
    #[arg(long, global = true)]
    pub trust: bool,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// In a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Words and colours
    Human,
    /// One JSON object on standard output
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a workspace: the exercises, their reading, and a place for your progress
    Init {
        /// Where; it must be empty or not exist yet [default: ./roadmap]
        dir: Option<PathBuf>,
    },
    /// Judge the current exercise at every save
    Watch(Watch),
    /// Judge one exercise now
    Run {
        /// Which one [default: the current one]
        name: Option<String>,
    },
    /// Judge many exercises, in parallel
    Verify(Verify),
    /// Show stages and topics, and how far each is
    List,
    /// Give the next hint
    Hint {
        /// For which exercise [default: the current one]
        name: Option<String>,
    },
    /// Name or open what to read
    Read {
        /// For which exercise [default: the current one]
        name: Option<String>,
        /// Open the first link in the browser
        #[arg(long)]
        open: bool,
    },
    /// Show the solution and why it is so: after a pass, or after the third hint
    Solution {
        /// Which exercise
        name: String,
    },
    /// Bring the start of exercises back; what you wrote is kept as a backup
    Reset(Reset),
    /// Begin a step of a project with the code of the step before
    Carry(Carry),
    /// Get everything that exercises need from the network, for the time without one
    Fetch {
        /// A stage, a topic, an exercise or a beginning of names [default: all]
        selector: Option<String>,
    },
    /// Bring the workspace to its set as it is today; what you wrote is kept
    Update(Update),
    /// Begin an exercise of your own, or a set of them
    New(New),
    /// Name the tools that are there, and what is lost without the others
    Doctor,
    /// For authors of exercises: judge the set in this directory
    Author(Author),
}

/// `watch`.
#[derive(Debug, Args)]
pub struct Watch {
    /// Keep to a stage, a topic or some exercises
    #[arg(long, value_name = "SELECTOR")]
    pub only: Option<String>,
    /// Append plain lines instead of drawing a screen
    #[arg(long)]
    pub plain: bool,
}

/// `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// A stage (number or id), a topic, an exercise, a beginning of names, or `all` [default: all that was started]
    #[arg(value_name = "SELECTOR")]
    pub selectors: Vec<String>,
    /// Judge everything again instead of believing earlier verdicts on the same text
    #[arg(long)]
    pub fresh: bool,
    /// Judge another workspace by our own checks; its state is neither read nor written
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

/// `author`.
#[derive(Debug, Args)]
pub struct Author {
    /// What to do.
    #[command(subcommand)]
    pub command: AuthorCommand,
}

/// What authors do.
#[derive(Debug, Subcommand)]
pub enum AuthorCommand {
    /// Judge exercises by all rules (docs/rules.md): texts, start, solution, other answers
    Check(AuthorCheck),
    /// Change each solution for the worse, in many small ways, and see whether its checks notice
    Mutants(AuthorMutants),
}

/// `author check`.
#[derive(Debug, Args)]
pub struct AuthorCheck {
    /// A stage (number or id), a topic, an exercise, a beginning of names, or `all` [default: all]
    #[arg(value_name = "SELECTOR")]
    pub selectors: Vec<String>,
    /// Keep to one stage, by its number or id
    #[arg(long, value_name = "STAGE")]
    pub stage: Option<String>,
    /// Judge everything, whatever author.lock says was judged before
    #[arg(long)]
    pub fresh: bool,
    /// Write what was found into author.lock, for the next time and for others
    #[arg(long)]
    pub record: bool,
    /// How often each solution is judged, and under how many salts [default: 3 and 5]
    #[arg(long, value_name = "N")]
    pub runs: Option<usize>,
    /// Other sets: no eight lines in a row may be theirs
    #[arg(long, value_name = "DIR")]
    pub peers: Option<PathBuf>,
}

/// `author mutants`.
#[derive(Debug, Args)]
pub struct AuthorMutants {
    /// A stage (number or id), a topic, an exercise, a beginning of names, or `all` [default: all]
    #[arg(value_name = "SELECTOR")]
    pub selectors: Vec<String>,
    /// Keep to one stage, by its number or id
    #[arg(long, value_name = "STAGE")]
    pub stage: Option<String>,
    /// Judge all mutants, whatever author.lock says was judged before
    #[arg(long)]
    pub fresh: bool,
    /// Write the numbers into author.lock, for the next time and for others
    #[arg(long)]
    pub record: bool,
}

/// `carry`.
#[derive(Debug, Args)]
pub struct Carry {
    /// Which step [default: the current exercise]
    pub name: Option<String>,
    /// Take the set's solution of the step before instead of your own
    #[arg(long)]
    pub reference: bool,
}

/// `update`.
#[derive(Debug, Args)]
pub struct Update {
    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
}

/// `new`.
#[derive(Debug, Args)]
pub struct New {
    /// What the exercise is called: small letters, digits and `_`
    #[arg(required_unless_present = "set")]
    pub name: Option<String>,
    /// The topic it belongs to [default: the only one]
    #[arg(long, value_name = "TOPIC")]
    pub topic: Option<String>,
    /// What somebody does in it
    #[arg(long, value_enum, default_value_t = Kind::Todo)]
    pub kind: Kind,
    /// Make a package of several files
    #[arg(long)]
    pub package: bool,
    /// Make a new set in this directory, which must be empty or not exist yet
    #[arg(long, value_name = "DIR")]
    pub set: Option<PathBuf>,
}

/// Kinds of exercises that `new` has a scaffold for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Write what is missing
    Todo,
    /// Mend what does not compile
    Fix,
    /// Say what programs do before a tool says it
    Predict,
    /// Make what is wrong impossible: probes that must compile, and probes that must not
    #[value(alias = "probes")]
    Reject,
    /// Write tests that notice planted faults
    #[value(alias = "mutants")]
    Test,
}

/// `reset`.
#[derive(Debug, Args)]
#[group(id = "what", required = true, multiple = false)]
pub struct Reset {
    /// Which exercises
    #[arg(value_name = "NAME", group = "what")]
    pub names: Vec<String>,
    /// All exercises of a topic
    #[arg(long, value_name = "TOPIC", group = "what")]
    pub topic: Option<String>,
    /// All exercises of a stage
    #[arg(long, value_name = "STAGE", group = "what")]
    pub stage: Option<String>,
    /// Every exercise
    #[arg(long, group = "what")]
    pub all: bool,
    /// Bring back what the last reset of this exercise replaced
    #[arg(long, value_name = "NAME", group = "what")]
    pub undo: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
