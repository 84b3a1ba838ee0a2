fn pressure(high: u8, low: u8) -> u32 {
    u32::from_be_bytes([0, 0, high, low])
}

fn battery(per_cent: u8) -> f32 {
    let whole: f32 = per_cent.into();
    whole / 100.0
}

fn temperature(reading: i64) -> Result<i16, i64> {
    match i16::try_from(reading) {
        Ok(degree) => Ok(degree),
        Err(_) => Err(reading),
    }
}

fn faults(readings: [i64; 5]) -> u32 {
    let mut count = 0;
    for reading in readings {
        if temperature(reading).is_err() {
            count += 1;
        }
    }
    count
}

fn mean(morning: i16, noon: i16, evening: i16) -> f64 {
    (f64::from(morning) + f64::from(noon) + f64::from(evening)) / 3.0
}

fn depth(reading: f64) -> Result<i64, f64> {
    match kit::float::round_to_i64(reading) {
        Some(whole) => Ok(whole),
        None => Err(reading),
    }
}

fn serial(reading: i64) -> Result<f64, i64> {
    match kit::float::exact_f64(reading) {
        Some(number) => Ok(number),
        None => Err(reading),
    }
}
