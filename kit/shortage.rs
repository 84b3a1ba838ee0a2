//! Memory that runs out on demand, to see what code does then. Needs [`Heap`](crate::Heap).
//!
//! Only what can be told of a failed allocation survives it: `try_reserve`, and code of your own that looks
//! at the pointer. `push`, `clone`, `format!` and `Box::new` end the whole program.

use std::cell::Cell;
use std::thread;

use crate::alloc;

/// When this thread gets no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortage {
    /// The n-th request fails, counted from 1; those after it get what they ask for.
    At(u64),
    /// The n-th request fails, and all after it.
    From(u64),
    /// A request fails that would bring the bytes in use, counted from here on, above this.
    Above(u64),
}

#[derive(Clone, Copy)]
struct Plan {
    shortage: Shortage,
    asked: u64,
    refused: u64,
    live_at_start: i64,
}

thread_local! {
    static PLAN: Cell<Option<Plan>> = const { Cell::new(None) };
}

/// Whether this request gets nothing.
pub(crate) fn refuses(asked: usize, freed: usize) -> bool {
    let Some(mut plan) = PLAN.get() else { return false };
    // The words of a panic need memory too; refusing it would end the program without them.
    if thread::panicking() {
        return false;
    }
    plan.asked += 1;
    let refused = match plan.shortage {
        Shortage::At(turn) => plan.asked == turn,
        Shortage::From(turn) => plan.asked >= turn,
        Shortage::Above(bytes) => {
            let after = i128::from(alloc::live() - plan.live_at_start) + asked as i128 - freed as i128;
            after > i128::from(bytes)
        }
    };
    plan.refused += u64::from(refused);
    PLAN.set(Some(plan));
    refused
}

/// Puts back the plan that held before, however `work` ends.
struct Before(Option<Plan>);

impl Drop for Before {
    fn drop(&mut self) {
        PLAN.set(self.0);
    }
}

/// Runs `work` while this thread is short of memory. Beside its result: how many requests got nothing.
///
/// ```
/// # #[global_allocator]
/// # static HEAP: kit::Heap = kit::Heap;
/// let (outcome, refused) = kit::short_of_memory(kit::Shortage::Above(100), || {
///     Vec::<u8>::new().try_reserve_exact(101)
/// });
/// assert!(outcome.is_err() && refused == 1);
/// ```
///
/// # Panics
///
/// If [`Heap`](crate::Heap) is not the global allocator: then nothing would ever fail.
pub fn short_of_memory<R>(shortage: Shortage, work: impl FnOnce() -> R) -> (R, u64) {
    alloc::assert_in_charge();
    let _before = Before(PLAN.get());
    PLAN.set(Some(Plan { shortage, asked: 0, refused: 0, live_at_start: alloc::live() }));
    let result = work();
    let refused = PLAN.get().map_or(0, |plan| plan.refused);
    (result, refused)
}

/// Runs `work(1)` with the first request failing, `work(2)` with the second, and so on, up to the run in which
/// nothing failed any more. Says how many runs had a failure: that is how often `work` asks for memory.
///
/// # Panics
///
/// If [`Heap`](crate::Heap) is not the global allocator, or if there is still a failure after ten thousand runs.
pub fn fail_each_allocation(mut work: impl FnMut(u64)) -> u64 {
    for turn in 1..=10_000 {
        let ((), refused) = short_of_memory(Shortage::At(turn), || work(turn));
        if refused == 0 {
            return turn - 1;
        }
    }
    panic!("expected at most 10 000 requests for memory, but there are more: is one tried again for ever?");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic;

    /// Two vectors or the word that memory is short.
    fn two_lists() -> Result<usize, &'static str> {
        let (mut first, mut second) = (Vec::<u8>::new(), Vec::<u8>::new());
        first.try_reserve_exact(60).map_err(|_| "first")?;
        second.try_reserve_exact(60).map_err(|_| "second")?;
        Ok(first.capacity() + second.capacity())
    }

    #[test]
    fn the_asked_request_fails_and_no_other() {
        assert_eq!(short_of_memory(Shortage::At(1), two_lists), (Err("first"), 1));
        assert_eq!(short_of_memory(Shortage::At(2), two_lists), (Err("second"), 1));
        assert_eq!(short_of_memory(Shortage::At(3), two_lists), (Ok(120), 0));
        let twice = || (two_lists(), two_lists());
        assert_eq!(short_of_memory(Shortage::At(1), twice), ((Err("first"), Ok(120)), 1));
        assert_eq!(short_of_memory(Shortage::From(1), twice), ((Err("first"), Err("first")), 2));
        assert_eq!(two_lists(), Ok(120), "afterwards there is memory again");
    }

    #[test]
    fn a_budget_counts_what_is_in_use() {
        assert_eq!(short_of_memory(Shortage::Above(119), two_lists), (Err("second"), 1));
        let twice = || (two_lists(), two_lists());
        assert_eq!(short_of_memory(Shortage::Above(120), twice), ((Ok(120), Ok(120)), 0));
    }

    #[test]
    fn a_block_that_grows_asks_for_the_difference() {
        let grow = || {
            let mut list = Vec::<u8>::with_capacity(50);
            list.push(1);
            list.try_reserve_exact(99).is_ok()
        };
        assert_eq!(short_of_memory(Shortage::Above(100), grow), (true, 0));
        assert_eq!(short_of_memory(Shortage::Above(99), grow), (false, 1));
    }

    #[test]
    fn each_request_fails_once() {
        let mut outcomes = Vec::with_capacity(4);
        assert_eq!(fail_each_allocation(|_| outcomes.push(two_lists())), 2);
        assert_eq!(outcomes, [Err("first"), Err("second"), Ok(120)]);
    }

    #[test]
    fn a_panic_in_between_has_its_words_and_ends_the_shortage() {
        let outcome = panic::catch_unwind(|| {
            short_of_memory(Shortage::From(1), || panic!("{} words", two_lists().is_err()));
        });
        let words = outcome.unwrap_err();
        assert_eq!(words.downcast_ref::<String>().map(String::as_str), Some("true words"));
        assert_eq!(two_lists(), Ok(120));
    }
}
