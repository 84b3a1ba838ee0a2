//! `tally`: sums, ranks and bins the columns of text files.

pub mod cli;
