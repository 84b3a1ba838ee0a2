use std::iter::FusedIterator;

pub struct Around {
    left: usize,
    top: usize,
    wide: usize,
    middle: usize,
    total: usize,
    front: usize,
    back: usize,
}

impl Around {
    /// The board has `board.0` columns and `board.1` rows, and `cell` lies on it.
    pub fn new(board: (usize, usize), cell: (usize, usize), reach: usize) -> Self {
        let left = cell.0.saturating_sub(reach);
        let top = cell.1.saturating_sub(reach);
        let wide = board.0.min(cell.0 + reach + 1) - left;
        let high = board.1.min(cell.1 + reach + 1) - top;
        let middle = (cell.1 - top) * wide + (cell.0 - left);
        let total = wide * high - 1;
        Around {
            left,
            top,
            wide,
            middle,
            total,
            front: 0,
            back: total,
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
        if self.front == self.total {
            return None;
        }
        self.front += 1;
        Some(self.cell(self.front - 1))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.back.saturating_sub(self.front);
        (left, Some(left))
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.front = self.front.saturating_add(n).min(self.total);
        self.next()
    }
}

impl DoubleEndedIterator for Around {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.back == 0 {
            return None;
        }
        self.back -= 1;
        Some(self.cell(self.back))
    }
}

// Two promises; what they promise is up to the methods above.
impl ExactSizeIterator for Around {}
impl FusedIterator for Around {}
