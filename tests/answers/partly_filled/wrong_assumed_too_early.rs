use std::mem::{ManuallyDrop, MaybeUninit};
use std::ptr;

/// An array in the making: the first `len` places hold values, the others are not looked at.
pub struct Partly<T, const N: usize> {
    slots: ManuallyDrop<[T; N]>,
    len: usize,
}

impl<T, const N: usize> Partly<T, N> {
    pub fn new() -> Self {
        let slots = MaybeUninit::uninit();
        Partly {
            slots: unsafe { slots.assume_init() },
            len: 0,
        }
    }

    pub fn push(&mut self, value: T) {
        let slot: *mut T = &mut self.slots[self.len];
        unsafe { slot.write(value) };
        self.len += 1;
    }

    pub fn finish(self) -> [T; N] {
        assert_eq!(self.len, N, "not every place holds a value");
        let full = ManuallyDrop::new(self);
        unsafe { ptr::read(&*full.slots) }
    }
}

impl<T, const N: usize> Drop for Partly<T, N> {
    fn drop(&mut self) {
        unsafe { ptr::drop_in_place(&mut self.slots[..self.len]) };
    }
}

/// The array of `make(0)`, `make(1)` and so on, or the first error.
pub fn try_from_fn<T, E, const N: usize>(
    mut make: impl FnMut(usize) -> Result<T, E>,
) -> Result<[T; N], E> {
    let mut partly = Partly::new();
    for place in 0..N {
        partly.push(make(place)?);
    }
    Ok(partly.finish())
}
