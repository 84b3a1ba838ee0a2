fn report(count: u32, reading: u32) -> Option<u32> {
    let sum = u64::from(count) + u64::from(reading);
    if sum >= u64::from(u32::MAX) {
        None
    } else {
        Some(sum as u32)
    }
}

fn stay_full(count: u32, reading: u32) -> u32 {
    count.saturating_add(reading)
}

fn roll_over(count: u32, reading: u32) -> u32 {
    count.wrapping_add(reading)
}

fn roll_and_flag(count: u32, readings: [u32; 3]) -> (u32, bool) {
    let mut sum = u64::from(count);
    for reading in readings {
        sum += u64::from(reading);
    }
    (sum as u32, sum >= u64::from(u32::MAX))
}
