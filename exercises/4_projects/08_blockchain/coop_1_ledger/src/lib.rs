//! The savings book of a cooperative: entries in blocks, blocks in a chain that everybody can check.

pub mod ledger;
