// Why so: the double is a sum.

/// The sum; none where it does not fit.
pub fn add(left: u8, right: u8) -> Option<u8> {
    left.checked_add(right)
}

/// The double; none where it does not fit.
pub fn twice(value: u8) -> Option<u8> {
    add(value, value)
}
