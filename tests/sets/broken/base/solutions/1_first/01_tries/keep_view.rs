// Why so: the result may be either text, so it lives as long as both do.

/// The longer of the two.
pub fn longer<'a>(left: &'a str, right: &'a str) -> &'a str {
    match right.len() > left.len() {
        true => right,
        false => left,
    }
}
