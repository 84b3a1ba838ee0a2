// Why so: only numbers cross the border, so ownership crosses as an address, and each side has to know
// who gives it back and how large it was. A boxed slice has no spare room: its length is its capacity,
// so address and size are all that is needed to make the same box again. `Box::into_raw` lets go of a
// value without ending it, `Box::from_raw` takes it back, once. In between the garden is borrowed through
// its address, never boxed again. Sizes are checked before memory is asked for, and `try_reserve_exact`
// answers where `vec!` would panic or abort, here and in `Garden::new`. Only the box around a garden takes
// its few bytes for granted.

use core::ptr;
use core::slice;

use crate::{Garden, Rules};

/// Room for `size` bytes, which belongs to the caller until it is freed; 0 where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn garden_alloc(size: usize) -> *mut u8 {
    let mut room: Vec<u8> = Vec::new();
    if size == 0 || room.try_reserve_exact(size).is_err() {
        return ptr::null_mut();
    }
    room.resize(size, 0);
    Box::into_raw(room.into_boxed_slice()).cast()
}

/// Takes back room that `garden_alloc` gave.
///
/// # Safety
///
/// The address is 0 or came from `garden_alloc` with this size, and is given back once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_free(address: *mut u8, size: usize) {
    if !address.is_null() {
        // SAFETY: the caller promises that this is a box of that many bytes that was let go.
        drop(unsafe { Box::from_raw(ptr::slice_from_raw_parts_mut(address, size)) });
    }
}

/// A garden with these cells, row by row; 0 where none of that size can be, or no cells are given.
///
/// # Safety
///
/// At `cells` there are `width * height` bytes, or `cells` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_new(width: usize, height: usize, cells: *const u8) -> *mut Garden {
    if cells.is_null() {
        return ptr::null_mut();
    }
    let Some(mut garden) = Garden::new(width, height) else {
        return ptr::null_mut();
    };
    // SAFETY: the caller promises that there are as many bytes as cells.
    let mut planted = unsafe { slice::from_raw_parts(cells, garden.cells().len()) }.iter();
    garden.sow(|| planted.next().is_some_and(|cell| *cell != 0));
    Box::into_raw(Box::new(garden))
}

/// Takes the garden so many generations further.
///
/// # Safety
///
/// `garden` is 0 or came from `garden_new` and was not dropped.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_step(garden: *mut Garden, times: u32) {
    // SAFETY: the caller promises that there is a garden, and nobody else uses it during the call.
    if let Some(garden) = unsafe { garden.as_mut() } {
        for _ in 0..times {
            garden.step(&Rules::LIFE);
        }
    }
}

/// The address of its cells, good until the next step or the end of the garden; 0 for no garden.
///
/// # Safety
///
/// As for `garden_step`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_cells(garden: *const Garden) -> *const u8 {
    // SAFETY: the caller promises that there is a garden.
    let garden = unsafe { garden.as_ref() };
    garden.map_or(ptr::null(), |garden| garden.cells().as_ptr())
}

/// Ends a garden.
///
/// # Safety
///
/// As for `garden_step`; the address is of no use afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_drop(garden: *mut Garden) {
    if !garden.is_null() {
        // SAFETY: the caller promises that it is one that was let go, and does not use it again.
        drop(unsafe { Box::from_raw(garden) });
    }
}
