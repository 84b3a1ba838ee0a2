// Who did not let us in is closed.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let next = AtomicUsize::new(0);
    let verdicts: Vec<Mutex<Option<Verdict>>> = targets.iter().map(|_| Mutex::new(None)).collect();
    let work = || {
        while let Some(place) =
            Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&place| place < targets.len())
        {
            let verdict = judge(dial.dial(targets[place], limits.dialling), limits);
            *verdicts[place]
                .lock()
                .expect("nothing panics while it is held") = Some(verdict);
        }
    };
    thread::scope(|scope| {
        for _ in 0..limits.at_once.get().min(targets.len()) {
            scope.spawn(work);
        }
    });
    let judged = verdicts
        .into_iter()
        .map(|verdict| verdict.into_inner().expect("nothing panicked"));
    judged
        .map(|verdict| verdict.expect("each target was taken by one worker"))
        .collect()
}

fn judge(dialled: io::Result<Box<dyn Line>>, limits: Limits) -> Verdict {
    match dialled.map_err(|error| error.kind()) {
        Ok(line) => Verdict::Open {
            banner: banner(line, limits),
        },
        Err(ErrorKind::ConnectionRefused | ErrorKind::TimedOut) => Verdict::Closed,
        Err(ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable) => Verdict::Filtered,
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
