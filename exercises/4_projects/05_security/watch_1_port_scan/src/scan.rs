// A port scan
//
// `scan` dials all targets and tells what each one is, in the order in which they were given.
//
// * `Open`: it could be dialled. Many services say who they are: the banner is what comes, up to the first line end
//   and without it (`\n`, or `\r\n`), and at most `limits.banner` bytes (a `\r` that is the last of them stays).
//   Reading it takes at most `limits.reading` in all, however the bytes trickle in: a read may wait for what is left
//   of that time. What came until then counts. Saying nothing, hanging up and errors end it as well; only
//   `Interrupted` does not.
// * `Closed`: it refused.
// * `Filtered`: nobody answered. That is `TimedOut`, `HostUnreachable` and `NetworkUnreachable`.
// * `Failed`: any other error, which says more about us than about the target.
//
// At most `limits.at_once` connections are being dialled or open at any moment, and as many as that whenever there is
// enough to do. No thread is started for nothing: there are never more than targets.
// `Tcp` in `line.rs` dials on this machine only; keep it so.
//
// Read: Rust Cookbook, TCP
// https://rust-lang-nursery.github.io/rust-cookbook/net/tcp.html

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::time::Duration;

use crate::line::{Dial, Line};

/// What a scan may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at the same time.
    pub at_once: NonZeroUsize,
    /// For dialling one target.
    pub dialling: Duration,
    /// For reading one banner, all of it.
    pub reading: Duration,
    /// Bytes of a banner.
    pub banner: usize,
}

/// What a target is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Open { banner: Vec<u8> },
    Closed,
    Filtered,
    Failed(ErrorKind),
}

/// Dials all of them.
pub fn scan(targets: &[SocketAddr], dial: &impl Dial, limits: Limits) -> Vec<Verdict> {
    // TODO: Work on several targets at once.
    targets
        .iter()
        .map(|&target| judge(dial.dial(target, limits.dialling), limits))
        .collect()
}

fn judge(dialled: io::Result<Box<dyn Line>>, limits: Limits) -> Verdict {
    // TODO: Tell apart who refused, who did not answer, and what went wrong here.
    match dialled {
        Ok(line) => Verdict::Open {
            banner: banner(line, limits),
        },
        Err(_) => Verdict::Closed,
    }
}

fn banner(line: Box<dyn Line>, limits: Limits) -> Vec<u8> {
    // TODO: Read the first line, for a limited time, and no more than its limit.
    drop(line);
    Vec::with_capacity(limits.banner.min(64))
}
