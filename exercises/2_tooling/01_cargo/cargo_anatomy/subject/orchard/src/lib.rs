//! Grows fruit.
