//! The ferry knows its harbour, and wants no almanac.

/// The minute of the day at which the ferry can leave.
pub fn departure(moon: u32) -> u32 {
    tide_table::high_water(moon, 85)
}

#[cfg(test)]
mod tests {
    use super::departure;

    #[test]
    fn the_ferry_leaves_at_high_water() {
        assert_eq!(departure(60), 145, "85 minutes after the moon");
    }
}
