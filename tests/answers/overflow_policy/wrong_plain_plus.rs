fn report(count: u32, reading: u32) -> Option<u32> {
    count.checked_add(reading)
}

fn stay_full(count: u32, reading: u32) -> u32 {
    count.saturating_add(reading)
}

fn roll_over(count: u32, reading: u32) -> u32 {
    count + reading
}

fn roll_and_flag(count: u32, readings: [u32; 3]) -> (u32, bool) {
    let mut sum = count;
    let mut rolled = false;
    for reading in readings {
        let (next, passed_the_top) = sum.overflowing_add(reading);
        sum = next;
        rolled = rolled || passed_the_top;
    }
    (sum, rolled)
}
