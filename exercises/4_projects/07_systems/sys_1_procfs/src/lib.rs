//! `sysbox` reads what the kernel tells about its processes.

pub mod procfs;
