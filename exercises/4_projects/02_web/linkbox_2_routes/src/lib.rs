//! `linkbox` keeps links under short names, and sends people on to them.

pub mod domain;
pub mod routes;
