//! File events: which paths were written. It drops nothing, decides nothing, and looks at the files itself
//! where the system sends no events.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::{Duration, SystemTime};

use notify::{EventKind, RecursiveMode, Watcher as _};

/// How long an event may take before we believe that none will come.
const PROBE: Duration = Duration::from_millis(400);

/// How often files are looked at where no events arrive.
const POLL: Duration = Duration::from_millis(100);

/// Tells written paths until it is dropped.
pub struct Files {
    _watcher: Option<notify::RecommendedWatcher>,
}

/// Whether the system sends events for this directory: a probe file is written and waited for.
#[must_use]
pub fn events_arrive(dir: &Path) -> bool {
    let (send, events) = channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let _ = send.send(event.is_ok());
    });
    let Ok(mut watcher) = watcher else { return false };
    if watcher.watch(dir, RecursiveMode::NonRecursive).is_err() {
        return false;
    }
    let probe = tempfile::Builder::new().prefix(".probe").tempfile_in(dir);
    probe.is_ok() && events.recv_timeout(PROBE).unwrap_or(false)
}

impl Files {
    /// Tells every path that is written, created or renamed to below `dir`.
    pub fn watch(dir: &Path, tell: impl Fn(PathBuf) + Send + 'static) -> notify::Result<Self> {
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // Errors are about single paths that came and went; the next event of a file tells it again.
            if let Ok(event) = event
                && !matches!(
                    event.kind,
                    EventKind::Access(notify::event::AccessKind::Open(_) | notify::event::AccessKind::Read)
                )
            {
                event.paths.into_iter().for_each(&tell);
            }
        })?;
        watcher.watch(dir, RecursiveMode::Recursive)?;
        Ok(Self { _watcher: Some(watcher) })
    }

    /// Looks at these files ten times a second, for directories without events.
    pub fn poll(paths: Vec<PathBuf>, tell: impl Fn(PathBuf) + Send + 'static) -> std::io::Result<Self> {
        let look = move || {
            let stamp = |path: &PathBuf| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
            let mut known: BTreeMap<PathBuf, Option<SystemTime>> =
                paths.iter().map(|path| (path.clone(), stamp(path))).collect();
            loop {
                std::thread::sleep(POLL);
                for (path, before) in &mut known {
                    let now = stamp(path);
                    if now != *before {
                        *before = now;
                        tell(path.clone());
                    }
                }
            }
        };
        std::thread::Builder::new().name("poll".to_owned()).spawn(look)?;
        Ok(Self { _watcher: None })
    }
}
