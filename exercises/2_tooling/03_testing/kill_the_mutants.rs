// Tests that notice
//
// Below the line is `duration::seconds`, a function that is right, with its contract in its comment. Write the
// tests that it deserves: fourteen times somebody breaks it a little, and each time at least one of your tests
// has to fail. Three times it is written anew, in another way and right, and then all of them have to pass. So
// ask for everything that the contract promises, and for nothing else. You are done when no fault gets through;
// of those that do, the first is described.
//
// Read: The Rust Programming Language, chapter 11.1, How to Write Tests
// https://doc.rust-lang.org/book/ch11-01-writing-tests.html

#[cfg(test)]
mod tests {
    use super::duration::{Fault, seconds};

    #[test]
    fn hours_and_minutes_add_up() {
        assert_eq!(seconds("1h 30m"), Ok(5_400));
    }

    // TODO: Write a test for each promise of the contract; this one shows what a refusal looks like.
    #[test]
    fn words_are_refused() {
        assert_eq!(seconds("soon"), Err(Fault::Malformed));
    }
}

// == checks ==
/// Durations as people write them.
mod duration {
    /// Why a text is no duration. How a fault is put into words is for people, and may change.
    #[derive(Debug, PartialEq)]
    pub enum Fault {
        /// There is nothing but blanks.
        Empty,
        /// Something in it is no part.
        Malformed,
        /// A unit stands behind a smaller one, or a second time.
        OutOfOrder,
        /// It is more than fits.
        TooLong,
    }

    impl std::fmt::Display for Fault {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(match self {
                Self::Empty => "there is no duration in it",
                Self::Malformed => "something in it is no number with a unit",
                Self::OutOfOrder => "its units are not in order",
                Self::TooLong => "it is too long",
            })
        }
    }

    const UNITS: [(char, u32); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

    /// The seconds of a duration such as `1d 6h 30m 5s`. This is the contract:
    ///
    /// * A duration has one or more parts. A part is a whole number with its unit directly behind it: `d` is a day of
    ///   24 hours, `h` an hour, `m` a minute, `s` a second. Small letters only.
    /// * A number is one or more of the digits 0 to 9 and nothing else, no sign. Zero is a number, and zeros may
    ///   stand in front.
    /// * Larger units stand before smaller ones, and no unit stands twice. Any of them may be missing.
    /// * Before, between and behind the parts there may be blanks, as many as you like, or none.
    /// * The sum has to fit into a `u32`; more is `TooLong`. What else is wrong has the fault that says so; of several
    ///   faults, any one may be reported.
    pub fn seconds(text: &str) -> Result<u32, Fault> {
        let mut rest = text.trim_matches(' ');
        if rest.is_empty() {
            return Err(Fault::Empty);
        }
        let (mut total, mut next) = (0_u32, 0);
        while !rest.is_empty() {
            let digits = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (number, after) = rest.split_at(digits);
            let sign = after
                .chars()
                .next()
                .filter(|_| digits > 0)
                .ok_or(Fault::Malformed)?;
            let unit = UNITS
                .iter()
                .position(|unit| unit.0 == sign)
                .ok_or(Fault::Malformed)?;
            if unit < next {
                return Err(Fault::OutOfOrder);
            }
            next = unit + 1;
            let number: u32 = number.parse().map_err(|_| Fault::TooLong)?;
            let part = number.checked_mul(UNITS[unit].1).ok_or(Fault::TooLong)?;
            total = total.checked_add(part).ok_or(Fault::TooLong)?;
            rest = after[1..].trim_start_matches(' ');
        }
        Ok(total)
    }
}
