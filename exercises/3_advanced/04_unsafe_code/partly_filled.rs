// Partly filled
//
// An array is made by calling a function once for each place. Any call may fail or panic, and then
// the array is half made: some places hold values, the rest holds nothing, not even a zero.
//
// Finish `Partly`, which keeps such an array, and `try_from_fn`, which uses it. Values come out in
// order; after an error no further call is made. Whatever happens, every value is dropped exactly
// once, and those that go into the finished array are not dropped by you. Nothing is put on the
// heap, and a `Partly` is at most one `usize` larger than the array. `unsafe` is permitted.
//
// Read: The Rustonomicon, Unchecked Uninitialized Memory
// https://doc.rust-lang.org/nomicon/unchecked-uninit.html

use std::mem::MaybeUninit;

/// An array in the making: the first `len` places hold values, the others nothing.
pub struct Partly<T, const N: usize> {
    slots: [MaybeUninit<T>; N],
    len: usize,
}

impl<T, const N: usize> Default for Partly<T, N> {
    fn default() -> Self {
        Partly::new()
    }
}

impl<T, const N: usize> Partly<T, N> {
    /// With no value in it.
    pub fn new() -> Self {
        Partly {
            slots: [const { MaybeUninit::uninit() }; N],
            len: 0,
        }
    }

    /// Puts a value into the next place. Panics if there is none, and then drops the value.
    pub fn push(&mut self, value: T) {
        // TODO: Put the value into its place and count it.
        let _ = value;
        todo!("put a value behind {} others", self.len)
    }

    /// The finished array. Panics if a place is empty, and then drops what is there.
    pub fn finish(self) -> [T; N] {
        // TODO: Hand the values out, so that nobody else will drop them.
        let _ = &self.slots;
        todo!("hand out {} values", self.len)
    }
}

// TODO: Say what becomes of the values if a `Partly` is never finished.

/// The array of `make(0)`, `make(1)` and so on, or the first error.
pub fn try_from_fn<T, E, const N: usize>(
    mut make: impl FnMut(usize) -> Result<T, E>,
) -> Result<[T; N], E> {
    // TODO: Fill a `Partly` and finish it.
    let _ = &mut make;
    todo!("call it {N} times")
}

// == checks ==
#[global_allocator]
static HEAP: ::kit::Heap = ::kit::Heap;

#[cfg(test)]
mod checks {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    type Never = std::convert::Infallible;

    #[test]
    fn the_values_come_out_in_order() {
        let mut rng = ::kit::Rng::salted("partly_filled: the_values_come_out_in_order");
        let texts: Vec<String> = (0..4).map(|len| rng.text(len)).collect();
        let made: Result<[String; 4], Never> = try_from_fn(|place| Ok(texts[place].clone()));
        assert_eq!(made.as_ref().map(|array| &array[..]), Ok(&texts[..]));
        let numbers: Result<[u64; 5], Never> = try_from_fn(|place| Ok(place as u64 * 3));
        assert_eq!(numbers, Ok([0, 3, 6, 9, 12]));
        let borrowed: Result<[&str; 2], Never> = try_from_fn(|place| Ok(&*texts[place]));
        assert_eq!(
            borrowed,
            Ok([&*texts[0], &*texts[1]]),
            "a type without a zero"
        );
    }

    #[test]
    fn an_error_ends_the_work() {
        let mut rng = ::kit::Rng::salted("partly_filled: an_error_ends_the_work");
        for fails in [0, rng.below(9), 8] {
            let mut calls = 0;
            let made: Result<[String; 9], usize> = try_from_fn(|place| {
                calls += 1;
                if place == fails {
                    Err(place * 10)
                } else {
                    Ok("x".repeat(place))
                }
            });
            assert_eq!(
                made,
                Err(fails * 10),
                "the error of the call for place {fails}"
            );
            assert_eq!(calls, fails + 1, "no call after the one that failed");
        }
    }

    #[test]
    fn an_array_without_places_is_made_without_a_call() {
        let made: Result<[String; 0], Never> = try_from_fn(|place| panic!("called for {place}"));
        assert_eq!(made, Ok([]));
    }

