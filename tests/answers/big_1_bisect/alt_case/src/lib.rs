// Builds beside the source, and lets the shell look at the words.

pub mod history;

/// The first line of the message of the commit that changed it.
pub const CULPRIT: &str = "Keep the tiers in a table";
