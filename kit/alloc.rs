//! A global allocator that counts, and the question "what did this call allocate?".
//!
//! Counters are kept for each thread, so tests that run side by side do not see each other.
//! It must not allocate while it counts.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The system's allocator with counters. A test file that measures says:
///
/// ```ignore
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

#[derive(Clone, Copy, Default)]
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

// SAFETY: every request goes unchanged to the system's allocator, whose contract is the same.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(layout.size(), 0, false);
        // SAFETY: the caller's promise about `layout` is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(layout.size(), 0, false);
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        note(0, layout.size(), false);
        // SAFETY: `block` came from `System` through one of the functions here, with this layout.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(size, layout.size(), true);
        // SAFETY: as in `dealloc`; `size` is the caller's promise.
        unsafe { System.realloc(block, layout, size) }
    }
}

/// Runs `work` and says what this thread allocated meanwhile, beside what `work` returned.
///
/// # Panics
///
/// If [`Heap`] is not the global allocator: then nothing would be counted and every budget be met.
pub fn allocations<R>(work: impl FnOnce() -> R) -> (R, Allocations) {
    let probe = COUNTERS.get().count;
    drop(std::hint::black_box(Box::new(0_u8)));
    assert!(COUNTERS.get().count > probe, "kit::Heap is not the #[global_allocator] of this test");

    let before = COUNTERS.get();
    COUNTERS.set(Counters { peak: before.live, ..before });
    let result = work();
    let after = COUNTERS.get();
    COUNTERS.set(Counters { peak: after.peak.max(before.peak), ..after });
    let seen = Allocations {
        count: after.count - before.count,
        regrown: after.regrown - before.regrown,
        bytes: after.bytes - before.bytes,
        peak: u64::try_from(after.peak - before.live).unwrap_or(0),
        kept: after.live - before.live,
    };
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
}
