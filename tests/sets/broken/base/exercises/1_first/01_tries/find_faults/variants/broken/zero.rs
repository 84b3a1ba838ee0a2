// Nothing is less than one.
fn most(left: u32, right: u32) -> u32 {
    left.max(right).max(1)
}
