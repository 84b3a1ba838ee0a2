#[cfg(test)]
mod tests {
    use super::duration::{Fault, seconds};

    #[test]
    fn every_unit_is_read() {
        assert_eq!(seconds("1d 2h 3m 4s"), Ok(93_784));
        assert_eq!(seconds("45m"), Ok(2_700));
    }

    #[test]
    fn every_fault_occurs() {
        assert_eq!(seconds(""), Err(Fault::Empty));
        assert_eq!(seconds("soon"), Err(Fault::Malformed));
        assert_eq!(seconds("3m 2h"), Err(Fault::OutOfOrder));
        assert_eq!(seconds("99999999999s"), Err(Fault::TooLong));
    }
}
