use postage_core::{price, shown};

#[test]
fn prices_grow_by_the_half_kilogram() {
    for (grams, zone, cents) in [
        (0, 1, 250),
        (1, 1, 285),
        (500, 1, 285),
        (501, 1, 320),
        (501, 2, 480),
        (5000, 2, 760),
    ] {
        assert_eq!(
            price(grams, zone),
            Some(cents),
            "{grams} grams to zone {zone}: each started half kilogram counts"
        );
    }
}

#[test]
fn what_nobody_carries_has_no_price() {
    for (grams, zone) in [(5001, 1), (5001, 2), (10, 0), (10, 3)] {
        assert_eq!(
            price(grams, zone),
            None,
            "{grams} grams to zone {zone} are carried by nobody"
        );
    }
    assert_eq!(price(5000, 1), Some(600), "the heaviest that goes");
}

#[test]
fn prices_are_shown() {
    for (cents, text) in [(605, "6.05"), (99, "0.99"), (1000, "10.00")] {
        assert_eq!(shown(cents), text, "{cents} cents");
    }
}
