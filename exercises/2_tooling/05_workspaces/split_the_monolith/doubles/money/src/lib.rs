//! Money as people read it.

/// Cents as a text such as `2.85`.
#[cfg(feature = "show")]
pub fn show(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}
