// Goes through the text letter by letter, and looks for the sum only at the end.
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

    const UNITS: [(u8, u128); 4] = [(b'd', 86_400), (b'h', 3_600), (b'm', 60), (b's', 1)];

    pub fn seconds(text: &str) -> Result<u32, Fault> {
        let (mut total, mut number, mut left) = (0_u128, None, UNITS.as_slice());
        let mut parts = 0;
        for byte in text.bytes() {
            match (byte, number) {
                (b'0'..=b'9', so_far) => {
                    let so_far = so_far.unwrap_or(0_u128);
                    number =
                        Some((so_far * 10 + u128::from(byte - b'0')).min(u128::from(u64::MAX)));
                }
                (b' ', None) => {}
                (_, None) | (b' ', Some(_)) => return Err(Fault::Malformed),
                (sign, Some(count)) => {
                    if !UNITS.iter().any(|unit| unit.0 == sign) {
                        return Err(Fault::Malformed);
                    }
                    let place = left
                        .iter()
                        .position(|unit| unit.0 == sign)
                        .ok_or(Fault::OutOfOrder)?;
                    total += count * left[place].1;
                    left = &left[place + 1..];
                    number = None;
                    parts += 1;
                }
            }
        }
        match (number, parts) {
            (Some(_), _) => Err(Fault::Malformed),
            (None, 0) => Err(Fault::Empty),
            (None, _) => u32::try_from(total).map_err(|_| Fault::TooLong),
        }
    }
}
