// Honest iterator
//
// `Around` visits the cells of a board near one cell: at most `reach` columns and `reach` rows away,
// without that cell itself, row by row from the top left. A cell is (column, row), counted from 0.
//
// Finish it so that callers may take cells from either end in any mix. `size_hint` always says how
// many cells are left, and neither it nor `nth` walks over cells: the checks look at a view of more
// than a billion. `FusedIterator` is the promise that an ended iterator stays ended.
//
// Read: Trait ExactSizeIterator in the standard library
// https://doc.rust-lang.org/std/iter/trait.ExactSizeIterator.html

use std::iter::FusedIterator;

pub struct Around {
    // TODO: Keep here what is needed to know which cells are left, and fill it in `new`.
}

impl Around {
    /// The board has `board.0` columns and `board.1` rows, and `cell` lies on it.
    pub fn new(board: (usize, usize), cell: (usize, usize), reach: usize) -> Self {
        todo!("look around {cell:?}, {reach} far, on a board of {board:?}")
    }
}

impl Iterator for Around {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<Self::Item> {
        // TODO: Hand out the first of the cells that are left.
        todo!("the first cell left")
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // TODO: Say how many cells are left; both bounds are the same.
        todo!("how many cells are left")
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        // TODO: Pass over `n` cells in one step and hand out the one after them.
        todo!("pass over {n} cells")
    }
}

impl DoubleEndedIterator for Around {
    fn next_back(&mut self) -> Option<Self::Item> {
        // TODO: Hand out the last of the cells that are left.
        todo!("the last cell left")
    }
}