    #[test]
    fn what_was_made_before_an_error_is_dropped_once() {
        for fails in 0..3 {
            let ledger = ::kit::DropLedger::new();
            let made: Result<[::kit::Dropping; 3], ()> = try_from_fn(|place| {
                if place == fails {
                    Err(())
                } else {
                    Ok(ledger.value(place.to_string()))
                }
            });
            assert!(made.is_err());
            assert_eq!(
                ledger.alive(),
                0,
                "values left behind by a failure at place {fails}"
            );
            assert_eq!(
                ledger.dropped().len(),
                fails,
                "each of {fails} values dropped once"
            );
        }
    }

    #[test]
    fn what_was_made_before_a_panic_is_dropped_once() {
        for fails in 0..3 {
            let ledger = ::kit::DropLedger::new();
            let caught = catch_unwind(AssertUnwindSafe(|| {
                try_from_fn::<_, Never, 3>(|place| {
                    assert_ne!(place, fails, "this panic is on purpose");
                    Ok(ledger.value(place.to_string()))
                })
            }));
            assert!(caught.is_err(), "the panic goes on to the caller");
            assert_eq!(
                ledger.alive(),
                0,
                "values left behind by a panic at place {fails}"
            );
            assert_eq!(
                ledger.dropped().len(),
                fails,
                "each of {fails} values dropped once"
            );
        }
    }

    #[test]
    fn what_is_handed_out_is_dropped_by_its_new_owner() {
        let ledger = ::kit::DropLedger::new();
        let made: Result<[::kit::Dropping; 4], Never> =
            try_from_fn(|place| Ok(ledger.value(place.to_string())));
        assert_eq!(
            ledger.alive(),
            4,
            "nothing is dropped while the array is made"
        );
        let names = made.map(|array| array.map(|value| value.name().to_owned()));
        assert_eq!(names, Ok(["0", "1", "2", "3"].map(str::to_owned)));
        assert_eq!(ledger.dropped().len(), 4, "each of them once");
    }

    #[test]
    fn a_partly_filled_array_may_simply_go() {
        let ledger = ::kit::DropLedger::new();
        let mut partly: Partly<::kit::Dropping, 3> = Partly::new();
        partly.push(ledger.value("first"));
        partly.push(ledger.value("second"));
        assert_eq!(ledger.alive(), 2, "nothing goes while it is filled");
        drop(partly);
        assert_eq!(ledger.alive(), 0, "what was in it goes with it");
        assert_eq!(ledger.dropped().len(), 2, "each of them once");
        drop(Partly::<String, 3>::new());
    }

    #[test]
    fn too_many_and_too_few_values_are_told() {
        let ledger = ::kit::DropLedger::new();
        let caught = catch_unwind(AssertUnwindSafe(|| {
            let mut partly: Partly<::kit::Dropping, 1> = Partly::new();
            partly.push(ledger.value("first"));
            partly.push(ledger.value("one too many"));
        }));
        assert!(
            caught.is_err(),
            "there is no second place in an array of one"
        );
        let caught = catch_unwind(AssertUnwindSafe(|| {
            let mut partly: Partly<::kit::Dropping, 2> = Partly::new();
            partly.push(ledger.value("alone"));
            partly.finish()
        }));
        assert!(caught.is_err(), "one of the two places is empty");
        assert_eq!(
            (ledger.alive(), ledger.dropped().len()),
            (0, 3),
            "every value was dropped once"
        );
    }

    #[test]
    fn it_takes_hardly_more_room_than_the_array() {
        let spare = size_of::<usize>();
        for (room, array) in [
            (size_of::<Partly<u64, 16>>(), size_of::<[u64; 16]>()),
            (size_of::<Partly<u32, 64>>(), size_of::<[u32; 64]>()),
        ] {
            assert!(
                room <= array + spare,
                "{room} bytes for an array of {array}"
            );
        }
    }

    #[test]
    fn nothing_is_put_on_the_heap() {
        let (made, asked) = ::kit::allocations(|| try_from_fn::<_, Never, 16>(Ok));
        assert_eq!(made.map(|array| array.iter().sum::<usize>()), Ok(120));
        assert_eq!(asked.count, 0, "blocks asked for");
    }
}
