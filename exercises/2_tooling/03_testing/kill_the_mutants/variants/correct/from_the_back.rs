// Reads from the back, and meets the last fault first.
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
        let (mut total, mut below) = (0_u32, UNITS.len());
        while let Some(sign) = rest.chars().next_back() {
            let unit = UNITS
                .iter()
                .position(|unit| unit.0 == sign)
                .ok_or(Fault::Malformed)?;
            let before = &rest[..rest.len() - 1];
            let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
            let (front, number) = before.split_at(before.len() - digits);
            if number.is_empty() {
                return Err(Fault::Malformed);
            }
            let fits = number
                .parse::<u32>()
                .ok()
                .and_then(|number| number.checked_mul(UNITS[unit].1));
            total = fits
                .and_then(|part| total.checked_add(part))
                .ok_or(Fault::TooLong)?;
            if unit >= below {
                return Err(Fault::OutOfOrder);
            }
            below = unit;
            rest = front.trim_end_matches(' ');
        }
        Ok(total)
    }
}
