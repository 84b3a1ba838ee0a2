fn pressure(high: u8, low: u8) -> u32 {
    u16::from_be_bytes([high, low]).into()
}

fn battery(per_cent: u8) -> f32 {
    f32::from(per_cent) / 100.0
}

fn temperature(reading: i64) -> Result<i16, i64> {
    reading.try_into().map_err(|_| reading)
}

fn faults(readings: [i64; 5]) -> u32 {
    readings
        .into_iter()
        .map(|reading| u32::from(temperature(reading).is_err()))
        .sum()
}

fn mean(morning: i16, noon: i16, evening: i16) -> f64 {
    let sum: i32 = [morning, noon, evening].into_iter().map(i32::from).sum();
    f64::from(sum) / 3.0
}

fn depth(reading: f64) -> Result<i64, f64> {
    if let Some(whole) = kit::float::round_to_i64(reading) {
        Ok(whole)
    } else {
        Err(reading)
    }
}

fn serial(reading: i64) -> Result<f64, i64> {
    // Exact if at most 53 bits lie between the highest and the lowest one that is set.
    let size = reading.unsigned_abs();
    let spread = if size == 0 {
        0
    } else {
        64 - size.leading_zeros() - size.trailing_zeros()
    };
    if spread > 53 {
        Err(reading)
    } else {
        kit::float::exact_f64(reading).ok_or(reading)
    }
}
