//! A garden of cells that live and die by rules. It is the same in a browser and in a test.

extern crate alloc;

pub mod abi;
mod garden;
#[cfg(target_arch = "wasm32")]
mod ledger;
mod rules;

pub use garden::Garden;
pub use rules::Rules;
