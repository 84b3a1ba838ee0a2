use std::iter::FusedIterator;
use std::ops::Range;

pub struct Around {
    left: usize,
    top: usize,
    wide: usize,
    middle: usize,
    open: Range<usize>,
}

impl Around {
    /// The board has `board.0` columns and `board.1` rows, and `cell` lies on it.
    pub fn new(board: (usize, usize), cell: (usize, usize), reach: usize) -> Self {
        let left = cell.0.saturating_sub(reach);
        let top = cell.1.saturating_sub(reach);
        let wide = board.0.min(cell.0 + reach + 1) - left;
        let high = board.1.min(cell.1 + reach + 1) - top;
        let middle = (cell.1 - top) * wide + (cell.0 - left);
        Around {
            left,
            top,
            wide,
            middle,
            open: 0..wide * high - 1,
        }
    }

    fn cell(&self, number: usize) -> (usize, usize) {
        let place = if number < self.middle {
            number
        } else {
            number + 1
        };
        (self.left + place % self.wide, self.top + place / self.wide)
    }
}

impl Iterator for Around {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        self.open.next().map(|number| self.cell(number))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, None)
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.open.nth(n).map(|number| self.cell(number))
    }
}

impl DoubleEndedIterator for Around {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.open.next_back().map(|number| self.cell(number))
    }
}

// Two promises; what they promise is up to the methods above.
impl ExactSizeIterator for Around {}
impl FusedIterator for Around {}
