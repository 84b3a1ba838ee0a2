//! How fruit is sorted.
