//! How it is told: one file for each format. It must not run or decide anything, and is the only place
//! that writes to standard output and standard error.

pub mod human;
pub mod json;
pub mod style;
