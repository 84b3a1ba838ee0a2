use postage_core::{price, shown};

#[test]
fn prices_grow_by_the_half_kilogram() {
    assert_eq!(price(1, 1), Some(285), "one started half kilogram");
    assert_eq!(price(500, 1), Some(285), "exactly one");
    assert_eq!(price(501, 2), Some(480), "two, to the farther zone");
}

#[test]
fn what_nobody_carries_has_no_price() {
    assert_eq!((price(5001, 1), price(10, 3)), (None, None));
    assert_eq!(price(5000, 1), Some(600), "the heaviest that goes");
}

#[test]
fn prices_are_shown() {
    assert_eq!(shown(605), "6.05");
}
