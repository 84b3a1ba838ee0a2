// Keep the view
//
// `longer` lends the longer of two texts, the first one where both are equally long. Its signature
// does not say yet how long the result may be used: as long as both texts are there.
//
// Read: The Rust Programming Language
// https://doc.rust-lang.org/book/

/// The longer of the two.
// TODO: Say how long the result may be used.
pub fn longer(left: &str, right: &str) -> &str {
    match right.len() > left.len() {
        true => right,
        false => left,
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn the_longer_one_is_lent() {
        let mut rng = ::kit::Rng::salted("keep_view: texts");
        for _ in 0..30 {
            let (left, right) = ("l".repeat(rng.below(4)), "r".repeat(rng.below(4)));
            let wanted = if left.len() >= right.len() { &left } else { &right };
            assert_eq!(longer(&left, &right), wanted, "of {left:?} and {right:?}");
        }
    }
}
