// Count seats
//
// How many people fit into a hall with so many rows of so many seats each?
//
// Read: https://doc.rust-lang.org/book/ch03-02-data-types.html

fn seats(rows: u32, in_each: u32) -> u32 {
    // TODO: Multiply where the start adds.
    rows + in_each
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn rows_times_seats() {
        assert_eq!(seats(3, 4), 12);
    }

    #[test]
    fn an_empty_hall_has_none() {
        assert_eq!(seats(0, 4), 0, "without rows there is nowhere to sit");
    }

    #[test]
    fn two_by_two() {
        assert_eq!(seats(2, 2), 4);
    }
}
