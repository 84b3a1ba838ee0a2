// Functions that borrow from the caller are put together.
use closure_captures::compose;

fn main() {
    let (unit, rate) = (String::from("ft"), 4);
    let price = compose(|rooms: u32| rooms * rate, |sum| format!("{sum} {unit}"));
    assert_eq!(
        (price(2), price(3)),
        ("8 ft".to_owned(), "12 ft".to_owned())
    );
}
