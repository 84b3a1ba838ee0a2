// Why so: a search by halves trusts every single answer, so the probe has to know three of them. What does not build
// says nothing, and gets 125; if it got 1, the search would turn to the wrong half and never come back. The old
// program is removed first, since the one of the last commit would answer in place of this one. And the question is
// the one that matters, which tier it is: the price showed the mistake only seven commits later, when the tiers got
// different prices, and a probe that asks for the price blames the innocent commit that made it visible.

pub mod history;

/// The first line of the message of the commit that changed it.
pub const CULPRIT: &str = "Keep the tiers in a table";
