/// The longer of the two.
pub fn longer(left: &'static str, right: &'static str) -> &'static str {
    match right.len() > left.len() {
        true => right,
        false => left,
    }
}
