//! Which blocks are alive? And is each freed as it was allocated? Needs [`Heap`](crate::Heap).

use std::alloc::Layout;
use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::alloc;

/// The blocks of all watches that are going on. Freeing may happen on another thread, so there is one book.
static BOOK: Mutex<Book> = Mutex::new(Book { blocks: Vec::new(), watches: 0 });
/// While nobody watches, the book stays shut.
static WATCHES: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// The watch of this thread, 0 for none.
    static WATCH: Cell<u64> = const { Cell::new(0) };
    /// The book needs memory as well; what is asked for while this is set is the book's own.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

struct Book {
    blocks: Vec<Entry>,
    watches: u64,
}

struct Entry {
    watch: u64,
    layout: Layout,
    state: State,
}

enum State {
    /// It lives at this address.
    Alive(usize),
    /// It was freed as this, which it is not. Such an entry stays until somebody has asked for it.
    Wrong(Layout),
}

/// A block that was given back as something that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongFree {
    /// What the block was allocated as.
    pub allocated: Layout,
    /// What it was freed, or regrown, as.
    pub freed: Layout,
}

/// The open book. While it lives, this thread's requests for memory are the book's own.
struct Open(MutexGuard<'static, Book>);

fn book() -> Open {
    AT_WORK.set(true);
    Open(BOOK.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Drop for Open {
    fn drop(&mut self) {
        AT_WORK.set(false);
    }
}

/// Whether this request is the book's own.
pub(crate) fn at_work() -> bool {
    AT_WORK.get()
}

/// The watch of this thread, if there is one.
pub(crate) fn watch() -> Option<u64> {
    Some(WATCH.get()).filter(|&watch| watch > 0)
}

/// Writes a block down for a watch.
pub(crate) fn remember(block: *mut u8, layout: Layout, watch: Option<u64>) {
    if let Some(watch) = watch {
        book().0.blocks.push(Entry { watch, layout, state: State::Alive(block.addr()) });
    }
}

/// Strikes a block out. Gives the layout it really has, and whose block it was.
pub(crate) fn forget(block: *mut u8, layout: Layout) -> (Layout, Option<u64>) {
    if WATCHES.load(Ordering::Relaxed) == 0 {
        return (layout, None);
    }
    // What was allocated last is mostly freed first, so a list searched from its end is quick enough.
    let book = &mut *book().0;
    for place in (0..book.blocks.len()).rev() {
        let Entry { watch, layout: right, state: State::Alive(address) } = book.blocks[place] else {
            continue;
        };
        if address == block.addr() {
            if right == layout {
                book.blocks.remove(place);
            } else {
                book.blocks[place].state = State::Wrong(layout);
            }
            return (right, Some(watch));
        }
    }
    (layout, None)
}

/// What is asked about the blocks that a watched closure has allocated; made by [`inspect`].
#[derive(Debug)]
pub struct Blocks {
    watch: u64,
}

impl Blocks {
    fn count(&self, fits: &dyn Fn(Layout) -> bool) -> usize {
        let mut count = 0;
        for entry in &book().0.blocks {
            let ours = entry.watch == self.watch && matches!(entry.state, State::Alive(_));
            count += usize::from(ours && fits(entry.layout));
        }
        count
    }

    /// How many blocks are alive.
    #[must_use]
    pub fn alive(&self) -> usize {
        self.count(&|_| true)
    }

    /// How many living blocks have exactly this size.
    #[must_use]
    pub fn of_size(&self, bytes: usize) -> usize {
        self.count(&|layout| layout.size() == bytes)
    }

    /// How many living blocks have the size and the alignment of a `T`.
    #[must_use]
    pub fn of<T>(&self) -> usize {
        self.count(&|layout| layout == Layout::new::<T>())
    }

    /// Takes the first block that was freed as something else out of the findings.
    #[must_use]
    pub fn take_wrong_free(&self) -> Option<WrongFree> {
        let book = &mut *book().0;
        for place in 0..book.blocks.len() {
            let Entry { watch, layout: allocated, state: State::Wrong(freed) } = book.blocks[place] else {
                continue;
            };
            if watch == self.watch {
                book.blocks.remove(place);
                return Some(WrongFree { allocated, freed });
            }
        }
        None
    }

    /// Every block that was allocated has to be gone by now.
    ///
    /// # Panics
    ///
    /// If one is alive; the message has the size of the largest.
    pub fn assert_all_freed(&self) {
        let largest = || {
            let largest = Cell::new(0);
            self.count(&|layout| {
                largest.set(largest.get().max(layout.size()));
                true
            });
            largest.get()
        };
        let count = self.alive();
        assert!(
            count == 0,
            "expected every block to be freed, but {count} live on, the largest of {} bytes",
            largest()
        );
    }
}

impl Drop for Blocks {
    fn drop(&mut self) {
        WATCH.set(0);
        WATCHES.fetch_sub(1, Ordering::Relaxed);
        let wrong = self.take_wrong_free();
        let mut open = book();
        open.0.blocks.retain(|entry| entry.watch != self.watch);
        drop(open);
        if let Some(WrongFree { allocated, freed }) = wrong
            && !thread::panicking()
        {
            panic!(
                "a block was allocated with {} bytes, aligned to {}, and freed as {} bytes, aligned to {}: \
                 expected the same layout both times",
                allocated.size(),
                allocated.align(),
                freed.size(),
                freed.align(),
            );
        }
    }
}

/// Runs `work`, which may ask meanwhile about the blocks that it has allocated on this thread.
///
/// ```
/// # #[global_allocator]
/// # static HEAP: kit::Heap = kit::Heap;
/// kit::inspect(|blocks| {
///     let list = vec![0_u8; 100];
///     assert_eq!(blocks.of_size(100), 1);
///     drop(list);
///     blocks.assert_all_freed();
/// });
/// ```
///
/// # Panics
///
/// If a block was freed with another layout than it was allocated with and `work` has not taken that
/// finding; if [`Heap`](crate::Heap) is not the global allocator; if one `inspect` lies inside another.
pub fn inspect<R>(work: impl FnOnce(&Blocks) -> R) -> R {
    alloc::assert_in_charge();
    assert!(
        watch().is_none(),
        "kit::inspect inside another kit::inspect: which of the two would own a block?"
    );
    WATCHES.fetch_add(1, Ordering::Relaxed);
    let mut open = book();
    open.0.watches += 1;
    let blocks = Blocks { watch: open.0.watches };
    drop(open);
    WATCH.set(blocks.watch);
    let result = work(&blocks);
    drop(blocks);
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::alloc::{dealloc, realloc};
    use std::{panic, thread};

    fn words(outcome: Result<(), Box<dyn std::any::Any + Send>>) -> String {
        *outcome.expect_err("it panics").downcast::<String>().expect("with a text")
    }

    #[test]
    fn living_blocks_are_known_by_size_and_by_type() {
        let before = Box::new(7_u16);
        inspect(|blocks| {
            let number = Box::new(1_u64);
            let bytes = vec![0_u8; 8];
            assert_eq!((blocks.alive(), blocks.of_size(8), blocks.of::<u64>()), (2, 2, 1));
            drop((number, before));
            assert_eq!((blocks.alive(), blocks.of::<u64>()), (1, 0), "what was there before is not ours");
            drop(bytes);
            blocks.assert_all_freed();
        });
    }

    #[test]
    fn a_block_that_grows_has_its_new_size_and_may_be_freed_elsewhere() {
        inspect(|blocks| {
            let mut list = Vec::<u8>::with_capacity(10);
            list.push(1);
            list.reserve_exact(99);
            assert_eq!((blocks.of_size(10), blocks.of_size(100)), (0, 1));
            let elsewhere = || {
                assert_eq!(inspect(Blocks::alive), 0, "the blocks of another watch are not ours");
                drop(list);
            };
            thread::scope(|scope| scope.spawn(elsewhere).join().expect("it ends"));
            assert_eq!(blocks.of_size(100), 0);
        });
    }

    #[test]
    fn what_is_left_is_told_with_its_size() {
        let list = inspect(|blocks| {
            let list = vec![0_u8; 77];
            let said = words(panic::catch_unwind(panic::AssertUnwindSafe(|| blocks.assert_all_freed())));
            assert_eq!(said, "expected every block to be freed, but 1 live on, the largest of 77 bytes");
            list
        });
        drop(list);
    }

    #[test]
    fn a_wrong_layout_is_found_and_does_no_harm() {
        let (asked, other) = (Layout::new::<[u8; 24]>(), Layout::new::<[u8; 16]>());
        inspect(|blocks| {
            let block = Box::into_raw(Box::new([0_u8; 24])).cast::<u8>();
            // SAFETY: the layout is wrong on purpose; `Heap` hands the right one to the system.
            unsafe { dealloc(block, other) };
            assert_eq!((blocks.alive(), blocks.of_size(24)), (0, 0), "freed it is");
            assert_eq!(blocks.take_wrong_free(), Some(WrongFree { allocated: asked, freed: other }));
            assert_eq!((blocks.take_wrong_free(), blocks.alive()), (None, 0));
        });
        let said = words(panic::catch_unwind(|| {
            inspect(|_| {
                let block = Box::into_raw(Box::new([0_u8; 24])).cast::<u8>();
                // SAFETY: as above; the block that comes back is freed as what it is.
                unsafe {
                    let moved = realloc(block, other, 32);
                    dealloc(moved, Layout::new::<[u8; 32]>());
                }
            });
        }));
        assert!(said.contains("allocated with 24 bytes, aligned to 1, and freed as 16 bytes"), "{said}");
    }
}
