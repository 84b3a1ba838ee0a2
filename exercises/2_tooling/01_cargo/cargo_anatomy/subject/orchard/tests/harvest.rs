//! Tests of the harvest.
