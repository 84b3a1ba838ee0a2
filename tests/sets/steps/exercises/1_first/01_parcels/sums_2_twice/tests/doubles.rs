#[test]
fn doubles() {
    assert_eq!(sums::twice(4), 8);
}
