#[cfg(test)]
mod tests {
    use super::duration::{Fault, seconds};

    #[test]
    fn parts_are_added() {
        assert_eq!(seconds("1d 2h 3m 4s"), Ok(93_784));
        assert_eq!(seconds("1h30m "), Ok(5_400));
        assert_eq!(seconds("0s"), Ok(0));
        assert_eq!(seconds("4294967295s"), Ok(u32::MAX));
    }

    #[test]
    fn the_first_fault_from_the_left_is_reported() {
        assert_eq!(seconds("  "), Err(Fault::Empty));
        assert_eq!(seconds("+5s 1h"), Err(Fault::Malformed));
        assert_eq!(seconds("1m 1h soon"), Err(Fault::OutOfOrder));
        assert_eq!(seconds("4294967296s 1h"), Err(Fault::TooLong));
    }
}
