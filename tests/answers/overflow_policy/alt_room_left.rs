fn report(count: u32, reading: u32) -> Option<u32> {
    let room = u32::MAX - count;
    if reading <= room {
        Some(count + reading)
    } else {
        None
    }
}

fn stay_full(count: u32, reading: u32) -> u32 {
    count + reading.min(u32::MAX - count)
}

fn roll_over(count: u32, reading: u32) -> u32 {
    match report(count, reading) {
        Some(sum) => sum,
        None => reading - (u32::MAX - count) - 1,
    }
}

fn roll_and_flag(count: u32, [morning, noon, evening]: [u32; 3]) -> (u32, bool) {
    let (first, one) = count.overflowing_add(morning);
    let (second, two) = first.overflowing_add(noon);
    let (third, three) = second.overflowing_add(evening);
    (third, one | two | three)
}
