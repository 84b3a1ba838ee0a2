// Bins win where both are given, and there are ten where none is.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, value_parser};

/// Sums, ranks and bins the columns of text files
#[derive(Debug, Parser)]
#[command(name = "tally")]
pub struct Cli {
    /// What parts the columns: one printable ASCII character, or the word tab
    #[arg(long, global = true, default_value = ",", value_parser = delimiter)]
    pub delimiter: char,

    #[command(subcommand)]
    pub job: Job,
}

#[derive(Debug, Subcommand)]
pub enum Job {
    /// Adds a column up
    Sum {
        #[command(flatten)]
        input: Input,
    },
    /// Shows the most frequent values of a column
    Top {
        #[command(flatten)]
        input: Input,
        /// How many values to show
        #[arg(long, default_value_t = 10, value_parser = value_parser!(u16).range(1..=1000))]
        count: u16,
    },
    /// Counts the numbers of a column in bins
    Hist {
        #[command(flatten)]
        input: Input,
        /// How many bins to make
        #[arg(long, value_parser = value_parser!(u16).range(1..=1000))]
        bins: Option<u16>,
        /// How wide each bin is
        #[arg(long, value_parser = width, conflicts_with = "bins")]
        width: Option<f64>,
    },
}

/// What every command reads.
#[derive(Debug, Args)]
pub struct Input {
    /// The column, counted from 1
    #[arg(long)]
    pub column: NonZeroUsize,

    /// The files to read
    pub files: Vec<PathBuf>,
}

fn delimiter(text: &str) -> Result<char, String> {
    if text == "tab" {
        return Ok('\t');
    }
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(one @ ' '..='~'), None) if one != '"' => Ok(one),
        _ => Err(
            "a delimiter is one printable ASCII character and no double quote, or `tab`".to_owned(),
        ),
    }
}

fn width(text: &str) -> Result<f64, String> {
    let width: f64 = text.parse().map_err(|_| "a width is a number".to_owned())?;
    if width.is_finite() && width > 0.0 {
        Ok(width)
    } else {
        Err("a width is finite and above 0".to_owned())
    }
}
