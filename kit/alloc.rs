//! A global allocator that counts, and the question "what did this call allocate?".
//!
//! Counters are kept for each thread, so tests that run side by side do not see each other.
//! It must not allocate while it counts. How it runs out of memory on purpose is in `shortage.rs`,
//! how it remembers single blocks in `blocks.rs`.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::marker::PhantomData;
use std::ptr;

use crate::{blocks, shortage};

/// The system's allocator with counters. A test file that measures says:
///
/// ```
/// #[global_allocator]
/// static HEAP: kit::Heap = kit::Heap;
/// ```
pub struct Heap;

/// What one thread asked of the allocator while a closure ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allocations {
    /// How many blocks were asked for, growing an existing one included.
    pub count: u64,
    /// How many of these grew or shrank an existing block.
    pub regrown: u64,
    /// Bytes asked for in total.
    pub bytes: u64,
    /// The most bytes that were in use at once, above what was in use before.
    pub peak: u64,
    /// Bytes still in use at the end, above what was in use before; negative if more was freed.
    pub kept: i64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counters {
    count: u64,
    regrown: u64,
    bytes: u64,
    live: i64,
    peak: i64,
}

thread_local! {
    // `const` and without a destructor: reading it never allocates, not even while a thread ends.
    static COUNTERS: Cell<Counters> = const {
        Cell::new(Counters { count: 0, regrown: 0, bytes: 0, live: 0, peak: 0 })
    };
}

fn signed(bytes: usize) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

fn note(asked: usize, freed: usize, regrown: bool) {
    COUNTERS.with(|cell| {
        let mut now = cell.get();
        now.live += signed(asked) - signed(freed);
        if asked > 0 {
            now.count += 1;
            now.regrown += u64::from(regrown);
            now.bytes += asked as u64;
            now.peak = now.peak.max(now.live);
        }
        cell.set(now);
    });
}

/// Bytes this thread has in use; below zero where it freed what another thread allocated.
pub(crate) fn live() -> i64 {
    COUNTERS.get().live
}

