// Names the commit where it was first seen.

pub mod history;

/// The first line of the message of the commit that changed it.
pub const CULPRIT: &str = "Spring prices";
