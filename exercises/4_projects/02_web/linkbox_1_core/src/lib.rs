//! `linkbox` keeps links under short names. Nothing here knows about the web.

pub mod domain;
