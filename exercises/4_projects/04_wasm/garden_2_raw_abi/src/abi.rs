// Garden, step 2: numbers only
//
// A WebAssembly module and its host share two things: functions that take and give numbers, and the
// module's memory, which the host sees as one long row of bytes. A slice, a string, a `Vec` cannot
// cross; an address can. Write the functions below, so that a page can plant a garden:
//
//   p = garden_alloc(6)          room for six bytes, in the module's memory
//   …write 0 1 0 1 1 0 at p…     the host does that by itself
//   g = garden_new(3, 2, p)      a garden of 3 by 2 cells, planted like that: 0 is not alive
//   garden_free(p, 6)            the room goes back, the garden stays
//   garden_step(g, 10)           ten generations by `Rules::LIFE`
//   c = garden_cells(g)          the address of its cells, until the next step
//   garden_drop(g)               the garden goes as well
//
// What cannot be is answered by an address of 0, never by a panic, which the host would only see as
// a dead module: no room (0 bytes, or more than there can be), no garden of that size, no cells to read. Giving
// back an address of 0 does nothing. `ledger.rs` is the module's allocator; it notices what comes
// back in another size than it went out, and what does not come back. `machine/` holds what a host
// does with your module, line by line.
//
// Read: Rust Cookbook, WebAssembly
// https://rust-lang-nursery.github.io/rust-cookbook/wasm.html

use crate::Garden;

/// Room for `size` bytes, which belongs to the caller until it is freed; 0 where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn garden_alloc(size: usize) -> *mut u8 {
    // TODO: Lend out room that stays until it is given back.
    let mut room = vec![0_u8; size];
    room.as_mut_ptr()
}

/// Takes back room that `garden_alloc` gave.
///
/// # Safety
///
/// The address is 0 or came from `garden_alloc` with this size, and is given back once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_free(address: *mut u8, size: usize) {
    // TODO: Give exactly that room back to the allocator.
    let _ = (address, size);
}

/// A garden with these cells, row by row; 0 where none of that size can be, or no cells are given.
///
/// # Safety
///
/// At `cells` there are `width * height` bytes, or `cells` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_new(width: usize, height: usize, cells: *const u8) -> *mut Garden {
    // TODO: Plant a garden, and keep it alive behind its address.
    todo!("{width} by {height} cells at {cells:?}")
}

/// Takes the garden so many generations further.
///
/// # Safety
///
/// `garden` is 0 or came from `garden_new` and was not dropped.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_step(garden: *mut Garden, times: u32) {
    // TODO: Step the garden behind the address, without taking it away from there.
    todo!("{times} steps of {garden:?}")
}

/// The address of its cells, good until the next step or the end of the garden; 0 for no garden.
///
/// # Safety
///
/// As for `garden_step`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_cells(garden: *const Garden) -> *const u8 {
    todo!("the cells of {garden:?}")
}

/// Ends a garden.
///
/// # Safety
///
/// As for `garden_step`; the address is of no use afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_drop(garden: *mut Garden) {
    // TODO: Let the garden and all of its memory go.
    let _ = garden;
}
