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
    Ok(reading as i16)
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
    Ok(reading.round() as i64)
}

/// The serial number of a message for a program that knows floats only. It must stay exactly the same
/// number, or it is a fault.
fn serial(reading: i64) -> Result<f64, i64> {
    Ok(reading as f64)
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    const TWO_TO_53: i64 = 1 << 53;
    const TWO_TO_63: f64 = 9.223_372_036_854_776e18;

    #[test]
    fn what_always_fits_stays_as_it_was() {
        assert_eq!(
            (pressure(0, 9), pressure(3, 232), pressure(255, 255)),
            (9, 1_000, 65_535)
        );
        assert_eq!((battery(0), battery(25), battery(255)), (0.0, 0.25, 2.55));
        assert_eq!(mean(10, 11, 15), 12.0);
        assert_eq!(
            mean(i16::MAX, i16::MAX, i16::MAX),
            32_767.0,
            "the sum needs more than 16 bits"
        );
        assert_eq!(
            mean(i16::MIN, i16::MIN, i16::MIN),
            -32_768.0,
            "the sum needs more than 16 bits"
        );
        assert_eq!(mean(-1, 0, 0), -1.0 / 3.0, "a mean has a fraction");
    }

    #[test]
    fn any_two_bytes_make_a_pressure() {
        let mut rng = ::kit::Rng::salted("cast_audit: pressure");
        for _ in 0..50 {
            let bytes = [(); 2].map(|()| u8::try_from(rng.below(256)).unwrap());
            let [high, low] = bytes;
            assert_eq!(
                pressure(high, low),
                u32::from(u16::from_be_bytes(bytes)),
                "the bytes {high} and {low}"
            );
        }
    }

    #[test]
    fn a_temperature_on_the_scale_is_kept() {
        let mut rng = ::kit::Rng::salted("cast_audit: temperature");
        for degree in [i16::MIN, -1, 0, 1_250, i16::MAX] {
            assert_eq!(
                temperature(i64::from(degree)),
                Ok(degree),
                "{degree} fits into 16 bits"
            );
        }
        for _ in 0..50 {
            let reading = rng.between(-32_768, 32_767);
            assert_eq!(
                temperature(reading).map(i64::from),
                Ok(reading),
                "{reading} fits into 16 bits"
            );
        }
    }

    #[test]
    fn a_temperature_off_the_scale_comes_back_as_the_error() {
        let mut rng = ::kit::Rng::salted("cast_audit: off the scale");
        for past in [
            1,
            2,
            32_768,
            rng.between(3, 1 << 40),
            rng.between(3, 1 << 40),
        ] {
            for reading in [i64::from(i16::MAX) + past, i64::from(i16::MIN) - past] {
                assert_eq!(
                    temperature(reading),
                    Err(reading),
                    "16 bits have no room for {reading}"
                );
            }
        }
    }

    #[test]
    fn a_temperature_off_the_scale_is_not_moved_to_its_end() {
        assert_ne!(
            temperature(40_000),
            Ok(i16::MAX),
            "40000 hundredths were sent, not 32767"
        );
        assert_ne!(
            temperature(-40_000),
            Ok(i16::MIN),
            "-40000 hundredths were sent, not -32768"
        );
    }

    #[test]
    fn every_fault_is_counted() {
        assert_eq!(
            faults([0, 1_250, -300, 32_767, -32_768]),
            0,
            "these are ordinary readings"
        );
        assert_eq!(
            faults([0, 70_000, 1, 2, 3]),
            1,
            "one of five is off the scale"
        );
        assert_eq!(
            faults([-32_769, 32_768, 1, i64::MAX, i64::MIN]),
            4,
            "four of five are off the scale"
        );
    }

    #[test]
    fn a_depth_is_rounded_to_the_nearest_millimetre() {
        let mut rng = ::kit::Rng::salted("cast_audit: depth");
        for (reading, whole) in [
            (0.0, 0),
            (2.4, 2),
            (2.6, 3),
            (-2.6, -3),
            (1e15, 1_000_000_000_000_000),
        ] {
            assert_eq!(depth(reading), Ok(whole), "{reading} rounded");
        }
        assert_eq!(
            depth(-TWO_TO_63),
            Ok(i64::MIN),
            "the lowest whole number there is"
        );
        for _ in 0..50 {
            let whole = i32::try_from(rng.between(-2_000_000_000, 2_000_000_000)).unwrap();
            let reading = f64::from(whole) + 0.375;
            assert_eq!(depth(reading), Ok(i64::from(whole)), "{reading} rounded");
        }
    }

    #[test]
    fn a_depth_that_is_no_whole_number_comes_back_as_the_error() {
        for reading in [
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            1e19,
            -1e19,
            TWO_TO_63,
        ] {
            let answer = depth(reading).map_err(f64::to_bits);
            assert_eq!(
                answer,
                Err(reading.to_bits()),
                "no i64 is {reading}; it has to come back as it was (compared by its bits, since NaN equals nothing)"
            );
        }
    }

    #[test]
    fn a_serial_number_that_a_float_can_hold_is_kept() {
        let mut rng = ::kit::Rng::salted("cast_audit: serial");
        assert_eq!(serial(TWO_TO_53), Ok(9_007_199_254_740_992.0));
        assert_eq!(
            serial(TWO_TO_53 + 2),
            Ok(9_007_199_254_740_994.0),
            "beyond 2^53 every second number fits"
        );
        assert_eq!(
            serial(i64::MIN),
            Ok(-TWO_TO_63),
            "this one is a power of two"
        );
        for _ in 0..50 {
            let small = i32::try_from(rng.between(-2_000_000_000, 2_000_000_000)).unwrap();
            assert_eq!(
                serial(i64::from(small)),
                Ok(f64::from(small)),
                "{small} is small enough"
            );
        }
    }

    #[test]
    fn a_serial_number_that_would_change_comes_back_as_the_error() {
        let mut rng = ::kit::Rng::salted("cast_audit: would change");
        for step in [0, 1, rng.between(2, TWO_TO_53 / 4)] {
            let odd = TWO_TO_53 + 1 + 2 * step;
            assert_eq!(serial(odd), Err(odd), "no float is exactly {odd}");
            assert_eq!(serial(-odd), Err(-odd), "no float is exactly {}", -odd);
        }
    }

    #[test]
    fn the_largest_serial_number_would_change_too() {
        assert_eq!(
            serial(i64::MAX),
            Err(i64::MAX),
            "the nearest float is larger by one"
        );
    }
}
