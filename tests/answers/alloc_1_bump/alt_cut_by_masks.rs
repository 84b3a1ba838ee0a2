// Masks instead of multiples, and values dropped in place.

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
        let used = self.used.get();
        let gap = (memory.addr() + used).wrapping_neg() & (layout.align() - 1);
        if gap > SIZE - used || layout.size() > SIZE - used - gap {
            return std::ptr::null_mut();
        }
        self.used.set(used + gap + layout.size());
        memory.wrapping_add(used + gap)
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
        let mut next = self.latest.replace(std::ptr::null_mut());
        while !next.is_null() {
            let node = next;
            // SAFETY: all nodes of the list were written, and nobody else has the list any more.
            unsafe {
                next = (*node).before;
                (&raw mut (*node).value).drop_in_place();
            }
        }
    }
}

impl<T, const SIZE: usize> Drop for Arena<'_, T, SIZE> {
    fn drop(&mut self) {
        self.clear();
    }
}
