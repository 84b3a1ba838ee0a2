/// The sum; none where it does not fit.
pub fn add(left: u8, right: u8) -> Option<u8> {
    u8::try_from(u16::from(left) + u16::from(right)).ok()
}
