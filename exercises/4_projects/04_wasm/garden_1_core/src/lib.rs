//! A garden of cells that live and die by rules. It is the same in a browser and in a test.

#![no_std]

extern crate alloc;

mod garden;
mod rules;

pub use garden::Garden;
pub use rules::Rules;
