use std::alloc::{GlobalAlloc, Layout};
use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::mem::MaybeUninit;

/// `SIZE` bytes, of which the first `used` are taken.
pub struct Bump<const SIZE: usize> {
    memory: UnsafeCell<[MaybeUninit<u8>; SIZE]>,
    used: Cell<usize>,
}

impl<const SIZE: usize> Bump<SIZE> {
    #[expect(
        clippy::new_without_default,
        reason = "a default cannot be made for a static"
    )]
    pub const fn new() -> Self {
        Bump {
            memory: UnsafeCell::new([MaybeUninit::uninit(); SIZE]),
            used: Cell::new(0),
        }
    }

    /// How many bytes are taken, those that alignment costs included.
    pub fn used(&self) -> usize {
        self.used.get()
    }

    /// Takes all blocks back. Nobody has one any more, because nobody else borrows this.
    pub fn reset(&mut self) {
        self.used.set(0);
    }
}

// SAFETY: blocks lie within the memory, are aligned, and overlap no other.
unsafe impl<const SIZE: usize> GlobalAlloc for Bump<SIZE> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let memory = self.memory.get().cast::<u8>();
        let free = memory.addr() + self.used.get();
        let place = free.checked_next_multiple_of(layout.align());
        let start = place.map(|place| place - memory.addr());
        let end = start.and_then(|start| start.checked_add(layout.size()));
        match (start, end) {
            (Some(start), Some(end)) if end <= SIZE => {
                self.used.set(end);
                // SAFETY: the start is not behind the end, and that is within the memory.
                unsafe { memory.add(start) }
            }
            _ => std::ptr::null_mut(),
        }
    }

    /// Blocks come back all at once.
    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

/// Values of one type, kept in somebody's memory until this goes.
pub struct Arena<'b, T, const SIZE: usize> {
    bump: &'b Bump<SIZE>,
    latest: Cell<*mut Node<T>>,
    owns: PhantomData<T>,
}

struct Node<T> {
    before: *mut Node<T>,
    value: T,
}

impl<'b, T, const SIZE: usize> Arena<'b, T, SIZE> {
    pub fn within(bump: &'b Bump<SIZE>) -> Self {
        let latest = Cell::new(std::ptr::null_mut());
        Arena {
            bump,
            latest,
            owns: PhantomData,
        }
    }

    /// Keeps a value, or gives it back if there is no room.
    #[expect(clippy::mut_from_ref, reason = "each call lends another value")]
    pub fn keep(&self, value: T) -> Result<&mut T, T> {
        // SAFETY: a node holds a pointer, so its size is not zero.
        let block = unsafe { self.bump.alloc(Layout::new::<Node<T>>()) };
        if block.is_null() {
            return Err(value);
        }
        let node = block.cast::<Node<T>>();
        let before = self.latest.replace(node);
        // SAFETY: the block is ours alone, large enough for a node, and aligned for it.
        unsafe { node.write(Node { before, value }) };
        // SAFETY: the node was written just now. Nobody else makes a reference to this value while `self` is borrowed.
        Ok(unsafe { &mut (*node).value })
    }

    /// Drops all values; the arena may be used again. Their memory comes back with the rest of it.
    pub fn clear(&mut self) {
        let mut next = self.latest.get();
        while !next.is_null() {
            // SAFETY: all nodes of the list were written, and each is read once.
            let node = unsafe { next.read() };
            next = node.before;
            drop(node.value);
        }
    }
}

impl<T, const SIZE: usize> Drop for Arena<'_, T, SIZE> {
    fn drop(&mut self) {
        self.clear();
    }
}
