/// An array in the making.
pub struct Partly<T, const N: usize> {
    values: Vec<T>,
}

impl<T, const N: usize> Partly<T, N> {
    pub fn new() -> Self {
        Partly { values: Vec::new() }
    }

    pub fn push(&mut self, value: T) {
        assert!(self.values.len() < N, "every place holds a value");
        self.values.push(value);
    }

    pub fn finish(self) -> [T; N] {
        let values = self.values.try_into();
        values.unwrap_or_else(|_| panic!("not every place holds a value"))
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
