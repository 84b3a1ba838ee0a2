/// An array in the making: the first places hold values, the others nothing.
pub struct Partly<T, const N: usize> {
    slots: [Option<T>; N],
    len: usize,
}

impl<T, const N: usize> Partly<T, N> {
    pub fn new() -> Self {
        Partly {
            slots: [const { None }; N],
            len: 0,
        }
    }

    pub fn push(&mut self, value: T) {
        self.slots[self.len] = Some(value);
        self.len += 1;
    }

    pub fn finish(self) -> [T; N] {
        self.slots
            .map(|slot| slot.expect("every place holds a value"))
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
