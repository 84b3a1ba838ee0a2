//! stub
/// stub
#[must_use]
pub fn signal_name(_: i32) -> Option<&'static str> { None }
