use std::mem::{ManuallyDrop, MaybeUninit};

/// An array in the making: the first `len` places hold values, the others nothing.
pub struct Partly<T, const N: usize> {
    slots: [MaybeUninit<T>; N],
    len: usize,
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
        self.slots[self.len].write(value);
        self.len += 1;
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
