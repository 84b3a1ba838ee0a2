// Cast audit
//
// This decoder turns the readings of a buoy into numbers for other programs. It says `as` eleven times.
// Eight of these conversions always fit; three change the number in silence.
//
// Replace every `as`. Where a value always fits, say so with `from`. Where it may not, ask with
// `try_from`, or with `kit::float::round_to_i64` and `kit::float::exact_f64` (in the folder kit) where
// floats meet integers, and hand back the untouched reading as the error: a `match` with an arm for
// each outcome is enough to put it there. Clippy's lints about casts must find nothing.
//
// Read: Rust By Example, TryFrom and TryInto
// https://doc.rust-lang.org/rust-by-example/conversion/try_from_try_into.html

/// Air pressure in pascals, sent as two bytes, the high one first.
fn pressure(high: u8, low: u8) -> u32 {
    // TODO: From here on, let each conversion say whether it can fail.
    high as u32 * 256 + low as u32
}

/// How full the battery is, from 0 to 1; sent in per cent.
fn battery(per_cent: u8) -> f32 {
    per_cent as f32 / 100.0
}

/// Water temperature in hundredths of a degree. A value that has no place in 16 bits is a fault.
fn temperature(reading: i64) -> Result<i16, i64> {
    i16::try_from(reading).or(Err(reading))
}

/// How many of the temperature readings are faults.
fn faults(readings: [i64; 5]) -> u32 {
    let mut count = 0;
    for reading in readings {
        count += temperature(reading).is_err() as u32;
    }
    count
}

/// The mean of three temperatures.
fn mean(morning: i16, noon: i16, evening: i16) -> f64 {
    (morning as i32 + noon as i32 + evening as i32) as f64 / 3.0
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
