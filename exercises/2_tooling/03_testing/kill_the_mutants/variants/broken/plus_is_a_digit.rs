// A number may begin with a sign.
mod duration {
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

    pub fn seconds(text: &str) -> Result<u32, Fault> {
        let mut rest = text.trim_matches(' ');
        if rest.is_empty() {
            return Err(Fault::Empty);
        }
        let (mut total, mut next) = (0_u32, 0);
        while !rest.is_empty() {
            let digits = rest
                .find(|c: char| !c.is_ascii_digit() && c != '+')
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
