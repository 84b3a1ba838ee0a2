//! What only Linux has: orphans that fall to us, a signal when the parent dies, limits of another
//! process, and /proc to find children in. It must not decide when any of it is used.

use std::fs;
use std::io;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{
    DumpableBehavior, Pid, Resource, Rlimit, Signal, WaitOptions, getpid, getppid, getrlimit, kill_process,
    prlimit, set_child_subreaper, set_dumpable_behavior, set_parent_process_death_signal, setrlimit, waitpid,
};

/// How often the supervisor looks whether its parent lives: never, a signal says so.
pub(super) const LOOK_AFTER_PARENT: Option<Duration> = None;

/// How long orphans of a killed supervisor are hunted. Each is killed at first sight; only a program
/// that forks faster than /proc can be read needs more than a few milliseconds.
const HUNT: Duration = Duration::from_secs(1);

/// Makes orphans below this process its children.
pub(super) fn adopt_orphans() {
    // Kernels since 3.4 know it. Where it is forbidden, only a killed supervisor leaves somebody.
    let _ = set_child_subreaper(Some(getpid()));
}

/// Asks for SIGTERM when the thread that started this process ends. That thread waits for this
/// process, so it ends only when the whole process does.
pub(super) fn end_with_parent() -> io::Result<()> {
    Ok(set_parent_process_death_signal(Some(Signal::TERM))?)
}

/// Whether the process that started this one is dead. It may have died before
/// [`end_with_parent`] was called, and then no signal comes.
pub(super) fn parent_is_gone(parent: Option<i32>) -> bool {
    parent.is_some_and(|parent| getppid().is_none_or(|now| now.as_raw_nonzero().get() != parent))
}

/// Limits this process; what it starts inherits that.
pub(super) fn limit_own(memory_mb: u64) -> io::Result<()> {
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    let most = getrlimit(Resource::As).maximum;
    let wanted = mark(memory_mb, getpid());
    let current = Some(most.map_or(wanted, |most| most.min(wanted)));
    Ok(setrlimit(Resource::As, Rlimit { current, maximum: most })?)
}

/// Makes the limit final for `program`, and frees this process of it: the supervisor must be able to
/// work however little the program may have.
pub(super) fn hand_limit_over(program: Pid) {
    let own = getrlimit(Resource::As);
    // It may have ended already, and then needs no limit.
    let _ = prlimit(Some(program), Resource::As, Rlimit { current: own.current, maximum: own.current });
    let _ = setrlimit(Resource::As, Rlimit { current: own.maximum, maximum: own.maximum });
}

/// Ends without a core dump, even where a helper of the system collects them: it would be the dump of
/// the supervisor, and cost the learner its time.
pub(super) fn leave_no_core() {
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// The children of this process, zombies included.
pub(super) fn children() -> Vec<Pid> {
    let own = getpid().to_string();
    let Ok(all) = fs::read_dir("/proc") else { return Vec::new() };
    let number = |name: std::ffi::OsString| Pid::from_raw(name.to_str()?.parse().ok()?);
    let is_child = |pid: &Pid| {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        // `pid (name) state parent …`, and the name may itself hold parentheses and blanks.
        stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)) == Some(&own)
    };
    all.flatten().filter_map(|entry| number(entry.file_name())).filter(is_child).collect()
}

/// Kills and reaps what a dead supervisor has left to this process. Whose a child is tells its memory
/// limit, which descendants inherit: anything else that became our child meanwhile,
/// an editor that detached itself for instance, is left alone.
pub(super) fn end_orphans(memory_mb: u64, supervisor: Pid) {
    let mark = mark(memory_mb, supervisor);
    let until = Instant::now() + HUNT;
    loop {
        let mut orphans = children();
        orphans.retain(|pid| {
            let limits = fs::read_to_string(format!("/proc/{pid}/limits")).unwrap_or_default();
            *pid != supervisor && has_limit(&limits, mark)
        });
        if orphans.is_empty() || Instant::now() > until {
            return;
        }
        for orphan in &orphans {
            let _ = kill_process(*orphan, Signal::KILL);
        }
        for orphan in orphans {
            while matches!(waitpid(Some(orphan), WaitOptions::NOHANG), Ok(None)) && Instant::now() < until {
                thread::sleep(Duration::from_millis(1));
            }
        }
    }
}

/// The memory limit in bytes. Subtracting the supervisor's number costs at most 4 MiB and makes the
/// limit a mark of this one run.
fn mark(memory_mb: u64, supervisor: Pid) -> u64 {
    let number = u64::from(supervisor.as_raw_nonzero().get().unsigned_abs());
    memory_mb.saturating_mul(1 << 20).saturating_sub(number)
}

/// Whether the text of `/proc/…/limits` names this limit of the address space, as either of its two:
/// the program inherits the lower one, and its supervisor may be dead before it could make that final
/// in [`hand_limit_over`].
fn has_limit(limits: &str, bytes: u64) -> bool {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max address space")).unwrap_or_default();
    line.split_whitespace().take(2).any(|limit| limit.parse() == Ok(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_known_before_and_after_it_is_final() {
        let text =
            |soft, hard| format!("Limit  Soft  Hard  Units\nMax address space  {soft}  {hard}  bytes\n");
        assert!(has_limit(&text("268431111", "unlimited"), 268_431_111));
        assert!(has_limit(&text("1000", "268431111"), 268_431_111));
        assert!(!has_limit(&text("268431112", "unlimited"), 268_431_111));
        assert!(!has_limit("", 268_431_111));
    }

    #[test]
    fn each_run_has_its_own_limit() {
        let of = |pid| mark(256, Pid::from_raw(pid).unwrap());
        assert_ne!(of(4000), of(4001));
        assert!(of(4_194_304) >= 252 << 20, "the largest process number there is costs 4 MiB");
    }
}
