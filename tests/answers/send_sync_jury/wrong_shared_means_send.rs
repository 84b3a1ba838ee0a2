// What is made for threads is Send, and what is not is nothing.

use std::cell::UnsafeCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use kit::predict::*;

const RC: Answer = Compiles("neither").sure(95);
const ARC: Answer = Compiles("Send and Sync").sure(90);
const ARC_OF_CELL: Answer = Compiles("neither").sure(80);
const CELL: Answer = Compiles("neither").sure(85);
const MUTEX_OF_CELL: Answer = Compiles("Send and Sync").sure(80);
const MUTEX_GUARD: Answer = Compiles("Send and Sync").sure(70);
const RW_LOCK_OF_CELL: Answer = Compiles("Send only").sure(75);
const MUTEX_OF_RC: Answer = Compiles("neither").sure(80);
const RAW_POINTER: Answer = Compiles("neither").sure(80);
const REFERENCE_TO_CELL: Answer = Compiles("neither").sure(80);
const EXCLUSIVE_REFERENCE_TO_CELL: Answer = Compiles("Send only").sure(65);
const BOXED_CLOSURE: Answer = Compiles("neither").sure(80);
const FUNCTION_POINTER: Answer = Compiles("Send and Sync").sure(65);
const MARKER: Answer = Compiles("neither").sure(75);
const RECEIVER: Answer = Compiles("neither").sure(80);
const SENDER: Answer = Compiles("Send and Sync").sure(80);

/// A value that many threads may use, one of them at a time.
pub struct Turnstile<T> {
    taken: AtomicBool,
    inside: UnsafeCell<T>,
}

// SAFETY: a turnstile owns its value, so it may go wherever the value may go.
unsafe impl<T: Send> Send for Turnstile<T> {}

// SAFETY: whoever has passed is alone with the value, until they have left.
unsafe impl<T: Send> Sync for Turnstile<T> {}

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
pub fn courier() -> loose::Claim {
    let here = Rc::new(7);
    let there = loose::Courier::load(Rc::clone(&here));
    std::thread::scope(|scope| {
        scope.spawn(move || drop(there.unload()));
        drop(Rc::clone(&here));
    });
    loose::Claim::Shown
}
