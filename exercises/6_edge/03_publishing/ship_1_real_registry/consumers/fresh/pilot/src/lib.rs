//! The pilots look up when a ship can enter.

/// The minute of the day at which the water is high at a harbour of the almanac.
pub fn entry(harbour: &str, moon: u32) -> Option<u32> {
    Some(tide_table::high_water(moon, tide_table::lag(harbour)?))
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn the_almanac_is_there() {
        assert_eq!(
            entry("north quay", 0),
            Some(85),
            "north quay is 85 minutes behind the moon"
        );
        assert_eq!(
            entry("old lock", 100),
            Some(240),
            "old lock is 140 minutes behind the moon"
        );
        assert_eq!(
            entry("sand bar", 1300),
            Some(65),
            "205 minutes later is on the next day"
        );
        assert_eq!(
            entry("nowhere", 0),
            None,
            "the almanac knows no such harbour"
        );
    }
}