// SAFETY: every request goes to the system's allocator, whose contract is the same. Two answers differ:
// none at all (null is allowed), and a wrong layout, which is undefined behaviour, is put right.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise about `layout` is passed on.
        given(layout, || unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        given(layout, || unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let mut right = layout;
        if !blocks::at_work() {
            right = blocks::forget(block, layout).0;
            note(0, right.size(), false);
        }
        // SAFETY: `block` came from `System` through one of the functions here, with this layout.
        unsafe { System.dealloc(block, right) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if blocks::at_work() {
            // SAFETY: as in `dealloc`; `size` is the caller's promise.
            return unsafe { System.realloc(block, layout, size) };
        }
        if shortage::refuses(size, layout.size()) {
            return ptr::null_mut();
        }
        // Out of the book before the address is free for another thread.
        let (right, watch) = blocks::forget(block, layout);
        // SAFETY: as above.
        let moved = unsafe { System.realloc(block, right, size) };
        if moved.is_null() {
            blocks::remember(block, right, watch);
        } else {
            note(size, right.size(), true);
            // SAFETY: the caller promises that `size`, rounded up to this alignment, is a valid size.
            let grown = unsafe { Layout::from_size_align_unchecked(size, right.align()) };
            blocks::remember(moved, grown, watch);
        }
        moved
    }
}

/// A new block, unless memory shall be short now; counted and remembered.
fn given(layout: Layout, from_system: impl FnOnce() -> *mut u8) -> *mut u8 {
    if blocks::at_work() {
        return from_system();
    }
    if shortage::refuses(layout.size(), 0) {
        return ptr::null_mut();
    }
    let block = from_system();
    if !block.is_null() {
        note(layout.size(), 0, false);
        blocks::remember(block, layout, blocks::watch());
    }
    block
}

/// Without [`Heap`] nothing would be counted, every budget be met, and nothing ever fail.
pub(crate) fn assert_in_charge() {
    let probe = COUNTERS.get().count;
    drop(std::hint::black_box(Box::new(0_u8)));
    assert!(COUNTERS.get().count > probe, "kit::Heap is not the #[global_allocator] of this test");
}

/// Counts what this thread allocates from now on. Meters may lie inside one another, not overlap.
///
/// ```
/// # #[global_allocator]
/// # static HEAP: kit::Heap = kit::Heap;
/// let mut meter = kit::Meter::fresh();
/// let list = vec![0_u8; 100];
/// assert_eq!(meter.seen().peak, 100);
/// meter.reset();
/// drop(list);
/// assert_eq!(meter.seen().count, 0, "nothing was allocated since the reset");
/// ```
#[derive(Debug)]
pub struct Meter {
    start: Counters,
    outer_peak: i64,
    // The counters are this thread's: on another one they would mean nothing.
    _here: PhantomData<*const ()>,
}

impl Meter {
    /// A meter whose every count stands at zero.
    ///
    /// # Panics
    ///
    /// If [`Heap`] is not the global allocator.
    #[must_use]
    pub fn fresh() -> Self {
        assert_in_charge();
        let start = COUNTERS.get();
        COUNTERS.set(Counters { peak: start.live, ..start });
        Self { start, outer_peak: start.peak, _here: PhantomData }
    }

    /// What was allocated since the meter was made or last reset.
    #[must_use]
    pub fn seen(&self) -> Allocations {
        let now = COUNTERS.get();
        Allocations {
            count: now.count - self.start.count,
            regrown: now.regrown - self.start.regrown,
            bytes: now.bytes - self.start.bytes,
            peak: u64::try_from(now.peak - self.start.live).unwrap_or(0),
            kept: now.live - self.start.live,
        }
    }

    /// Puts every count back to zero.
    pub fn reset(&mut self) {
        let now = COUNTERS.get();
        self.outer_peak = self.outer_peak.max(now.peak);
        COUNTERS.set(Counters { peak: now.live, ..now });
        self.start = now;
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        let now = COUNTERS.get();
        COUNTERS.set(Counters { peak: now.peak.max(self.outer_peak), ..now });
    }
}

/// Runs `work` and says what this thread allocated meanwhile, beside what `work` returned.
///
/// # Panics
///
/// If [`Heap`] is not the global allocator: then nothing would be counted and every budget be met.
pub fn allocations<R>(work: impl FnOnce() -> R) -> (R, Allocations) {
    let meter = Meter::fresh();
    let result = work();
    let seen = meter.seen();
    (result, seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[global_allocator]
    static HEAP: Heap = Heap;

    #[test]
    fn one_vector_with_capacity_is_one_allocation() {
        let (list, seen) = allocations(|| Vec::<u32>::with_capacity(10));
        assert_eq!(list.capacity(), 10);
        assert_eq!(seen, Allocations { count: 1, regrown: 0, bytes: 40, peak: 40, kept: 40 });
    }

    #[test]
    fn what_is_freed_counts_for_the_peak_and_is_not_kept() {
        let ((), seen) = allocations(|| {
            drop(vec![0_u8; 100]);
            drop(vec![0_u8; 50]);
        });
        assert_eq!((seen.count, seen.peak, seen.kept), (2, 100, 0));
    }

    #[test]
    fn growing_is_counted_as_growing() {
        let ((), seen) = allocations(|| {
            let mut list = vec![1_u8];
            list.extend_from_slice(&[0; 100]);
            drop(list);
        });
        assert_eq!((seen.count, seen.regrown), (2, 1));
    }

    #[test]
    fn another_thread_is_not_counted_here() {
        let (_, seen) = allocations(|| {
            std::thread::scope(|scope| {
                scope.spawn(|| drop(vec![0_u8; 1_000_000]));
            });
        });
        assert!(seen.bytes < 1_000_000, "{seen:?}");
    }

    #[test]
    fn a_meter_starts_anew_and_an_outer_one_still_knows_the_highest_peak() {
        let mut meter = Meter::fresh();
        drop(vec![0_u8; 100]);
        meter.reset();
        assert_eq!(meter.seen(), Allocations::default());
        drop(vec![0_u8; 50]);
        let ((), inner) = allocations(|| drop(vec![0_u8; 30]));
        assert_eq!((inner.peak, meter.seen().peak), (30, 50));
        assert_eq!(meter.seen().bytes, 81, "the inner meter's own probe is counted by the outer one");
        let ((), inner) = allocations(|| drop(vec![0_u8; 90]));
        assert_eq!((inner.peak, meter.seen().peak), (90, 90));
    }
}
