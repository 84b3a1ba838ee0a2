//! What Linux alone offers: processes that lost their parent come to the keeper instead of to init, so that
//! none can get away. It ends every child of the calling process, so only the keeper may use it.

use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, waitpid};

/// From now on, descendants that lose their parent become our children.
pub(super) fn adopt_orphans() {
    // Kernels without it are older than any Rust that runs here; then only groups are ended.
    let _ = set_child_subreaper(Some(getpid()));
}

/// Ends and collects every child of ours, and what becomes our child by that.
pub(super) fn end_orphans() {
    let until = Instant::now() + Duration::from_secs(1);
    loop {
        let orphans = children();
        if orphans.is_empty() || Instant::now() >= until {
            return;
        }
        for &pid in &orphans {
            let _ = kill_process(pid, Signal::KILL);
        }
        for &pid in &orphans {
            // Killed processes end at once unless the kernel holds them; those are left to a later turn.
            let _ = waitpid(Some(pid), WaitOptions::NOHANG);
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Our children now, of all our threads.
fn children() -> Vec<Pid> {
    let Ok(tasks) = std::fs::read_dir("/proc/self/task") else { return Vec::new() };
    let mut found = Vec::new();
    let mut readable = true;
    for task in tasks.flatten() {
        match std::fs::read_to_string(task.path().join("children")) {
            Ok(list) => found.extend(list.split_whitespace().filter_map(parse)),
            // The thread ended meanwhile, or the kernel was built without this list.
            Err(error) => readable &= error.kind() != std::io::ErrorKind::NotFound || !task.path().exists(),
        }
    }
    if readable { found } else { children_by_scan() }
}

/// The slow way, for kernels without `/proc/…/children`: the parent of every process.
fn children_by_scan() -> Vec<Pid> {
    let own = getpid().as_raw_nonzero().get().to_string();
    let Ok(all) = std::fs::read_dir("/proc") else { return Vec::new() };
    let is_ours = |name: &str| {
        let stat = std::fs::read_to_string(format!("/proc/{name}/stat")).unwrap_or_default();
        // The name in brackets may hold anything, brackets and spaces included.
        stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)).is_some_and(|p| p == own)
    };
    let names = all.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    names
        .filter(|name| name.bytes().all(|b| b.is_ascii_digit()) && is_ours(name))
        .filter_map(|n| parse(&n))
        .collect()
}

fn parse(word: &str) -> Option<Pid> {
    Pid::from_raw(word.parse().ok()?)
}
