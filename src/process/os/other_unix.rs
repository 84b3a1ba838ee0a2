//! What Unix systems other than Linux (macOS, the BSDs) have instead of its means: less. A process
//! that leaves its group is not found here, and the memory limit holds only where the system keeps
//! `RLIMIT_AS`. Untested: it compiles.

use std::io;
use std::time::Duration;

use rustix::process::{Pid, Resource, Rlimit, getppid, getrlimit, setrlimit};

/// How often the supervisor looks whether its parent lives: no signal says so.
pub(super) const LOOK_AFTER_PARENT: Option<Duration> = Some(Duration::from_millis(500));

/// Orphans fall to the system's first process here, whatever we would like.
pub(super) fn adopt_orphans() {}

/// There is no such request here; see [`LOOK_AFTER_PARENT`].
#[expect(clippy::unnecessary_wraps, reason = "on Linux it can fail")]
pub(super) fn end_with_parent() -> io::Result<()> {
    Ok(())
}

/// Whether the process that started this one is dead.
pub(super) fn parent_is_gone(parent: Option<i32>) -> bool {
    parent.is_some_and(|parent| getppid().is_none_or(|now| now.as_raw_nonzero().get() != parent))
}

/// Limits this process; what it starts inherits that.
pub(super) fn limit_own(memory_mb: u64) -> io::Result<()> {
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    let most = getrlimit(Resource::As).maximum;
    let wanted = memory_mb.saturating_mul(1 << 20);
    let limit = Some(most.map_or(wanted, |most| most.min(wanted)));
    // macOS may refuse it: a program without a memory limit is better than none.
    let _ = setrlimit(Resource::As, Rlimit { current: limit, maximum: limit });
    Ok(())
}

/// The program has inherited the limit; it cannot be changed from outside here.
pub(super) fn hand_limit_over(_program: Pid) {}

/// The core limit of zero is enough here.
pub(super) fn leave_no_core() {}

/// Nobody but the program is a child here.
pub(super) fn children() -> Vec<Pid> {
    Vec::new()
}

/// Orphans do not fall to this process here.
pub(super) fn end_orphans(_memory_mb: u64, _supervisor: Pid) {}
