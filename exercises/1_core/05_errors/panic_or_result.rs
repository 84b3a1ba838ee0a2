// Panic or result?
//
// One: ten programs in `panic_or_result/items/` ask the standard library for something that cannot be
// done. Say whether each ends in a panic (`Panics`) or goes on, and what it prints then: `Compiles("…")`.
// Two: finish `NonEmpty`, a list with at least one element. Decide by the same rule: what may happen to a
// correct program is returned, what only a mistake of the caller can bring about is a panic. The panic of `at`
// shall point at the line of the caller (`#[track_caller]`), and say which place was asked for and how many there
// are. A section `# Panics` in the documentation of `at` says when it comes.
//
// Read: The Rust Programming Language, To panic! or Not to panic!
// https://doc.rust-lang.org/book/ch09-03-to-panic-or-not-to-panic.html

use kit::predict::*;

// TODO: Replace each `Open` by what you expect of the program with the same number.
const ITEM_01: Answer = Open;
const ITEM_02: Answer = Open;
const ITEM_03: Answer = Open;
const ITEM_04: Answer = Open;
const ITEM_05: Answer = Open;
const ITEM_06: Answer = Open;
const ITEM_07: Answer = Open;
const ITEM_08: Answer = Open;
const ITEM_09: Answer = Open;
const ITEM_10: Answer = Open;

/// There was no element where one is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Empty;

/// A list with at least one element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NonEmpty<T> {
    items: Vec<T>,
}

impl<T> NonEmpty<T> {
    /// A list of these elements, or an error if there is none.
    // TODO: Callers may have got their list from anywhere. Refuse an empty one.
    pub fn new(items: Vec<T>) -> Result<Self, Empty> {
        Ok(Self { items })
    }

    /// The first element. There always is one.
    pub fn first(&self) -> &T {
        // TODO: Return the first one, and below the last one; `new` has made sure that they are there.
        todo!("the first of {}", self.items.len())
    }

    /// The last element. There always is one.
    pub fn last(&self) -> &T {
        todo!("the last of {}", self.items.len())
    }

    /// The element at this place, counted from 0, if there is one.
    pub fn get(&self, place: usize) -> Option<&T> {
        // TODO: Whoever calls this does not know whether the place is there. Do not panic.
        todo!("place {place}")
    }

    /// The element at this place, counted from 0. Whoever calls this claims that it is there.
    // TODO: Let the panic point at the caller's line and say the two numbers, and tell of it up here.
    pub fn at(&self, place: usize) -> &T {
        &self.items[place]
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::cell::RefCell;
    use std::panic::{self, AssertUnwindSafe, catch_unwind};
    use std::sync::Once;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            ITEM_01, ITEM_02, ITEM_03, ITEM_04, ITEM_05, ITEM_06, ITEM_07, ITEM_08, ITEM_09,
            ITEM_10,
        ]);
    }

    #[derive(Clone)]
    struct Seen {
        file: String,
        line: u32,
        words: String,
    }

    thread_local! {
        /// The last panic of this thread, while one is expected.
        static EXPECTED: RefCell<Option<Option<Seen>>> = const { RefCell::new(None) };
    }

    /// Where the panic of this work points, and what it says; the panic of another test is shown as usual.
    fn panic_of(work: impl FnOnce()) -> Option<Seen> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let usual = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                let expected = EXPECTED.with_borrow_mut(|expected| {
                    let (Some(seen), Some(place)) = (expected, info.location()) else {
                        return false;
                    };
                    *seen = Some(Seen {
                        file: place.file().to_owned(),
                        line: place.line(),
                        words: info.payload_as_str().unwrap_or_default().to_owned(),
                    });
                    true
                });
                if !expected {
                    usual(info);
                }
            }));
        });
        EXPECTED.set(Some(None));
        let _ = catch_unwind(AssertUnwindSafe(work));
        EXPECTED.take().flatten()
    }

    fn three() -> NonEmpty<char> {
        NonEmpty::new(vec!['a', 'b', 'c']).expect("three are more than none")
    }

    #[test]
    fn an_empty_list_is_refused_without_a_panic() {
        let made = panic_of(|| {
            assert!(
                NonEmpty::<u8>::new(Vec::new()) == Err(Empty),
                "an empty list is Err(Empty)"
            );
        });
        let words = made.map(|seen| seen.words);
        assert_eq!(
            words, None,
            "callers cannot always know: nothing may panic here"
        );
    }

    #[test]
    fn lists_of_any_length_have_a_first_and_all_others() {
        let mut rng = ::kit::Rng::salted("panic_or_result: lists");
        for len in 1..20 {
            let items: Vec<u32> = (0..len).map(|_| rng.u32()).collect();
            let list = NonEmpty::new(items.clone()).expect("it has elements");
            assert_eq!(list.first(), &items[0], "the first of {items:?}");
            assert_eq!(list.last(), &items[len - 1], "the last of {items:?}");
            for (place, item) in items.iter().enumerate() {
                assert_eq!(
                    (list.get(place), &*list.at(place)),
                    (Some(item), item),
                    "place {place}"
                );
            }
            assert_eq!(list.get(items.len()), None, "behind the last of {items:?}");
        }
    }

    #[test]
    fn a_wrong_place_is_a_panic() {
        let mut rng = ::kit::Rng::salted("panic_or_result: panic");
        for place in [3, 4, usize::MAX, 3 + rng.below(1000)] {
            let list = three();
            let seen = panic_of(|| _ = list.at(place));
            assert!(
                seen.is_some(),
                "list.at({place}) of three elements should panic"
            );
        }
    }

    #[test]
    fn the_panic_points_at_the_caller() {
        let list = three();
        let (line, seen) = (line!(), panic_of(|| _ = list.at(7)));
        let seen = seen.expect("list.at(7) of three elements should panic");
        assert_eq!(
            (seen.file.as_str(), seen.line),
            (file!(), line),
            "the mistake is where `at` is called, and there the panic should point"
        );
    }

    #[test]
    fn the_panic_says_which_place_and_how_many() {
        let list = three();
        let seen =
            panic_of(|| _ = list.at(58)).expect("list.at(58) of three elements should panic");
        assert!(
            seen.words.contains("58") && seen.words.contains('3'),
            "place 58 was asked for, there are 3; what it says is {:?}",
            seen.words
        );
        let seven = NonEmpty::new(vec![0; 7]).expect("seven are more than none");
        let seen =
            panic_of(|| _ = seven.at(58)).expect("seven.at(58) of seven elements should panic");
        assert!(
            seen.words.contains("58") && seen.words.contains('7'),
            "place 58 was asked for, there are 7; what it says is {:?}",
            seen.words
        );
    }

    #[test]
    fn the_documentation_tells_of_the_panic() {
        let file = include_str!("panic_or_result.rs");
        let part = file.split("mod checks {").next().unwrap_or_default();
        let above = part.split("pub fn at(").next().unwrap_or_default();
        let doc: Vec<&str> = above
            .lines()
            .rev()
            .skip(1)
            .map(str::trim)
            .take_while(|line| line.starts_with("//") || line.starts_with("#["))
            .filter_map(|line| line.strip_prefix("///"))
            .map(str::trim)
            .collect();
        // From the last line to the first: what is below the heading in the file stands before it here.
        let told = doc
            .iter()
            .position(|line| *line == "# Panics")
            .is_some_and(|at| doc[..at].iter().any(|line| !line.is_empty()));
        assert!(
            told,
            "above `at`, a section `# Panics` tells callers in a sentence when it panics"
        );
    }
}
