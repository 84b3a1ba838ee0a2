use std::mem::{self, MaybeUninit};

/// An array in the making: `rest` counts the places that hold nothing, and they are the last ones.
pub struct Partly<T, const N: usize> {
    slots: [MaybeUninit<T>; N],
    rest: usize,
}

impl<T, const N: usize> Partly<T, N> {
    pub fn new() -> Self {
        Partly {
            slots: [const { MaybeUninit::uninit() }; N],
            rest: N,
        }
    }

    pub fn push(&mut self, value: T) {
        assert_ne!(self.rest, 0, "every place holds a value");
        self.slots[N - self.rest] = MaybeUninit::new(value);
        self.rest -= 1;
    }

    pub fn finish(mut self) -> [T; N] {
        assert_eq!(self.rest, 0, "not every place holds a value");
        // Nothing is left in here for `drop` to find.
        self.rest = N;
        let full = mem::replace(&mut self.slots, [const { MaybeUninit::uninit() }; N]);
        // SAFETY: all places held values.
        full.map(|slot| unsafe { slot.assume_init() })
    }
}

impl<T, const N: usize> Drop for Partly<T, N> {
    fn drop(&mut self) {
        let filled = &raw mut self.slots[..N - self.rest];
        // SAFETY: these places hold values, and are as large as values.
        unsafe { (filled as *mut [T]).drop_in_place() };
    }
}

/// The array of `make(0)`, `make(1)` and so on, or the first error.
pub fn try_from_fn<T, E, const N: usize>(
    make: impl FnMut(usize) -> Result<T, E>,
) -> Result<[T; N], E> {
    let mut partly = Partly::new();
    (0..N)
        .map(make)
        .try_for_each(|made| made.map(|value| partly.push(value)))?;
    Ok(partly.finish())
}
