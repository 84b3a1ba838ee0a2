// Two texts of this function.
use keep_view::longer;

fn main() {
    let (left, right) = (String::from("a"), String::from("bc"));
    assert_eq!(longer(&left, &right), "bc");
}
