// One list only: the low bit is the state, the bit above it the next one; a second walk moves it down. What is shown has the low bit alone between steps.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::Rules;

/// A field of cells without a rim.
#[derive(Clone, Debug)]
pub struct Garden {
    width: usize,
    cells: Box<[u8]>,
}

impl Garden {
    /// A field in which nothing lives.
    #[must_use]
    pub fn new(width: usize, height: usize) -> Option<Self> {
        let count = match width.checked_mul(height) {
            None | Some(0) => return None,
            Some(count) => count,
        };
        let mut cells = Vec::new();
        cells.try_reserve_exact(count).ok()?;
        cells.extend((0..count).map(|_| 0));
        Some(Self {
            width,
            cells: cells.into_boxed_slice(),
        })
    }

    /// Cells in a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.cells.len() / self.width
    }

    /// Gives every cell a new state.
    pub fn sow(&mut self, mut draw: impl FnMut() -> bool) {
        self.cells.fill_with(|| draw().into());
    }

    /// All cells.
    #[must_use]
    pub fn cells(&self) -> &[u8] {
        &self.cells
    }

    /// Takes the garden to the next generation.
    pub fn step(&mut self, rules: &Rules) {
        let count = self.cells.len();
        for at in 0..count {
            let row = at - at % self.width;
            let column = at % self.width;
            let left = if column == 0 {
                self.width - 1
            } else {
                column - 1
            };
            let right = if column + 1 == self.width {
                0
            } else {
                column + 1
            };
            let above = if row == 0 {
                count - self.width
            } else {
                row - self.width
            };
            let below = if row + self.width == count {
                0
            } else {
                row + self.width
            };
            let state = |row: usize, column: usize| self.cells[row + column] & 1;
            let line = |row: usize| state(row, left) + state(row, column) + state(row, right);
            let around = line(above) + line(below) + state(row, left) + state(row, right);
            let lives = rules.lives(self.cells[at] & 1 == 1, around);
            self.cells[at] |= u8::from(lives) << 1;
        }
        self.cells.iter_mut().for_each(|cell| *cell >>= 1);
    }
}
