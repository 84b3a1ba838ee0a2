/// The sum; none where it does not fit.
pub fn add(left: u8, right: u8) -> Option<u8> {
    left.checked_add(right).filter(|&sum| sum == 255)
}
