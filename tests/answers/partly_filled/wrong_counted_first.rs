// The value is counted before there is room for it.

use std::mem::{ManuallyDrop, MaybeUninit};

/// An array in the making: the first `len` places hold values, the others nothing.
pub struct Partly<T, const N: usize> {
    slots: [MaybeUninit<T>; N],
    len: usize,
}

impl<T, const N: usize> Default for Partly<T, N> {
    fn default() -> Self {
        Partly::new()
    }
}

impl<T, const N: usize> Partly<T, N> {
    /// With no value in it.
    pub fn new() -> Self {
        Partly {
            slots: [const { MaybeUninit::uninit() }; N],
            len: 0,
        }
    }

    /// Puts a value into the next place. Panics if there is none, and then drops the value.
    pub fn push(&mut self, value: T) {
        self.len += 1;
        self.slots[self.len - 1].write(value);
    }

    /// The finished array. Panics if a place is empty, and then drops what is there.
    pub fn finish(self) -> [T; N] {
        assert_eq!(self.len, N, "not every place holds a value");
        let full = ManuallyDrop::new(self);
        // SAFETY: all places hold values, an array of `MaybeUninit<T>` is laid out like one of `T`,
        // and `full` never drops what is read out here.
        unsafe { (&raw const full.slots).cast::<[T; N]>().read() }
    }
}

impl<T, const N: usize> Drop for Partly<T, N> {
    fn drop(&mut self) {
        for slot in &mut self.slots[..self.len] {
            // SAFETY: the first `len` places hold values, and nobody can reach them after this.
            unsafe { slot.assume_init_drop() };
        }
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
