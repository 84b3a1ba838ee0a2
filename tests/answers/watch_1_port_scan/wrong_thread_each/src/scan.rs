// A thread for each target.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::thread;
use std::time::{Duration, Instant};

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
    thread::scope(|scope| {
        let judged: Vec<_> = targets
            .iter()
            .map(|&target| scope.spawn(move || judge(dial.dial(target, limits.dialling), limits)))
            .collect();
        judged
            .into_iter()
            .map(|judged| judged.join().expect("it only dials"))
            .collect()
    })
}

fn judge(dialled: io::Result<Box<dyn Line>>, limits: Limits) -> Verdict {
    match dialled.map_err(|error| error.kind()) {
        Ok(line) => Verdict::Open {
            banner: banner(line, limits),
        },
        Err(ErrorKind::ConnectionRefused) => Verdict::Closed,
        Err(ErrorKind::TimedOut | ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable) => {
            Verdict::Filtered
        }
        Err(other) => Verdict::Failed(other),
    }
}

fn banner(mut line: Box<dyn Line>, limits: Limits) -> Vec<u8> {
    let end = Instant::now() + limits.reading;
    let (mut banner, mut piece) = (Vec::new(), [0; 256]);
    while banner.len() < limits.banner {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() || line.patience(left).is_err() {
            break;
        }
        let room = piece.len().min(limits.banner - banner.len());
        let came = match line.read(&mut piece[..room]) {
            Ok(0) => break,
            Ok(came) => came,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => break,
        };
        let before = banner.len();
        banner.extend_from_slice(&piece[..came]);
        if let Some(at) = banner[before..].iter().position(|&byte| byte == b'\n') {
            banner.truncate(before + at);
            if banner.last() == Some(&b'\r') {
                banner.pop();
            }
            break;
        }
    }
    banner
}
