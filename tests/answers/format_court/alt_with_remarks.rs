// The attribute may stand above the description, and remarks are no tokens.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Display, Write};

/// A picture in shades of grey, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub shades: Vec<i32>,
}

impl Picture {
    // Kept by hand: one looks at this as at a picture.
    #[rustfmt::skip]
    /// How much each neighbour counts when a shade is made softer.
    const WEIGHTS: [[i32; 5]; 5] = [
        [ 1,  4,   6,  4,  1],
        [ 4, 16,  24, 16,  4],
        [ 6, 24, -40, 24,  6],
        [ 4, 16,  24, 16,  4],
        [ 1,  4,   6,  4,  1],
    ];

    /// The shade at this place; outside there is none.
    pub fn at(&self, x: i32, y: i32) -> Option<i32> {
        let x = usize::try_from(x).ok().filter(|x| *x < self.width)?;
        let y = usize::try_from(y).ok()?;
        self.shades.get(y * self.width + x).copied()
    }

    /// The same picture, each shade mixed with those around it.
    pub fn softer(&self) -> Self {
        let height = self.shades.len() / self.width.max(1);

        // One shade after the other, from the top left.
        let mut shades = Vec::with_capacity(self.shades.len());
        for y in 0..height as i32 {
            for x in 0..self.width as i32 {
                let (mut sum, mut weight) = (0, 0);
                for (dy, row) in (-2..).zip(Self::WEIGHTS) {
                    for (dx, share) in (-2..).zip(row) {
                        if let Some(shade) = self.at(x + dx, y + dy) {
                            sum += shade * share;
                            weight += share
                        }
                    }
                }
                shades.push(if weight == 0 { 0 } else { sum / weight })
            }
        }
        Self {
            width: self.width,
            shades,
        }
    }
}

impl Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.shades.chunks(self.width.max(1)) {
            for shade in row {
                f.write_char(match shade {
                    ..=63 => '#',
                    64..=127 => '+',
                    128..=191 => '-',
                    _ => ' ',
                })?
            }
            f.write_char('\n')?
        }
        Ok(())
    }
}

/// How often each shade occurs, and the last few that were new.
pub fn census(picture: &Picture, few: usize) -> (BTreeMap<i32, usize>, VecDeque<i32>) {
    let mut counts = BTreeMap::new();
    let mut fresh = VecDeque::new();
    for &shade in &picture.shades {
        let count = counts.entry(shade).or_insert(0);
        if *count == 0 {
            fresh.push_back(shade);
            if fresh.len() > few {
                fresh.pop_front();
            }
        }
        *count += 1
    }
    (counts, fresh)
}
