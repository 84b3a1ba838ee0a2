// A bump allocator
//
// `Bump` owns some memory and hands it out from front to back; nothing comes back until all of it does. Finish its
// `alloc`: blocks are aligned as asked, do not overlap and waste nothing but what alignment costs. What does not fit
// gets a null pointer, and the memory that is left stays for smaller requests.
//
// `Arena` keeps values of one type in such memory, each in a `Node` that knows the one before it. Finish `keep`,
// `clear` and what becomes of the values when the arena goes: each is dropped exactly once, in any order (no drop
// panics). Nothing else is allocated. No probe in `reject/` may compile.
//
// Read: Writing an OS in Rust, Allocator Designs
// https://os.phil-opp.com/allocator-designs/

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
        // TODO: Find the first address that fits, and take the bytes up to its end.
        todo!("{layout:?} behind {} of {SIZE} bytes", self.used.get())
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
    // TODO: The probes in `reject/` say what this signature promises too much.
    pub fn keep(&self, value: T) -> Result<&'b mut T, T> {
        // TODO: Put the value into a node, and the node before the others.
        let node = Node {
            before: self.latest.get(),
            value,
        };
        todo!("{} bytes used, {:?}", self.bump.used(), node.before)
    }

    /// Drops all values; the arena may be used again. Their memory comes back with the rest of it.
    pub fn clear(&mut self) {
        // TODO: Drop each value, and see that nobody does so again. Then see what happens to those of an arena that goes.
        todo!("{:?}", self.latest)
    }
}

// == checks ==
#[global_allocator]
static HEAP: ::kit::Heap = ::kit::Heap;

#[cfg(test)]
mod checks {
    use super::*;

    const SIZE: usize = 10_000;

    /// A bump whose memory begins at a known distance from a multiple of 4096.
    #[repr(C, align(4096))]
    struct Shifted<const AWAY: usize> {
        away: [u64; AWAY],
        bump: Bump<SIZE>,
    }

    fn shifted<const AWAY: usize>() -> Box<Shifted<AWAY>> {
        Box::new(Shifted {
            away: [0; AWAY],
            bump: Bump::new(),
        })
    }

    fn layout(size: usize, align: usize) -> Layout {
        Layout::from_size_align(size, align).expect("a layout that may be asked for")
    }

    fn ask<const N: usize>(bump: &Bump<N>, size: usize, align: usize) -> *mut u8 {
        assert_ne!(size, 0, "nobody asks for nothing");
        // SAFETY: the size is not zero.
        unsafe { bump.alloc(layout(size, align)) }
    }

    fn is_within<const N: usize>(bump: &Bump<N>, block: *mut u8, size: usize) -> bool {
        let first = bump.memory.get().addr();
        block.addr() >= first && block.addr() + size <= first + N
    }

    fn aligned_wherever_it_lies<const AWAY: usize>() {
        let mut rng = ::kit::Rng::salted("alloc_1_bump: aligned");
        for align in [1, 2, 4, 8, 16, 64, 512, 4096] {
            let held = shifted::<AWAY>();
            assert_eq!(held.away.len(), AWAY);
            for _ in 0..2 {
                let size = rng.within(1..40_usize);
                let block = ask(&held.bump, size, align);
                assert!(
                    !block.is_null(),
                    "{size} bytes at a multiple of {align} fit into {SIZE}"
                );
                assert_eq!(
                    block.addr() % align,
                    0,
                    "an address that is a multiple of {align} was asked for; the memory begins {} behind one of 4096",
                    held.bump.memory.get().addr() % 4096
                );
                assert!(is_within(&held.bump, block, size), "outside of the memory");
            }
        }
    }

    #[test]
    fn blocks_are_aligned_wherever_the_memory_lies() {
        aligned_wherever_it_lies::<0>();
        aligned_wherever_it_lies::<1>();
        aligned_wherever_it_lies::<3>();
    }

    #[test]
    fn blocks_do_not_overlap() {
        let mut rng = ::kit::Rng::salted("alloc_1_bump: overlap");
        let held = shifted::<1>();
        let mut blocks = Vec::new();
        for mark in 1..=20_u8 {
            let (size, align) = (rng.within(1..60_usize), *rng.pick(&[1, 2, 8, 32]));
            let block = ask(&held.bump, size, align);
            assert!(
                !block.is_null() && is_within(&held.bump, block, size),
                "{size} bytes fit"
            );
            // SAFETY: the block is ours, and that large.
            unsafe { block.write_bytes(mark, size) };
            blocks.push((block, size, mark));
        }
        for (block, size, mark) in blocks {
            // SAFETY: the block is ours, and all of it was written.
            let bytes = unsafe { std::slice::from_raw_parts(block, size) };
            assert!(
                bytes.iter().all(|byte| *byte == mark),
                "somebody else wrote into block {mark}"
            );
        }
    }

