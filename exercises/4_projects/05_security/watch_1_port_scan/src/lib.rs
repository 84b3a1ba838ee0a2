//! `watchman` looks after a machine of one's own.

pub mod line;
pub mod scan;
