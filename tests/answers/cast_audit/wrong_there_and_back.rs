fn pressure(high: u8, low: u8) -> u32 {
    u32::from(high) * 256 + u32::from(low)
}

fn battery(per_cent: u8) -> f32 {
    f32::from(per_cent) / 100.0
}

fn temperature(reading: i64) -> Result<i16, i64> {
    i16::try_from(reading).or(Err(reading))
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
    kit::float::round_to_i64(reading).ok_or(reading)
}

fn serial(reading: i64) -> Result<f64, i64> {
    let number = reading as f64;
    if number as i64 == reading {
        Ok(number)
    } else {
        Err(reading)
    }
}
