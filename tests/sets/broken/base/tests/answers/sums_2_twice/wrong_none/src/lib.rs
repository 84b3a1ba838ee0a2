/// The sum; none where it does not fit.
pub fn add(left: u8, right: u8) -> Option<u8> {
    left.checked_add(right)
}

/// The double; none where it does not fit.
pub fn twice(value: u8) -> Option<u8> {
    add(value, value).filter(|&sum| sum > 250)
}
