//! The session: what a save or a key means. It must not run, draw or write anything.

pub mod files;
