//! The module's allocator keeps a ledger: how many bytes are lent out, and how often something came back with another
//! size than it went out with. The host may look into it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicU32, Ordering};

#[global_allocator]
static LEDGER: Ledger = Ledger;

static LENT: AtomicU32 = AtomicU32::new(0);
static FAULTS: AtomicU32 = AtomicU32::new(0);

/// Written in front of each block while it is lent out, and wiped when it comes back.
const SEAL: u32 = 0x6A6D_3E11;
/// Room for the seal and the size, and a multiple of every alignment that is asked for here.
const FRONT: usize = 16;

struct Ledger;

fn with_front(layout: Layout) -> Layout {
    Layout::from_size_align(layout.size() + FRONT, layout.align().max(FRONT)).unwrap_or(layout)
}

// SAFETY: every block is one of the system's, with room in front that nobody else sees.
unsafe impl GlobalAlloc for Ledger {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the layout is larger than nothing.
        let block = unsafe { System.alloc(with_front(layout)) };
        if block.is_null() {
            return block;
        }
        let size = u32::try_from(layout.size()).unwrap_or(u32::MAX);
        LENT.fetch_add(size, Ordering::Relaxed);
        // SAFETY: the block begins with room for both numbers.
        unsafe {
            block.cast::<[u32; 2]>().write([SEAL, size]);
            block.add(FRONT)
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: whoever gives back what was lent here gives back a block with these two in front.
        let front = unsafe { block.sub(FRONT) };
        let [seal, size] = unsafe { front.cast::<[u32; 2]>().read() };
        if seal != SEAL || usize::try_from(size) != Ok(layout.size()) {
            // It stays where it is: the system would believe the wrong size.
            FAULTS.fetch_add(1, Ordering::Relaxed);
            return;
        }
        LENT.fetch_sub(size, Ordering::Relaxed);
        // SAFETY: as it was asked for.
        unsafe {
            front.cast::<u32>().write(0);
            System.dealloc(front, with_front(layout));
        }
    }
}

/// How many bytes are lent out.
#[unsafe(no_mangle)]
extern "C" fn ledger_lent() -> u32 {
    LENT.load(Ordering::Relaxed)
}

/// How often something came back that was not lent out like this.
#[unsafe(no_mangle)]
extern "C" fn ledger_faults() -> u32 {
    FAULTS.load(Ordering::Relaxed)
}
