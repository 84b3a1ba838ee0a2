// Add the tip
//
// A bill is in cents. `with_tip` adds the tip, in whole per cent, and rounds it down. More than a
// hundred per cent are taken for a mistake and count as a hundred.
//
// Read: The Rust Programming Language
// https://doc.rust-lang.org/book/

fn with_tip(cents: u64, percent: u64) -> u64 {
    // TODO: Add the tip to the bill.
    todo!("add {percent} per cent to {cents}")
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn the_tip_is_added() {
        let mut rng = ::kit::Rng::salted("add_tip: bills");
        for _ in 0..50 {
            let (cents, percent) = (rng.bits() % 100_000, rng.bits() % 101);
            let wanted = (cents * 100 + cents * percent) / 100;
            assert_eq!(with_tip(cents, percent), wanted, "{percent} per cent");
        }
    }

    #[test]
    fn the_tip_is_rounded_down() {
        assert_eq!(with_tip(199, 50), 298, "99 and a half cents are 99");
    }

    #[test]
    fn a_hundred_per_cent_are_the_most() {
        assert_eq!(with_tip(300, 100), 600);
        assert_eq!(with_tip(300, 101), 600, "101 per cent are a mistake");
    }
}
