// Room comes from the allocator itself; gardens are leaked and taken back.

use std::alloc::{Layout, alloc_zeroed, dealloc};
use std::ptr::{null, null_mut};

use crate::{Garden, Rules};

/// Room for so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn garden_alloc(size: usize) -> *mut u8 {
    match Layout::array::<u8>(size) {
        // SAFETY: the size is not 0.
        Ok(layout) if size > 0 => unsafe { alloc_zeroed(layout) },
        _ => null_mut(),
    }
}

/// Takes room back.
///
/// # Safety
///
/// As for `dealloc`, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_free(address: *mut u8, size: usize) {
    if let (Ok(layout), false) = (Layout::array::<u8>(size), address.is_null()) {
        // SAFETY: it was lent out with this layout.
        unsafe { dealloc(address, layout) }
    }
}

/// A garden with these cells.
///
/// # Safety
///
/// At `cells` there are `width * height` bytes, or `cells` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_new(width: usize, height: usize, cells: *const u8) -> *mut Garden {
    if cells.is_null() {
        return null_mut();
    }
    let Some(mut garden) = Garden::new(width, height) else {
        return null_mut();
    };
    let mut at = 0;
    garden.sow(|| {
        // SAFETY: there are as many bytes as cells.
        let cell = unsafe { cells.add(at).read() };
        at += 1;
        cell != 0
    });
    Box::leak(Box::new(garden))
}

/// Steps.
///
/// # Safety
///
/// A garden of `garden_new`, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_step(garden: *mut Garden, times: u32) {
    if !garden.is_null() {
        // SAFETY: it is a garden.
        (0..times).for_each(|_| unsafe { (*garden).step(&Rules::LIFE) });
    }
}

/// Its cells.
///
/// # Safety
///
/// A garden of `garden_new`, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_cells(garden: *const Garden) -> *const u8 {
    match unsafe { garden.as_ref() } {
        Some(garden) => garden.cells().as_ptr(),
        None => null(),
    }
}

/// The end of it.
///
/// # Safety
///
/// A garden of `garden_new`, or 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn garden_drop(garden: *mut Garden) {
    if garden.is_null() {
        return;
    }
    // SAFETY: it was boxed.
    unsafe { drop(Box::from_raw(garden)) }
}
