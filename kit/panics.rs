//! A guard that turns a panic in a thread nobody joins into a failed test.

use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

type Hook = Box<dyn Fn(&panic::PanicHookInfo<'_>) + Send + Sync>;

/// The panic hook belongs to the whole process: one guard at a time.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Watches every thread but the caller's until the guard is dropped. The drop panics if a watched
/// thread did, so keep the guard in a variable (`let _watch = …`; a bare `_` would drop it at once).
///
/// Not watched are the threads of other tests, which may panic on purpose: their names are paths.
#[must_use = "it watches until it is dropped"]
pub fn no_stray_panics() -> StrayPanics {
    let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let seen = Arc::new(AtomicUsize::new(0));
    let previous: Arc<Hook> = Arc::new(panic::take_hook());
    let (counter, own, forward) = (Arc::clone(&seen), thread::current().id(), Arc::clone(&previous));
    panic::set_hook(Box::new(move |info| {
        let thread = thread::current();
        let of_a_test = thread.name().is_some_and(|name| name.contains("::"));
        if thread.id() != own && !of_a_test {
            counter.fetch_add(1, Ordering::SeqCst);
        }
        forward(info);
    }));
    StrayPanics { seen, previous, _turn: turn }
}

/// Watches for panics in other threads; made by [`no_stray_panics`].
pub struct StrayPanics {
    seen: Arc<AtomicUsize>,
    previous: Arc<Hook>,
    _turn: MutexGuard<'static, ()>,
}

impl StrayPanics {
    /// How many panics other threads have had so far.
    pub fn count(&self) -> usize {
        self.seen.load(Ordering::SeqCst)
    }
}

impl Drop for StrayPanics {
    fn drop(&mut self) {
        // A thread that panics may not touch the hook; the test has failed by itself then.
        if thread::panicking() {
            return;
        }
        let previous = Arc::clone(&self.previous);
        panic::set_hook(Box::new(move |info| previous(info)));
        let count = self.count();
        assert!(count == 0, "{count} panic(s) in threads that nobody asked for their result");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_an_unjoined_thread_is_seen() {
        let watch = no_stray_panics();
        let thread = thread::spawn(|| panic!("on purpose"));
        while !thread.is_finished() {
            thread::yield_now();
        }
        assert_eq!(watch.count(), 1);
        let outcome = panic::catch_unwind(panic::AssertUnwindSafe(|| drop(watch)));
        assert!(outcome.is_err(), "the guard lets nothing pass");
    }

    #[test]
    fn quiet_threads_pass() {
        let _watch = no_stray_panics();
        let _ = thread::spawn(|| 1).join();
    }

    #[test]
    fn another_test_may_panic_on_purpose() {
        let watch = no_stray_panics();
        let panics = |name: &str| {
            let thread = thread::Builder::new().name(name.to_owned());
            thread.spawn(|| panic!("on purpose")).expect("a thread").join().expect_err("it panics");
            watch.count()
        };
        assert_eq!((panics("checks::an_empty_list_panics"), panics("worker")), (0, 1));
        assert!(panic::catch_unwind(panic::AssertUnwindSafe(|| drop(watch))).is_err());
    }
}
