// Arguments
//
// `tally` is called like this:
//
//     tally sum  --column N [FILE]…
//     tally top  --column N [--count N] [FILE]…
//     tally hist --column N (--bins N | --width W) [FILE]…
//
// Every call also takes `--delimiter D`, before the command's name or behind it. What does not fit is refused by
// clap itself, so that the message names the option and the value, and says why:
//
// * A column is counted from 1. The count is 10 if nothing is said, and 1 to 1000; bins are 1 to 1000 as well.
// * A width is a finite number above 0. Of bins and width exactly one is given.
// * The delimiter is one printable ASCII character and no double quote, or the word `tab`. It is a comma if
//   nothing is said. A space is printable.
// * A file may have any name that the system allows: not UTF-8, or, behind `--`, with a dash in front.
// * Each command and each of its options has a line of help.
//
// The fields keep their names and, but for `files`, their types. `cargo run -- top --help` shows what you have.
//
// Read: clap, the derive tutorial, Validated values
// https://docs.rs/clap/latest/clap/_derive/_tutorial/index.html

use std::num::NonZeroUsize;

use clap::{Args, Parser, Subcommand};

/// Sums, ranks and bins the columns of text files
#[derive(Debug, Parser)]
#[command(name = "tally")]
pub struct Cli {
    // TODO: Refuse what is no delimiter, and take the option behind the command as well.
    /// What parts the columns
    #[arg(long, default_value_t = ',')]
    pub delimiter: char,

    #[command(subcommand)]
    pub job: Job,
}

// TODO: Give every command and option its help, its limits and its default.
#[derive(Debug, Subcommand)]
pub enum Job {
    Sum {
        #[command(flatten)]
        input: Input,
    },
    Top {
        #[command(flatten)]
        input: Input,
        #[arg(long)]
        count: u16,
    },
    Hist {
        #[command(flatten)]
        input: Input,
        #[arg(long)]
        bins: Option<u16>,
        #[arg(long)]
        width: Option<f64>,
    },
}

/// What every command reads.
#[derive(Debug, Args)]
pub struct Input {
    #[arg(long)]
    pub column: NonZeroUsize,

    // TODO: Let a file have any name.
    pub files: Vec<String>,
}
