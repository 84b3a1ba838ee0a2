//! Conversions between floats and integers that answer `None` where nothing fits.
//!
//! The standard library has no `TryFrom<f64>` for integers, and `as` never complains: it clamps,
//! turns NaN into 0 and rounds large integers in silence. These functions do none of that.

/// The whole numbers from -2^63 up to, but not including, this one fit into an `i64`.
const TWO_TO_63: f64 = 9_223_372_036_854_775_808.0;

/// `value` rounded to the nearest whole number (halves away from zero) as an `i64`;
/// `None` for NaN, the infinities and everything outside the range of `i64`.
///
/// ```
/// assert_eq!(kit::float::round_to_i64(2.5), Some(3));
/// assert_eq!(kit::float::round_to_i64(f64::NAN), None);
/// assert_eq!(kit::float::round_to_i64(1e19), None);
/// ```
pub fn round_to_i64(value: f64) -> Option<i64> {
    let rounded = value.round();
    // NaN fails both comparisons; both borders are exact powers of two, so nothing is rounded here.
    if (-TWO_TO_63..TWO_TO_63).contains(&rounded) { Some(rounded as i64) } else { None }
}

/// `value` as an `f64` that holds exactly the same number; `None` where `f64` would have to round.
///
/// ```
/// assert_eq!(kit::float::exact_f64(1 << 53), Some(9_007_199_254_740_992.0));
/// assert_eq!(kit::float::exact_f64((1 << 53) + 1), None);
/// ```
pub fn exact_f64(value: i64) -> Option<f64> {
    let float = value as f64;
    // Back in i128, where every f64 this function can make has room: i64::MAX would clamp in i64.
    (float as i128 == i128::from(value)).then_some(float)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_refuses_what_does_not_fit() {
        assert_eq!(round_to_i64(-TWO_TO_63), Some(i64::MIN));
        for bad in [TWO_TO_63, -9.3e18, f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            assert_eq!(round_to_i64(bad), None, "{bad}");
        }
        assert_eq!(round_to_i64(-0.5), Some(-1));
    }

    #[test]
    fn exactness_is_checked_at_the_far_end_too() {
        assert_eq!(exact_f64(i64::MAX), None);
        assert_eq!(exact_f64(i64::MIN), Some(-TWO_TO_63));
        assert_eq!(exact_f64(-7), Some(-7.0));
    }
}
