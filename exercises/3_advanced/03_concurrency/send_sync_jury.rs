// Send, Sync, both, neither
//
// One: sixteen programs in `send_sync_jury/items/`, in the order of the constants below, each print "Send and Sync",
// "Send only", "Sync only" or "neither" for a type. Say which before it is run, and how sure you are, as in
// `Compiles("Send only").sure(80)`. All of them compile.
// Two: a lock whose two promises to the compiler promise too much. Repair them, with bounds as loose as is sound: the
// programs in `accept/` must go on, those in `reject/` must be refused.
// Three: `loose::Courier`, below the line, claims to be Send whatever it carries. Show that this does harm, without
// `unsafe`: Miri must report a data race.
// Read: https://doc.rust-lang.org/nomicon/send-and-sync.html

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

use kit::predict::*;

// TODO: Replace each `Open` by what you expect.
const RC: Answer = Open;
const ARC: Answer = Open;
const ARC_OF_CELL: Answer = Open;
const CELL: Answer = Open;
const MUTEX_OF_CELL: Answer = Open;
const MUTEX_GUARD: Answer = Open;
const RW_LOCK_OF_CELL: Answer = Open;
const MUTEX_OF_RC: Answer = Open;
const RAW_POINTER: Answer = Open;
const REFERENCE_TO_CELL: Answer = Open;
const EXCLUSIVE_REFERENCE_TO_CELL: Answer = Open;
const BOXED_CLOSURE: Answer = Open;
const FUNCTION_POINTER: Answer = Open;
const MARKER: Answer = Open;
const RECEIVER: Answer = Open;
const SENDER: Answer = Open;

/// A value that many threads may use, one of them at a time.
pub struct Turnstile<T> {
    taken: AtomicBool,
    inside: UnsafeCell<T>,
}

// SAFETY: a turnstile owns its value, so it may go wherever the value may go.
// TODO: That is not what this line says.
unsafe impl<T> Send for Turnstile<T> {}

// SAFETY: whoever has passed is alone with the value, until they have left.
// TODO: Nor this one. What does `pass` do with a value, seen from two threads?
unsafe impl<T> Sync for Turnstile<T> {}

impl<T> Turnstile<T> {
    pub fn new(value: T) -> Self {
        Self {
            taken: AtomicBool::new(false),
            inside: UnsafeCell::new(value),
        }
    }

    /// Waits until nobody is inside, and works with the value.
    pub fn pass<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        while self.taken.swap(true, Ordering::Acquire) {
            std::thread::yield_now();
        }
        let _left = Leave(&self.taken);
        // SAFETY: the flag was free and is taken now, so no other thread is here before `_left` is dropped.
        work(unsafe { &mut *self.inside.get() })
    }

    pub fn into_inner(self) -> T {
        self.inside.into_inner()
    }
}

/// Leaves when it is dropped, after a panic as well.
struct Leave<'t>(&'t AtomicBool);

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

/// Carries something that has to stay where it is.
// TODO: Let two threads use what belongs to one, and return `Shown`; or `NoWitness` if no caller can do harm.
pub fn courier() -> loose::Claim {
    todo!("what must not be carried?")
}

// == checks ==
/// A crate with a promise that is too large.
pub mod loose {
    /// What a function of yours claims.
    #[derive(Debug)]
    pub enum Claim {
        /// It has carried something that must not be carried, and both sides have used it.
        Shown,
        /// No caller can do harm.
        NoWitness,
    }

    /// Carries anything to another thread.
    pub struct Courier<T>(T);

    // This is the promise: it asks nothing of what is carried.
    unsafe impl<T> Send for Courier<T> {}

    impl<T> Courier<T> {
        pub fn load(value: T) -> Self {
            Self(value)
        }

        pub fn unload(self) -> T {
            self.0
        }
    }
}

#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn answers() {
        ::kit::predict::tell(&[
            RC,
            ARC,
            ARC_OF_CELL,
            CELL,
            MUTEX_OF_CELL,
            MUTEX_GUARD,
            RW_LOCK_OF_CELL,
            MUTEX_OF_RC,
            RAW_POINTER,
            REFERENCE_TO_CELL,
            EXCLUSIVE_REFERENCE_TO_CELL,
            BOXED_CLOSURE,
            FUNCTION_POINTER,
            MARKER,
            RECEIVER,
            SENDER,
        ]);
    }

    #[test]
    fn the_turnstile_lets_one_thread_in_at_a_time() {
        let sum = Turnstile::new((0u64, 0u64));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for step in 1..=500 {
                        sum.pass(|both| {
                            both.0 += step;
                            std::hint::spin_loop();
                            both.1 = both.0;
                        });
                    }
                });
            }
        });
        assert_eq!(
            sum.into_inner(),
            (501_000, 501_000),
            "no step of any thread is lost"
        );
    }

    #[test]
    fn a_panic_inside_leaves_the_turnstile_open() {
        let value = Turnstile::new(vec![1]);
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            value.pass(|list| {
                list.push(2);
                panic!("in the middle");
            });
        }));
        assert!(ended.is_err());
        assert_eq!(value.pass(|list| list.len()), 2, "the next one gets in");
    }
}
