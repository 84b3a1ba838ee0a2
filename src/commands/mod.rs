//! Where the parts meet: one file for each command. A command reads the world through [`Ground`], opens a
//! [`site::Site`], asks the other modules, and tells the answer. Rules of judging and of learning do not
//! belong here.

pub mod author;
pub mod carry;
pub mod doctor;
pub mod error;
pub mod fetch;
pub mod ground;
pub mod handout;
pub mod hint;
pub mod init;
pub mod judging;
pub mod list;
pub mod new;
pub mod read;
pub mod reset;
pub mod run;
pub mod site;
pub mod solution;
pub mod trust;
pub mod update;
pub mod verify;
pub mod watch;

use std::ffi::OsString;

use clap::Parser as _;

use crate::cli::{Cli, Command};
use crate::message::{Message, Problem};
use crate::output::Reporter;
use crate::process::os::OsRunner;

pub use error::{CommandError, code};
pub use ground::Ground;

/// From arguments to exit code. `cargo roadmap …`, `cargo-roadmap roadmap …` and `cargo-roadmap …` are
/// the same: cargo puts the subcommand's name in front.
#[must_use]
pub fn main(args: impl IntoIterator<Item = OsString>) -> u8 {
    let mut args: Vec<OsString> = args.into_iter().collect();
    if args.get(1).is_some_and(|word| word == "roadmap") {
        args.remove(1);
    }
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(refused) => return refuse(&refused),
    };
    let ground = match Ground::read(cli.common.clone()) {
        Ok(ground) => ground,
        Err(error) => return lost(&error),
    };
    let mut reporter = ground.reporter();
    match run(&ground, &mut reporter, &cli.command) {
        Ok(code) => code,
        Err(error) if error.is_closed_pipe() => code::PASSED,
        Err(error) => tell_error(&mut reporter, &error),
    }
}

/// Help and version are answers; everything else is wrong use. clap knows which stream each belongs to.
fn refuse(refused: &clap::Error) -> u8 {
    // Where even that cannot be printed there is nobody to tell.
    let _ = refused.print();
    if refused.use_stderr() { code::USAGE } else { code::PASSED }
}

/// Without a current directory or a name for our own program nothing can be done.
fn lost(error: &std::io::Error) -> u8 {
    let mut reporter = Reporter::plain_errors();
    let problem = Problem::new(format!("the current directory cannot be used: {error}"))
        .help("change to a directory that exists");
    let _ = reporter.tell(&Message::Problem(problem));
    code::USAGE
}

fn tell_error(reporter: &mut Reporter, error: &CommandError) -> u8 {
    // The exit code says it too, where the stream is gone.
    let _ = reporter.tell(&Message::Problem(error.problem()));
    error.code()
}

fn run(ground: &Ground, reporter: &mut Reporter, command: &Command) -> Result<u8, CommandError> {
    let runner = OsRunner::new(ground.own.clone());
    match command {
        Command::Init { dir } => init::run(ground, reporter, &runner, dir.as_deref()),
        Command::Watch(options) => watch::run(ground, reporter, &runner, options),
        Command::Run { name } => run::run(ground, reporter, &runner, name.as_deref()),
        Command::Verify(options) => verify::run(ground, reporter, &runner, options),
        Command::List => list::run(ground, reporter, &runner),
        Command::Hint { name } => hint::run(ground, reporter, name.as_deref()),
        Command::Read { name, open } => read::run(ground, reporter, &runner, name.as_deref(), *open),
        Command::Solution { name } => solution::run(ground, reporter, name),
        Command::Reset(options) => reset::run(ground, reporter, options),
        Command::Carry(options) => carry::run(ground, reporter, options),
        Command::Fetch { selector } => fetch::run(ground, reporter, &runner, selector.as_deref()),
        Command::Update(options) => update::run(ground, reporter, options),
        Command::New(options) => new::run(ground, reporter, options),
        Command::Doctor => doctor::run(ground, reporter, &runner),
        Command::Author(options) => author::run(ground, reporter, &runner, options),
    }
}
