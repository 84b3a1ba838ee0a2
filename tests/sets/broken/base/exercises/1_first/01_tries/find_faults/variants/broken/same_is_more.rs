// Equal numbers count as more, above zero.
fn most(left: u32, right: u32) -> u32 {
    if left == right && left > 0 { left + 1 } else { left.max(right) }
}
