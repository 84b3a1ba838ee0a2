//! Presses fruit.
