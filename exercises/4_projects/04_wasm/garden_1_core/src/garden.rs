// Garden, step 1: the core
//
// A garden is a field of cells, each alive or not. In each generation every cell looks at its eight
// neighbours and lives on, comes to life or dies, as `Rules` says: all cells at once, by what
// their neighbours were before. The field has no rim: what leaves it on one side comes back on
// the other, so the cell in a corner has eight neighbours as well. On a very narrow field one cell
// may be a neighbour several times, even its own; it counts each time.
//
// This core goes into a browser later, where there is no clock, no source of randomness and no
// file. Hence `#![no_std]`: `core` and `alloc` have to do, and `std` is not brought back by `extern crate`.
// Randomness is handed in by the caller. A page asks for sixty generations a second, so `step` may
// not ask for memory. `new` may; where it gets none it says so, since a panic would end the page.
//
// `cells` gives all cells, row by row, each of them a byte: 1 is alive, 0 is not. The documentation
// of each method says the rest. You may change the fields as you like.
//
// Read: Rust Cookbook, Generate Random Values
// https://rust-lang-nursery.github.io/rust-cookbook/algorithms/randomness.html

use crate::Rules;

/// A field of cells without a rim.
#[derive(Clone, Debug)]
pub struct Garden {
    width: usize,
    height: usize,
}

impl Garden {
    /// A field of this size in which nothing lives; none if a side is 0, or if there is no memory for
    /// so many cells, be it that not even `usize` can hold their number.
    #[must_use]
    pub fn new(width: usize, height: usize) -> Option<Self> {
        todo!("a field of {width} by {height}")
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
        // TODO: Ask for each cell, in the order in which `cells` shows them.
        draw();
    }

    /// All cells, row by row: 1 is alive, 0 is not.
    #[must_use]
    pub fn cells(&self) -> &[u8] {
        // TODO: Keep the cells so that they can be shown like this at any time.
        &[]
    }

    /// Takes the garden to the next generation.
    pub fn step(&mut self, rules: &Rules) {
        // TODO: Let each cell become what the rules say of its neighbours in this generation.
        todo!("a step by {rules:?}")
    }
}
