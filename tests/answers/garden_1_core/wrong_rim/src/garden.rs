// Stops at the rim in the place of going round.

use alloc::vec::Vec;
use core::mem;

use crate::Rules;

/// So many dead cells, if there is memory for them.
fn dead(count: usize) -> Option<Vec<u8>> {
    let mut cells = Vec::new();
    cells.try_reserve_exact(count).ok()?;
    cells.resize(count, 0);
    Some(cells)
}

/// A field of cells without a rim.
#[derive(Clone, Debug)]
pub struct Garden {
    width: usize,
    height: usize,
    cells: Vec<u8>,
    next: Vec<u8>,
}

impl Garden {
    /// A field of this size in which nothing lives; none if a side is 0, or if there is no memory for
    /// so many cells, be it that not even `usize` can hold their number.
    #[must_use]
    pub fn new(width: usize, height: usize) -> Option<Self> {
        let count = width.checked_mul(height).filter(|count| *count > 0)?;
        Some(Self {
            width,
            height,
            cells: dead(count)?,
            next: dead(count)?,
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
        self.height
    }

    /// Gives every cell a new state, row by row: `draw` is asked once for each.
    pub fn sow(&mut self, mut draw: impl FnMut() -> bool) {
        for cell in &mut self.cells {
            *cell = u8::from(draw());
        }
    }

    /// All cells, row by row: 1 is alive, 0 is not.
    #[must_use]
    pub fn cells(&self) -> &[u8] {
        &self.cells
    }

    /// Takes the garden to the next generation.
    pub fn step(&mut self, rules: &Rules) {
        for y in 0..self.height {
            for x in 0..self.width {
                let at = y * self.width + x;
                let lives = rules.lives(self.cells[at] == 1, self.neighbours(x, y));
                self.next[at] = u8::from(lives);
            }
        }
        mem::swap(&mut self.cells, &mut self.next);
    }

    /// How many of the eight around this cell are alive.
    fn neighbours(&self, x: usize, y: usize) -> u8 {
        let rows = [y.wrapping_sub(1), y, y + 1];
        let columns = [x.wrapping_sub(1), x, x + 1];
        let mut sum = 0;
        for row in rows {
            for column in columns {
                if row < self.height && column < self.width {
                    sum += self.cells[row * self.width + column];
                }
            }
        }
        sum - self.cells[y * self.width + x]
    }
}
