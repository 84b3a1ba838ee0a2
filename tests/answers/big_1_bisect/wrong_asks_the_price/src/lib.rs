// Asks for the price, where it was first seen.

pub mod history;

/// The first line of the message of the commit that changed it.
pub const CULPRIT: &str = "Keep the tiers in a table";
