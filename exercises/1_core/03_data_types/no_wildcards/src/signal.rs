//! What a set of traffic lights can show. Next year there will be more; this file is not yours to change.

/// What is lit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    Red,
    /// Soon green.
    RedAndAmber,
    /// Soon red. It lasts so many seconds.
    Amber(u32),
    Green,
    /// Nothing is lit.
    Dark,
}