    #[test]
    fn nothing_is_wasted() {
        let mut rng = ::kit::Rng::salted("alloc_1_bump: wasted");
        let held = shifted::<2>();
        let mut sum = 0;
        for _ in 0..10 {
            let size = rng.within(1..30_usize);
            assert!(!ask(&held.bump, size, 1).is_null());
            sum += size;
            assert_eq!(
                held.bump.used(),
                sum,
                "bytes that need no alignment stand side by side"
            );
        }
        let before = held.bump.memory.get().addr() + sum;
        assert!(!ask(&held.bump, 8, 64).is_null());
        let gap = before.next_multiple_of(64) - before;
        assert_eq!(
            held.bump.used(),
            sum + gap + 8,
            "a gap of {gap} is what alignment costs here"
        );
    }

    #[test]
    fn what_does_not_fit_gets_a_null_pointer() {
        let mut rng = ::kit::Rng::salted("alloc_1_bump: full");
        let bump = Bump::<64>::new();
        let first = rng.within(1..30_usize);
        assert!(!ask(&bump, first, 1).is_null());
        assert!(
            ask(&bump, 65 - first, 1).is_null(),
            "one byte more than there is"
        );
        assert!(
            ask(&bump, isize::MAX as usize, 1).is_null(),
            "as much as may be asked for"
        );
        assert!(
            ask(&bump, 1, 1 << (usize::BITS - 2)).is_null(),
            "a far address"
        );
        assert_eq!(bump.used(), first, "what was refused takes nothing away");
        assert!(
            !ask(&bump, 64 - first, 1).is_null(),
            "the last byte may be used"
        );
        assert_eq!(bump.used(), 64);
        assert!(ask(&bump, 1, 1).is_null(), "nothing is left");
    }

    #[test]
    fn after_a_reset_all_of_it_is_there_again() {
        let mut bump = Bump::<64>::new();
        let first = ask(&bump, 64, 1).addr();
        bump.reset();
        assert_eq!(bump.used(), 0);
        assert_eq!(ask(&bump, 64, 1).addr(), first, "from the front again");
    }

    #[test]
    fn an_arena_keeps_values_in_place() {
        let mut rng = ::kit::Rng::salted("alloc_1_bump: arena");
        let held = shifted::<1>();
        let words: Vec<String> = (0..6).map(|len| rng.text(len + 1)).collect();
        let arena = Arena::within(&held.bump);
        let owned = words.clone();
        let (kept, asked) = ::kit::allocations(|| {
            let mut kept: [Option<&mut String>; 6] = [const { None }; 6];
            for (place, word) in kept.iter_mut().zip(owned) {
                *place = arena.keep(word).ok();
            }
            kept
        });
        assert_eq!(asked.count, 0, "blocks asked for elsewhere");
        let kept: Vec<&mut String> = kept.into_iter().flatten().collect();
        assert!(
            kept.iter().map(|word| &**word).eq(&words),
            "what was put in, and all at the same time"
        );
        for word in kept {
            let address = std::ptr::from_mut(word).cast::<u8>();
            assert!(
                is_within(&held.bump, address, size_of::<String>()),
                "kept elsewhere"
            );
            word.push('!');
        }
    }

    #[test]
    fn what_does_not_fit_comes_back() {
        let ledger = ::kit::DropLedger::new();
        let bump = Bump::<16>::new();
        let arena = Arena::within(&bump);
        let back = arena.keep(ledger.value("too large")).err();
        assert_eq!(back.as_ref().map(::kit::Dropping::name), Some("too large"));
        assert_eq!(ledger.alive(), 1, "it is the caller's again");
        drop(arena);
        assert_eq!(ledger.alive(), 1, "and not the arena's");
        drop(back);
        assert_eq!(ledger.dropped().len(), 1);
    }

    #[test]
    fn an_arena_that_goes_drops_each_value_once() {
        for count in 0..4 {
            let ledger = ::kit::DropLedger::new();
            let held = shifted::<0>();
            let arena = Arena::within(&held.bump);
            for number in 0..count {
                assert!(arena.keep(ledger.value(number.to_string())).is_ok());
            }
            assert_eq!(ledger.alive(), count, "all are kept");
            drop(arena);
            let mut dropped = ledger.dropped();
            dropped.sort();
            let all: Vec<String> = (0..count).map(|number| number.to_string()).collect();
            assert_eq!(dropped, all, "each of {count} values once");
        }
    }

    #[test]
    fn a_cleared_arena_starts_anew() {
        let ledger = ::kit::DropLedger::new();
        let held = shifted::<0>();
        let mut arena = Arena::within(&held.bump);
        assert!(arena.keep(ledger.value("first")).is_ok());
        assert!(arena.keep(ledger.value("second")).is_ok());
        arena.clear();
        assert_eq!((ledger.alive(), ledger.dropped().len()), (0, 2), "cleared");
        assert!(arena.keep(ledger.value("third")).is_ok());
        assert_eq!(ledger.alive(), 1, "the new one is kept");
        drop(arena);
        assert_eq!(
            ledger.dropped().len(),
            3,
            "no value is dropped by `clear` and once more at the end"
        );
    }
}
