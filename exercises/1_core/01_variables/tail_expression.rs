// Tail expression
//
// A tram line charges by zones, gives children and older riders a lower price, and asks for a little
// more at night. All amounts are whole cents. The sums are right, and yet the program does not build:
// three values are worked out and then dropped before anybody receives them.
//
// Let each block hand its value on. Keep the signatures, and let clippy have nothing to add.
//
// Read: The Rust Programming Language, chapter 3.3, Functions
// https://doc.rust-lang.org/book/ch03-03-how-functions-work.html

/// The full price of a ride through this many zones.
fn full_price(zones: u32) -> u32 {
    // TODO: Hand the price to the caller.
    150 + 110 * zones;
}

/// How much of the full price somebody of this age pays, in per cent.
fn share(age: u32) -> u32 {
    // TODO: Hand on what the match found.
    match age {
        0..=5 => 0,
        6..=17 => 50,
        18..=64 => 100,
        _ => 75,
    };
}

/// What one rider pays for one ride.
fn fare(zones: u32, age: u32, night: bool) -> u32 {
    let price: u32 = full_price(zones);
    // TODO: Give both arms a number.
    let surcharge = if night {
        80
    } else {
        0;
    };
    price * share(age) / 100 + surcharge
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn the_price_and_the_share_can_be_asked_for_alone() {
        let prices = format!("{:?} {:?}", full_price(0), full_price(3));
        assert_eq!(prices, "150 480", "150 for a ride, and 110 for each zone");
        let shares = format!("{:?} {:?} {:?}", share(5), share(17), share(65));
        assert_eq!(shares, "0 50 75", "per cent at the ages of 5, 17 and 65");
    }

    #[test]
    fn by_day_a_grown_up_pays_for_the_zones() {
        assert_eq!(fare(1, 30, false), 260, "one zone: 150 and once 110");
        assert_eq!(
            fare(4, 30, false),
            590,
            "four zones: 150 and four times 110"
        );
    }

    #[test]
    fn by_day_age_lowers_the_price() {
        let mut rng = ::kit::Rng::salted("tail_expression: age");
        let per_age = [
            (0, 0),
            (5, 0),
            (6, 50),
            (17, 50),
            (18, 100),
            (64, 100),
            (65, 75),
            (90, 75),
        ];
        for (age, per_cent) in per_age {
            let zones = u32::try_from(rng.between(1, 30)).unwrap();
            let full = 150 + 110 * zones;
            assert_eq!(
                fare(zones, age, false),
                full * per_cent / 100,
                "at the age of {age} one pays {per_cent} per cent of {full}"
            );
        }
    }

    #[test]
    fn at_night_the_surcharge_comes_on_top() {
        assert_eq!(
            fare(2, 30, true),
            450,
            "370 for the ride and 80 for the night"
        );
        assert_eq!(
            fare(2, 70, true),
            357,
            "the surcharge is the same for every age: 277 and 80"
        );
        assert_eq!(
            fare(2, 3, true),
            80,
            "a small child rides for nothing, but not at night"
        );
    }

    #[test]
    fn by_day_any_ride_is_cheaper_by_the_surcharge() {
        let mut rng = ::kit::Rng::salted("tail_expression: any ride");
        for _ in 0..50 {
            let zones = u32::try_from(rng.between(1, 30)).unwrap();
            let age = u32::try_from(rng.between(18, 64)).unwrap();
            let full = (0..zones).fold(150, |sum, _| sum + 110);
            assert_eq!(
                fare(zones, age, false),
                full,
                "{zones} zones at the age of {age}, by day"
            );
            assert_eq!(
                fare(zones, age, true),
                full + 80,
                "{zones} zones at the age of {age}, at night"
            );
        }
    }
}
