use std::iter::FusedIterator;

pub struct Around {
    left: usize,
    top: usize,
    width: usize,
    middle: usize,
    front: usize,
    back: usize,
}

impl Around {
    /// The board has `board.0` columns and `board.1` rows, and `cell` lies on it.
    pub fn new(board: (usize, usize), cell: (usize, usize), reach: usize) -> Self {
        let left = cell.0.saturating_sub(reach);
        let top = cell.1.saturating_sub(reach);
        let right = (cell.0 + reach).min(board.0 - 1);
        let bottom = (cell.1 + reach).min(board.1 - 1);
        let width = right - left + 1;
        let height = bottom - top + 1;
        Around {
            left,
            top,
            width,
            middle: (cell.1 - top) * width + cell.0 - left,
            front: 0,
            back: width * height,
        }
    }

    fn at(&self, i: usize) -> (usize, usize) {
        (self.left + i % self.width, self.top + i / self.width)
    }
}

impl Iterator for Around {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if self.front == self.middle {
            self.front += 1;
        }
        if self.front >= self.back {
            return None;
        }
        let cell = self.at(self.front);
        self.front += 1;
        Some(cell)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let mut n = self.back - self.front;
        if self.front <= self.middle && self.middle < self.back {
            n -= 1;
        }
        (n, Some(n))
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        if self.front <= self.middle && self.front.saturating_add(n) >= self.middle {
            self.front = self.front.saturating_add(n).saturating_add(1);
        } else {
            self.front = self.front.saturating_add(n);
        }
        self.next()
    }
}

impl DoubleEndedIterator for Around {
    fn next_back(&mut self) -> Option<Self::Item> {
        if self.back == self.middle + 1 {
            self.back -= 1;
        }
        if self.front >= self.back {
            return None;
        }
        self.back -= 1;
        Some(self.at(self.back))
    }
}

// Two promises; what they promise is up to the methods above.
impl ExactSizeIterator for Around {}
impl FusedIterator for Around {}
