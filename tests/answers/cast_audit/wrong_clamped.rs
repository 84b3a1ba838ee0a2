fn pressure(high: u8, low: u8) -> u32 {
    u32::from(high) * 256 + u32::from(low)
}

fn battery(per_cent: u8) -> f32 {
    f32::from(per_cent) / 100.0
}

fn temperature(reading: i64) -> Result<i16, i64> {
    Ok(reading.clamp(i64::from(i16::MIN), i64::from(i16::MAX)) as i16)
}

fn faults(readings: [i64; 5]) -> u32 {
    let mut count = 0;
    for reading in readings {
        count += u32::from(temperature(reading).is_err());
    }
    count
}

fn mean(morning: i16, noon: i16, evening: i16) -> f64 {
    f64::from(i32::from(morning) + i32::from(noon) + i32::from(evening)) / 3.0
}

fn depth(reading: f64) -> Result<i64, f64> {
    Ok(reading.round().clamp(i64::MIN as f64, i64::MAX as f64) as i64)
}

fn serial(reading: i64) -> Result<f64, i64> {
    Ok(reading.clamp(-(1 << 53), 1 << 53) as f64)
}
