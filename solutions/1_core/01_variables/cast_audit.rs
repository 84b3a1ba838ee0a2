// Why so: `as` never fails, so it cannot tell. It drops high bits (i64 to i16), clamps and turns NaN
// into 0 (f64 to i64), or rounds (i64 to f64). `from` exists only where every value fits, so a
// conversion that may fail does not compile by that name; `try_from` exists where some do not, and
// its answer has to be looked at. The standard library has no `try_from` between floats and integers,
// hence the two functions of kit. The error carries the reading as it came: only then can somebody
// find out later what the sensor said.

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
    i16::try_from(reading).or(Err(reading))
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
