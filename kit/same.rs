//! Is this a view of that, or a copy that looks alike?

/// Whether `part` lies, byte for byte, inside the memory of `whole`.
///
/// An empty `part` holds no byte, so it has to begin between the two ends of `whole`.
///
/// ```
/// let line = String::from("key = value");
/// assert!(kit::inside(&line, &line[..3]));
/// assert!(!kit::inside(&line, "key"));
/// ```
pub fn inside(whole: &str, part: &str) -> bool {
    let (whole, part) = (whole.as_bytes().as_ptr_range(), part.as_bytes().as_ptr_range());
    whole.start <= part.start && part.end <= whole.end
}

/// Whether two slices are one and the same piece of memory, not just equal.
pub fn same_place<T>(left: &[T], right: &[T]) -> bool {
    std::ptr::eq(left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_not_inside() {
        let text = String::from("abc");
        assert!(inside(&text, &text[1..2]) && inside(&text, &text[3..]));
        assert!(!inside(&text, &text.clone()));
        let list = vec![1, 2];
        assert!(same_place(&list, &list[..]) && !same_place(&list, &list.clone()));
    }
}
