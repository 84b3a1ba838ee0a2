//! Rules as data: what a number of living neighbours does to a cell.

/// With how many living neighbours a cell comes to life, and with how many it stays alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    born: u16,
    stays: u16,
}

impl Rules {
    /// Conway's: born with three, alive with two or three.
    pub const LIFE: Self = Self::new(&[3], &[2, 3]);

    /// Rules from the numbers of neighbours, 0 to 8.
    #[must_use]
    pub const fn new(born: &[u8], stays: &[u8]) -> Self {
        Self {
            born: set(born),
            stays: set(stays),
        }
    }

    /// Whether a cell lives in the next generation.
    #[must_use]
    pub const fn lives(self, alive: bool, neighbours: u8) -> bool {
        let list = if alive { self.stays } else { self.born };
        list >> neighbours & 1 == 1
    }
}

const fn set(numbers: &[u8]) -> u16 {
    let mut set = 0;
    let mut at = 0;
    while at < numbers.len() {
        set |= 1 << numbers[at];
        at += 1;
    }
    set
}
