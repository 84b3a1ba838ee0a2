#[cfg(test)]
mod tests {
    use super::duration::{Fault, seconds};

    fn table() -> Vec<(&'static str, Result<u32, Fault>)> {
        vec![
            ("3d", Ok(259_200)),
            ("1d2h3m4s", Ok(93_784)),
            ("2h 10s ", Ok(7_210)),
            ("\u{20}9m", Ok(540)),
            ("0m", Ok(0)),
            ("1193046h 28m 15s", Ok(u32::MAX)),
            ("1193046h 28m 16s", Err(Fault::TooLong)),
            ("1193047h", Err(Fault::TooLong)),
            ("", Err(Fault::Empty)),
            ("   ", Err(Fault::Empty)),
            ("12", Err(Fault::Malformed)),
            ("+1m", Err(Fault::Malformed)),
            ("tomorrow", Err(Fault::Malformed)),
            ("1s 1m", Err(Fault::OutOfOrder)),
            ("2m 2m", Err(Fault::OutOfOrder)),
        ]
    }

    #[test]
    fn the_table_holds() {
        for (text, wanted) in table() {
            assert_eq!(seconds(text), wanted, "{text:?}");
        }
    }
}
