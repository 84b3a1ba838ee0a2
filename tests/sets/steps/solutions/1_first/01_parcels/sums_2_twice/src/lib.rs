pub fn add(left: u32, right: u32) -> u32 {
    left + right
}

pub fn twice(value: u32) -> u32 {
    add(value, value)
}
