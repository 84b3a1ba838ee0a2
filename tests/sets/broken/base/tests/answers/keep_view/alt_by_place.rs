/// The longer of the two.
pub fn longer<'t>(left: &'t str, right: &'t str) -> &'t str {
    [left, right][usize::from(right.len() > left.len())]
}
