//! What of the kernel knows no machine.

#![no_std]

pub mod line;
