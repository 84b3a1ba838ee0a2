use sums::twice;

#[test]
fn doubles() {
    assert_eq!((twice(4), twice(0)), (Some(8), Some(0)));
}

#[test]
fn doubles_up_to_half() {
    assert_eq!((twice(127), twice(128)), (Some(254), None));
}
