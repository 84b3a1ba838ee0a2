//! A clock that moves only when it is told to. Nobody waits, and every run is the same.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use crate::executor;

/// Time since a beginning, moved by the test. Clones are the same clock.
#[derive(Clone, Debug, Default)]
pub struct VirtualClock(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    now: Duration,
    /// Who sleeps until when. The number tells who came first.
    sleepers: Vec<(Key, Waker)>,
    came: u64,
}

type Key = (Duration, u64);

impl State {
    fn first(&self) -> Option<Key> {
        let mut first = self.sleepers.first()?.0;
        for (key, _) in &self.sleepers {
            first = first.min(*key);
        }
        Some(first)
    }

    fn take(&mut self, key: Key) -> Option<Waker> {
        let place = self.sleepers.iter().position(|(other, _)| *other == key)?;
        Some(self.sleepers.swap_remove(place).1)
    }
}

impl VirtualClock {
    /// A clock that stands at zero.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How much time has passed since the beginning.
    #[must_use]
    pub fn now(&self) -> Duration {
        self.state().now
    }

    /// How many futures sleep and were polled at least once.
    #[must_use]
    pub fn sleepers(&self) -> usize {
        self.state().sleepers.len()
    }

    /// When the next of them has to be woken.
    #[must_use]
    pub fn next_due(&self) -> Option<Duration> {
        self.state().first().map(|(due, _)| due)
    }

    /// Lets `time` pass. Sleepers are woken in the order in which they are due, each at its own time.
    pub fn advance(&self, time: Duration) {
        let target = later(self.now(), time);
        loop {
            let mut state = self.state();
            let Some(key) = state.first().filter(|(due, _)| *due <= target) else {
                state.now = target.max(state.now);
                return;
            };
            let waker = state.take(key);
            state.now = key.0.max(state.now);
            // The clock is free while others are called: whoever is woken may ask for the time.
            drop(state);
            waker.into_iter().for_each(Waker::wake);
        }
    }

    /// Lets time pass up to the next end of a sleep. `false`: nobody sleeps, and nothing has changed.
    pub fn advance_to_next(&self) -> bool {
        let Some(due) = self.next_due() else { return false };
        self.advance(due.saturating_sub(self.now()));
        true
    }

    /// A future that is ready once this much time has passed, counted from now.
    #[must_use = "a future does nothing until it is polled"]
    pub fn sleep(&self, time: Duration) -> Sleep {
        self.sleep_until(later(self.now(), time))
    }

    /// A future that is ready at this time, at once if it has passed.
    #[must_use = "a future does nothing until it is polled"]
    pub fn sleep_until(&self, due: Duration) -> Sleep {
        Sleep { clock: self.clone(), due, key: None, ended: false }
    }

    /// The mistake that `std::thread::sleep` is in a future, made visible: time passes for everybody.
    ///
    /// # Panics
    ///
    /// If a [`Strict`](crate::Strict) executor is polling a future on this thread.
    pub fn block_for(&self, time: Duration) {
        executor::blocking("VirtualClock::block_for");
        self.advance(time);
    }
}

fn later(now: Duration, time: Duration) -> Duration {
    now.checked_add(time).expect("expected a time that a Duration can hold, but it lies beyond its end")
}

/// A sleep on a [`VirtualClock`]. Dropping it takes its waker from the clock.
#[derive(Debug)]
pub struct Sleep {
    clock: VirtualClock,
    due: Duration,
    key: Option<Key>,
    ended: bool,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        assert!(!self.ended, "expected no poll of a sleep that has ended, but there was one");
        let clock = self.clock.clone();
        let mut state = clock.state();
        // In any case the waker of the poll before is no longer the one to call.
        let key = self.key.take();
        let old = key.and_then(|key| state.take(key));
        if state.now >= self.due {
            self.ended = true;
        } else {
            state.came += 1;
            let key = key.unwrap_or((self.due, state.came));
            state.sleepers.push((key, cx.waker().clone()));
            self.key = Some(key);
        }
        drop(state);
        drop(old);
        if self.ended { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        let waker = self.key.take().and_then(|key| self.clock.state().take(key));
        drop(waker);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::task::Wake;

    const SECOND: Duration = Duration::from_secs(1);

    /// Notes its name and the time when it is woken.
    struct Bell(u64, VirtualClock, Arc<Mutex<Vec<(u64, u64)>>>);

    impl Wake for Bell {
        fn wake(self: Arc<Self>) {
            self.2.lock().expect("no panic").push((self.0, self.1.now().as_secs()));
        }
    }

    fn poll(sleep: &mut Sleep, waker: &Waker) -> Poll<()> {
        Pin::new(sleep).poll(&mut Context::from_waker(waker))
    }

    #[test]
    fn time_stands_still_until_it_is_moved() {
        let clock = VirtualClock::new();
        let mut sleep = clock.sleep(2 * SECOND);
        assert!(poll(&mut sleep, Waker::noop()).is_pending());
        clock.advance(SECOND);
        assert!(poll(&mut sleep, Waker::noop()).is_pending());
        assert_eq!((clock.now(), clock.next_due(), clock.sleepers()), (SECOND, Some(2 * SECOND), 1));
        clock.advance(SECOND);
        assert!(poll(&mut sleep, Waker::noop()).is_ready());
        assert_eq!((clock.sleepers(), clock.advance_to_next()), (0, false));
    }

    #[test]
    fn sleepers_wake_in_order_and_each_at_its_time() {
        let (clock, log) = (VirtualClock::new(), Arc::new(Mutex::new(Vec::new())));
        let mut sleeps: Vec<Sleep> = [3, 1, 2, 1].iter().map(|&n| clock.sleep(n * SECOND)).collect();
        for (number, sleep) in (0..).zip(&mut sleeps) {
            let waker = Waker::from(Arc::new(Bell(number, clock.clone(), Arc::clone(&log))));
            assert!(poll(sleep, &waker).is_pending());
        }
        clock.advance(2 * SECOND);
        assert_eq!(*log.lock().expect("no panic"), [(1, 1), (3, 1), (2, 2)]);
        assert!(clock.advance_to_next());
        assert_eq!(log.lock().expect("no panic").last(), Some(&(0, 3)));
    }

    #[test]
    fn only_the_last_waker_counts_and_a_dropped_sleep_has_none() {
        let (clock, log) = (VirtualClock::new(), Arc::new(Mutex::new(Vec::new())));
        let waker = |number| Waker::from(Arc::new(Bell(number, clock.clone(), Arc::clone(&log))));
        let (mut kept, mut dropped) = (clock.sleep(SECOND), clock.sleep(SECOND));
        assert!(poll(&mut kept, &waker(1)).is_pending() && poll(&mut dropped, &waker(2)).is_pending());
        assert!(poll(&mut kept, &waker(3)).is_pending());
        drop(dropped);
        clock.advance(SECOND);
        assert_eq!(*log.lock().expect("no panic"), [(3, 1)]);
    }

    #[test]
    #[should_panic(expected = "expected no poll of a sleep that has ended")]
    fn a_poll_after_the_end_is_refused() {
        let mut sleep = VirtualClock::new().sleep(Duration::ZERO);
        assert!(poll(&mut sleep, Waker::noop()).is_ready());
        let _ = poll(&mut sleep, Waker::noop());
    }
}
