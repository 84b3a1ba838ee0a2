//! A source without an end that notices who takes more than is needed.

use crate::Calls;

/// An endless iterator that may be pulled a limited number of times.
///
/// ```
/// let mut source = kit::Endless::new(3, |turn| turn * 10);
/// let pulled = source.pulled();
/// assert_eq!(source.find(|&number| number > 5), Some(10));
/// assert_eq!(pulled.count(), 2);
/// ```
pub struct Endless<F> {
    make: F,
    most: u64,
    pulled: Calls,
}

impl<T, F: FnMut(u64) -> T> Endless<F> {
    /// Gives `make(0)`, `make(1)` and so on, and panics when it is pulled more than `most` times.
    pub fn new(most: u64, make: F) -> Self {
        Self { make, most, pulled: Calls::new() }
    }

    /// The count of its pulls, to be kept while somebody else owns the source.
    #[must_use]
    pub fn pulled(&self) -> Calls {
        self.pulled.clone()
    }
}

// The hint stays at "from none to any number", although there is no end: whoever reserves room for all items
// shall meet the message below and not one about a capacity.
impl<T, F: FnMut(u64) -> T> Iterator for Endless<F> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let turn = self.pulled.count();
        let most = self.most;
        assert!(
            turn < most,
            "expected at most {most} items to be taken from a source that never ends, but one more was asked for"
        );
        self.pulled.note();
        Some((self.make)(turn))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_takes_what_is_needed_may() {
        let source = Endless::new(2, |turn| turn);
        let pulled = source.pulled();
        assert_eq!(source.take(2).collect::<Vec<_>>(), [0, 1]);
        assert_eq!(pulled.count(), 2, "`take` does not pull beyond its number");
    }

    #[test]
    fn whoever_takes_all_is_stopped() {
        let source = Endless::new(5, |turn| turn);
        let pulled = source.pulled();
        let all = std::panic::AssertUnwindSafe(|| source.collect::<Vec<u64>>());
        let words = std::panic::catch_unwind(all).expect_err("it never ends");
        let words = words.downcast::<String>().expect("a text");
        assert!(words.starts_with("expected at most 5 items to be taken"), "{words}");
        assert_eq!(pulled.count(), 5);
    }
}
