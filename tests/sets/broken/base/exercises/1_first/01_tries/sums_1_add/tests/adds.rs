#[test]
fn adds() {
    assert_eq!((sums::add(2, 3), sums::add(0, 0)), (Some(5), Some(0)));
}

#[test]
fn adds_up_to_the_largest() {
    assert_eq!((sums::add(254, 1), sums::add(255, 1)), (Some(255), None));
}
