/// The longer of the two.
pub fn longer<'a>(left: &'a str, right: &str) -> &'a str {
    match right.len() > left.len() {
        true => right,
        false => left,
    }
}
