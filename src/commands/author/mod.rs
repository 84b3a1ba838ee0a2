//! `author`: what the rules say about the set in this directory. Rules belong to `author`, judging to `engine`; here they
//! meet.

mod bench;
mod check;
mod ground;
mod mutants;

use super::error::CommandError;
use super::ground::Ground;
use crate::cli::{Author, AuthorCommand};
use crate::output::Reporter;
use crate::process::Runner;

/// Does what was asked for.
pub fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    options: &Author,
) -> Result<u8, CommandError> {
    match &options.command {
        AuthorCommand::Check(options) => check::run(ground, reporter, runner, options),
        AuthorCommand::Mutants(options) => mutants::run(ground, reporter, runner, options),
    }
}
