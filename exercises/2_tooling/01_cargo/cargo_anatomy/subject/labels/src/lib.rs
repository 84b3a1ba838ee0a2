//! Prints labels.
