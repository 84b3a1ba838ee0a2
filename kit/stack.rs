//! A small stack: what recurses once for each element does not fit on it, and what loops does.

use std::panic;
use std::thread;

/// Runs `work` on a thread of its own with a stack of about this many bytes and gives its result; a panic of
/// `work` goes on here. The system may round up, mostly to some ten thousand bytes.
///
/// A stack that overflows ends the whole program, and the runner tells that. So give room for what is no
/// recursion (64 KiB is plenty), and take a depth that needs many times as much.
///
/// ```
/// let sum = kit::with_small_stack(64 * 1024, || (1..=1_000_000_u64).sum::<u64>());
/// assert_eq!(sum, 500_000_500_000);
/// ```
///
/// # Panics
///
/// If `work` does, or if the system gives no thread.
pub fn with_small_stack<R: Send>(bytes: usize, work: impl FnOnce() -> R + Send) -> R {
    thread::scope(|scope| {
        // Under the caller's name: messages, that of an overflow too, shall name the test.
        let name = thread::current().name().unwrap_or("small stack").to_owned();
        let thread = thread::Builder::new().name(name).stack_size(bytes);
        let running = thread.spawn_scoped(scope, work).expect("the system gives a thread");
        running.join().unwrap_or_else(|payload| panic::resume_unwind(payload))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hint::black_box;

    /// Takes about a KiB of stack for each level.
    fn depth(levels: u64) -> u64 {
        let room = black_box([levels; 128]);
        if levels == 0 { 0 } else { 1 + depth(black_box(levels - 1)) + (room[1] - room[2]) }
    }

    #[test]
    fn results_and_panics_come_back() {
        let text = String::from("borrowed");
        assert_eq!(with_small_stack(64 * 1024, || text.len() as u64 + depth(10)), 18);
        let outcome = panic::catch_unwind(|| with_small_stack(64 * 1024, || panic!("words")));
        assert_eq!(outcome.expect_err("it panics").downcast_ref::<&str>(), Some(&"words"));
    }

    /// In a process of its own, since an overflow ends it.
    #[test]
    #[cfg_attr(miri, ignore = "starts a program")]
    fn deep_recursion_does_not_fit() {
        const CHILD: &str = "KIT_DEEP";
        if let Ok(bytes) = std::env::var(CHILD) {
            let bytes = bytes.parse().expect("a number");
            assert_eq!(with_small_stack(bytes, || depth(1_500)), 1_500);
            return;
        }
        let run = |bytes: &str| {
            std::process::Command::new(std::env::current_exe().expect("it has a path"))
                .args(["--exact", "stack::tests::deep_recursion_does_not_fit"])
                .env(CHILD, bytes)
                .output()
                .expect("it starts")
        };
        let small = run("65536");
        assert!(!small.status.success());
        assert!(String::from_utf8_lossy(&small.stderr).contains("overflowed its stack"), "{small:?}");
        assert!(run("16777216").status.success());
    }
}
