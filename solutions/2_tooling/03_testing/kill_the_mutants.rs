// Why so: each promise of the contract has a test, and each test asks at the edge of its promise, where a small
// fault makes a difference: at the largest sum and one beyond, at zero, at nothing, at a blank too many and one
// too few. A value in the middle is right for nearly every wrong function. Refusals are compared by their fault,
// which the contract names; how a fault is put into words is left alone, and so is which of two faults is met
// first, since the contract leaves both open.

#[cfg(test)]
mod tests {
    use super::duration::{Fault, seconds};

    #[test]
    fn each_unit_has_its_worth() {
        for (text, wanted) in [("1d", 86_400), ("1h", 3_600), ("1m", 60), ("1s", 1)] {
            assert_eq!(seconds(text), Ok(wanted), "{text}");
        }
    }

    #[test]
    fn all_parts_are_added() {
        assert_eq!(seconds("1d 1h 1m 1s"), Ok(90_061));
        assert_eq!(seconds("2d 5s"), Ok(172_805));
    }

    #[test]
    fn blanks_may_stand_around_parts_and_need_not() {
        for text in ["1h30m", "1h   30m", " 1h 30m", "1h 30m ", "  1h30m  "] {
            assert_eq!(seconds(text), Ok(5_400), "{text:?}");
        }
    }

    #[test]
    fn a_blank_parts_no_number_from_its_unit() {
        assert_eq!(seconds("5 s"), Err(Fault::Malformed));
    }

    #[test]
    fn nothing_is_empty() {
        for text in ["", " ", "    "] {
            assert_eq!(seconds(text), Err(Fault::Empty), "{text:?}");
        }
    }

    #[test]
    fn zero_is_a_number_and_may_stand_in_front() {
        assert_eq!(seconds("0s"), Ok(0));
        assert_eq!(seconds("007m"), Ok(420));
    }

    #[test]
    fn what_is_no_part_is_malformed() {
        for text in [
            "soon", "h", "90", "1h 30", "+5s", "-5s", "1H", "1.5h", "5s,",
        ] {
            assert_eq!(seconds(text), Err(Fault::Malformed), "{text}");
        }
    }

    #[test]
    fn larger_units_come_first_and_once() {
        for text in ["1m 1h", "1s 1d", "1h 1h", "1s1s"] {
            assert_eq!(seconds(text), Err(Fault::OutOfOrder), "{text}");
        }
    }

    #[test]
    fn the_longest_fits_and_one_more_does_not() {
        assert_eq!(seconds("4294967295s"), Ok(u32::MAX));
        assert_eq!(seconds("71582788m 15s"), Ok(u32::MAX));
        for text in [
            "4294967296s",
            "71582788m 16s",
            "71582789m",
            "49711d",
            "99999999999999999999d",
        ] {
            assert_eq!(seconds(text), Err(Fault::TooLong), "{text}");
        }
    }
}
