/// Air pressure in pascals, sent as two bytes, the high one first.
fn pressure(high: u8, low: u8) -> u32 {
    u32::from(high) * 256 + u32::from(low)
}

/// How full the battery is, from 0 to 1; sent in per cent.
fn battery(per_cent: u8) -> f32 {
    f32::from(per_cent) / 100.0
}

/// Water temperature in hundredths of a degree. A value that has no place in 16 bits is a fault.
fn temperature(reading: i64) -> Result<i16, i64> {
    Ok(reading.clamp(i64::from(i16::MIN), i64::from(i16::MAX)) as i16)
}

/// How many of the temperature readings are faults.
fn faults(readings: [i64; 5]) -> u32 {
    let mut count = 0;
    for reading in readings {
        count += u32::from(temperature(reading).is_err());
    }
    count
}

/// The mean of three temperatures.
fn mean(morning: i16, noon: i16, evening: i16) -> f64 {
    f64::from(i32::from(morning) + i32::from(noon) + i32::from(evening)) / 3.0
}

/// Depth in whole millimetres, rounded to the nearest. What is no number of this kind is a fault.
fn depth(reading: f64) -> Result<i64, f64> {
    kit::float::round_to_i64(reading).ok_or(reading)
}

/// The serial number of a message for a program that knows floats only. It must stay exactly the same
/// number, or it is a fault.
fn serial(reading: i64) -> Result<f64, i64> {
    kit::float::exact_f64(reading).ok_or(reading)
}
