fn wide(count: u32, reading: u32) -> u64 {
    u64::from(count) + u64::from(reading)
}

fn report(count: u32, reading: u32) -> Option<u32> {
    u32::try_from(wide(count, reading)).ok()
}

fn stay_full(count: u32, reading: u32) -> u32 {
    wide(count, reading).min(u64::from(u32::MAX)) as u32
}

fn roll_over(count: u32, reading: u32) -> u32 {
    let sum = wide(count, reading);
    if sum > u64::from(u32::MAX) {
        (sum - u64::from(u32::MAX) - 1) as u32
    } else {
        sum as u32
    }
}

fn roll_and_flag(count: u32, readings: [u32; 3]) -> (u32, bool) {
    let mut sum = u64::from(count);
    for reading in readings {
        sum += u64::from(reading);
    }
    (sum as u32, sum > u64::from(u32::MAX))
}
