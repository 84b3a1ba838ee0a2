// First look, then write.

use std::cell::{Cell, OnceCell};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};

use kit::predict::*;

const CELL: Answer = Compiles("Send only").sure(90);
const REF_CELL: Answer = Compiles("Send only").sure(90);
const ONCE_CELL: Answer = Compiles("Send only").sure(90);
const ONCE_LOCK: Answer = Compiles("Send and Sync").sure(90);
const LAZY_LOCK_OF_CELL: Answer = Compiles("Send only").sure(80);
const MUTEX_OF_CELL: Answer = Compiles("Send and Sync").sure(80);
const RW_LOCK_OF_CELL: Answer = Compiles("Send only").sure(80);
const REFERENCE_TO_ATOMIC: Answer = Compiles("Send and Sync").sure(90);

/// Counts how often it was pressed.
#[derive(Default)]
pub struct Button {
    presses: Cell<u32>,
}

impl Button {
    pub fn press(&self) {
        self.presses.update(|count| count + 1);
    }

    pub fn presses(&self) -> u32 {
        self.presses.get()
    }

    /// Replaces the count by what `change` makes of it. `change` may use this button, and what it brings back counts.
    pub fn adjust(&self, change: impl FnOnce(u32) -> u32) {
        self.presses.set(change(self.presses.get()));
    }
}

/// A text, and its words, which are looked for when somebody asks.
pub struct Page {
    text: String,
    words: OnceCell<Vec<String>>,
}

impl Page {
    pub fn new(text: &str) -> Self {
        Page {
            text: text.to_owned(),
            words: OnceCell::new(),
        }
    }

    /// The words, in order, each as often as it occurs. `split` is called for the first question and never again.
    pub fn words(&self, split: impl FnOnce(&str) -> Vec<String>) -> &[String] {
        self.words.get_or_init(|| split(&self.text))
    }
}

/// Asks threads to stop.
#[derive(Default)]
pub struct Stop {
    asked: AtomicBool,
}

impl Stop {
    pub const fn new() -> Self {
        Stop {
            asked: AtomicBool::new(false),
        }
    }

    /// Asks. True for the one who asked first, also if many ask at once.
    pub fn ask(&self) -> bool {
        let first = !self.is_asked();
        self.asked.store(true, Ordering::Release);
        first
    }

    pub fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Acquire)
    }
}

/// Prices by name: read all the time by many threads at once, now and then replaced.
#[derive(Default)]
pub struct Rates {
    prices: RwLock<Vec<(String, u64)>>,
}

impl Rates {
    /// Replaces all prices.
    pub fn replace(&self, prices: Vec<(String, u64)>) {
        *self.prices.write().unwrap_or_else(PoisonError::into_inner) = prices;
    }

    /// Shows the prices to `read`, while others may look at them too.
    pub fn read<R>(&self, read: impl FnOnce(&[(String, u64)]) -> R) -> R {
        read(&self.prices.read().unwrap_or_else(PoisonError::into_inner))
    }
}
