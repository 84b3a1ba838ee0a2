use std::iter::FusedIterator;

pub struct Around {
    corner: (usize, usize),
    wide: usize,
    hole: usize,
    from: usize,
    to: usize,
}

impl Around {
    pub fn new(board: (usize, usize), cell: (usize, usize), reach: usize) -> Self {
        let corner = (cell.0.saturating_sub(reach), cell.1.saturating_sub(reach));
        let end = (
            (cell.0 + reach).min(board.0 - 1),
            (cell.1 + reach).min(board.1 - 1),
        );
        let wide = end.0 - corner.0 + 1;
        let hole = (cell.1 - corner.1) * wide + cell.0 - corner.0;
        Around {
            corner,
            wide,
            hole,
            from: 0,
            to: wide * (end.1 - corner.1 + 1),
        }
    }

    fn place(&self, index: usize) -> (usize, usize) {
        (
            self.corner.0 + index % self.wide,
            self.corner.1 + index / self.wide,
        )
    }
}

impl Iterator for Around {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        self.nth(0)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let hole = usize::from((self.from..self.to).contains(&self.hole));
        let left = self.to - self.from - hole;
        (left, Some(left))
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        if n >= self.len() {
            self.from = self.to;
            return None;
        }
        let mut index = self.from + n;
        if self.from <= self.hole && self.hole <= index {
            index += 1;
        }
        self.from = index + 1;
        Some(self.place(index))
    }
}

impl DoubleEndedIterator for Around {
    fn next_back(&mut self) -> Option<Self::Item> {
        while self.from < self.to {
            self.to -= 1;
            if self.to != self.hole {
                return Some(self.place(self.to));
            }
        }
        None
    }
}

impl ExactSizeIterator for Around {}
impl FusedIterator for Around {}