// Two promises; what they promise is up to the methods above.
impl ExactSizeIterator for Around {}
impl FusedIterator for Around {}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::collections::VecDeque;

    /// The same cells by looking at every cell of the board.
    fn model(
        board: (usize, usize),
        cell: (usize, usize),
        reach: usize,
    ) -> VecDeque<(usize, usize)> {
        let rows = (0..board.1).flat_map(|row| (0..board.0).map(move |column| (column, row)));
        let near = |there: (usize, usize)| {
            there.0.abs_diff(cell.0) <= reach && there.1.abs_diff(cell.1) <= reach && there != cell
        };
        rows.filter(|&there| near(there)).collect()
    }

    /// A small board, a cell on it, and a reach.
    fn scene(rng: &mut ::kit::Rng) -> ((usize, usize), (usize, usize), usize) {
        let board = (1 + rng.below(6), 1 + rng.below(6));
        (
            board,
            (rng.below(board.0), rng.below(board.1)),
            rng.below(4),
        )
    }

    #[test]
    fn a_cell_in_the_middle_has_eight_neighbours() {
        let seen: Vec<_> = Around::new((5, 4), (2, 1), 1).collect();
        let expected = [
            (1, 0),
            (2, 0),
            (3, 0),
            (1, 1),
            (3, 1),
            (1, 2),
            (2, 2),
            (3, 2),
        ];
        assert_eq!(seen, expected, "row by row, without the cell itself");
    }

    #[test]
    fn the_edge_of_the_board_cuts_the_view() {
        let corner: Vec<_> = Around::new((5, 4), (4, 3), 1).collect();
        assert_eq!(
            corner,
            [(3, 2), (4, 2), (3, 3)],
            "a corner has three neighbours"
        );
        let strip: Vec<_> = Around::new((4, 1), (1, 0), 2).collect();
        assert_eq!(strip, [(0, 0), (2, 0), (3, 0)], "a board of one row");
        assert_eq!(
            Around::new((1, 1), (0, 0), 3).next(),
            None,
            "a board of one cell has no neighbours"
        );
        assert_eq!(
            Around::new((5, 4), (2, 1), 0).next(),
            None,
            "a reach of 0 sees nothing"
        );
    }

    #[test]
    fn every_view_from_the_front_and_from_the_back() {
        let mut rng = ::kit::Rng::salted("every_view_from_the_front_and_from_the_back");
        for _ in 0..200 {
            let (board, cell, reach) = scene(&mut rng);
            let expected: Vec<_> = model(board, cell, reach).into();
            let forth: Vec<_> = Around::new(board, cell, reach).collect();
            assert_eq!(
                forth, expected,
                "board {board:?}, cell {cell:?}, reach {reach}"
            );
            let mut back: Vec<_> = Around::new(board, cell, reach).rev().collect();
            back.reverse();
            assert_eq!(
                back, expected,
                "from the back: board {board:?}, cell {cell:?}, reach {reach}"
            );
        }
    }

    #[test]
    fn the_hint_is_exact_at_the_start() {
        assert_eq!(
            Around::new((5, 4), (2, 1), 1).size_hint(),
            (8, Some(8)),
            "eight neighbours"
        );
        let mut rng = ::kit::Rng::salted("the_hint_is_exact_at_the_start");
        for _ in 0..100 {
            let (board, cell, reach) = scene(&mut rng);
            let left = model(board, cell, reach).len();
            let hint = Around::new(board, cell, reach).size_hint();
            assert_eq!(
                hint,
                (left, Some(left)),
                "board {board:?}, cell {cell:?}, reach {reach}"
            );
        }
    }

    #[test]
    fn the_hint_stays_exact_while_cells_go() {
        let mut rng = ::kit::Rng::salted("the_hint_stays_exact_while_cells_go");
        for _ in 0..100 {
            let (board, cell, reach) = scene(&mut rng);
            let mut around = Around::new(board, cell, reach);
            for left in (0..model(board, cell, reach).len()).rev() {
                let taken = if rng.below(2) == 0 {
                    around.next()
                } else {
                    around.next_back()
                };
                assert!(taken.is_some(), "{left} more cells should follow this one");
                assert_eq!(
                    around.size_hint(),
                    (left, Some(left)),
                    "{left} cells are left after {taken:?}"
                );
            }
        }
    }

    #[test]
    fn the_hint_is_exact_after_the_end() {
        let mut rng = ::kit::Rng::salted("the_hint_is_exact_after_the_end");
        for _ in 0..100 {
            let (board, cell, reach) = scene(&mut rng);
            let total = model(board, cell, reach).len();
            let (mut taken, mut passed) = (
                Around::new(board, cell, reach),
                Around::new(board, cell, reach),
            );
            for _ in 0..total + 4 {
                if rng.below(2) == 0 {
                    taken.next();
                } else {
                    taken.next_back();
                }
            }
            assert_eq!(
                taken.size_hint(),
                (0, Some(0)),
                "no cell is left, however often one asks: {total} cells around {cell:?}"
            );
            let over = total + rng.below(3);
            passed.nth(over);
            assert_eq!(
                passed.size_hint(),
                (0, Some(0)),
                "no cell is left after `nth({over})` of {total} cells"
            );
        }
    }

    #[test]
    fn both_ends_meet_once() {
        let mut around = Around::new((3, 1), (1, 0), 1);
        assert_eq!(
            (around.next(), around.next_back()),
            (Some((0, 0)), Some((2, 0))),
            "two cells, one from each end"
        );
        assert_eq!(
            (around.next(), around.next_back()),
            (None, None),
            "no cell comes twice"
        );
        assert_eq!(
            (around.next_back(), around.next()),
            (None, None),
            "and what has ended stays ended"
        );
    }

    #[test]
    fn nth_passes_over_cells() {
        let mut around = Around::new((5, 4), (2, 1), 1);
        let over_none = 0;
        assert_eq!(around.nth(over_none), Some((1, 0)), "`nth(0)` is `next`");
        assert_eq!(
            around.nth(3),
            Some((3, 1)),
            "over three cells and over the middle"
        );
        assert_eq!(around.next(), Some((1, 2)), "the one behind it");
        assert_eq!(around.nth(2), None, "only two cells are left");
        assert_eq!(around.next(), None, "passing over everything ends it");
        assert_eq!(
            Around::new((5, 4), (2, 1), 1).nth(usize::MAX),
            None,
            "no view is that wide"
        );
    }

    #[test]
    fn any_mix_of_calls_agrees_with_a_list() {
        let mut rng = ::kit::Rng::salted("any_mix_of_calls_agrees_with_a_list");
        for _ in 0..300 {
            let (board, cell, reach) = scene(&mut rng);
            let (mut around, mut list) =
                (Around::new(board, cell, reach), model(board, cell, reach));
            let mut story = Vec::new();
            for _ in 0..60 {
                let (seen, expected) = match rng.below(5) {
                    0 => {
                        let n = rng.below(4);
                        story.push(format!("nth({n})"));
                        list.drain(..n.min(list.len()));
                        (around.nth(n), list.pop_front())
                    }
                    1 | 2 => {
                        story.push("next_back".to_owned());
                        (around.next_back(), list.pop_back())
                    }
                    _ => {
                        story.push("next".to_owned());
                        (around.next(), list.pop_front())
                    }
                };
                assert_eq!(
                    seen, expected,
                    "board {board:?}, cell {cell:?}, reach {reach}, after {story:?}"
                );
            }
        }
    }

    #[test]
    fn a_very_wide_view_needs_no_walk() {
        let view = || Around::new((50_000, 50_000), (25_000, 25_000), 20_000);
        assert_eq!(
            view().size_hint().0,
            1_600_080_000,
            "40001 times 40001 cells, less the middle"
        );
        assert_eq!(
            view().next(),
            Some((5_000, 5_000)),
            "the top left cell of the view"
        );
        assert_eq!(
            view().nth(800_040_000),
            Some((25_001, 25_000)),
            "the cell just after the middle"
        );
        assert_eq!(
            view().nth(1_600_079_999),
            Some((45_000, 45_000)),
            "the last cell"
        );
        assert_eq!(view().nth(1_600_080_000), None, "one too far");
    }
}
