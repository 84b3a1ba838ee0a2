//! An executor on one thread that keeps to the letter of the contract between a future and whoever polls it,
//! and says which side has broken it.
//!
//! It polls a future only after a wake, gives every poll a waker of its own, and takes only the waker of the
//! last poll for a wake. It never waits for anything outside: what can happen no more is told at once.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};

use crate::VirtualClock;
use crate::wakes::{self, Desk, open};

thread_local! {
    static POLLING: Cell<bool> = const { Cell::new(false) };
}

/// Says that the caller would block the thread. Calls that stand for something slow begin with it.
///
/// # Panics
///
/// If a [`Strict`] executor is polling a future on this thread: every other task would have to wait.
pub fn blocking(what: &str) {
    assert!(
        !POLLING.get(),
        "{what} blocks the thread, and it was called inside of a poll: expected a future that returns \
         Pending and is woken later"
    );
}

/// While it lives, a future is being polled on this thread.
struct Polling;

impl Polling {
    fn begin() -> Self {
        POLLING.set(true);
        Self
    }
}

impl Drop for Polling {
    fn drop(&mut self) {
        POLLING.set(false);
    }
}

type Job<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// The strict executor. Clones are the same one, so a task can own one and spawn others.
///
/// ```
/// use std::time::Duration;
/// let clock = kit::VirtualClock::new();
/// let strict = kit::Strict::new().with_clock(&clock);
/// strict.finish(clock.sleep(Duration::from_secs(60)));
/// assert_eq!(clock.now(), Duration::from_secs(60), "and nobody has waited");
/// ```
///
/// What the tasks borrow has to be declared before the executor.
#[derive(Clone)]
pub struct Strict<'a> {
    desk: Arc<Mutex<Desk>>,
    jobs: Rc<RefCell<Vec<Option<Job<'a>>>>>,
    clock: Option<VirtualClock>,
    most_polls: u64,
}

impl Default for Strict<'_> {
    fn default() -> Self {
        Self { desk: Arc::default(), jobs: Rc::default(), clock: None, most_polls: 10_000 }
    }
}

impl<'a> Strict<'a> {
    /// An executor without tasks and without a clock. A task may be polled ten thousand times.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves this clock to the next sleeper whenever nothing else can go on.
    #[must_use]
    pub fn with_clock(self, clock: &VirtualClock) -> Self {
        Self { clock: Some(clock.clone()), ..self }
    }

    /// Complains once a task was polled more often than this.
    #[must_use]
    pub fn with_most_polls(self, most_polls: u64) -> Self {
        Self { most_polls, ..self }
    }

    /// Takes a future in. It is polled by [`run`](Self::run), after all that are ready already.
    pub fn spawn<T: 'a>(&self, future: impl Future<Output = T> + 'a) -> Task<T> {
        let result = Rc::new(RefCell::new(None));
        let slot = Rc::clone(&result);
        let job: Job<'a> = Box::pin(async move {
            let value = future.await;
            *slot.borrow_mut() = Some(value);
        });
        self.jobs.borrow_mut().push(Some(job));
        let number = open(&self.desk).enter();
        Task { number, desk: Arc::clone(&self.desk), result }
    }

    /// Polls whoever was woken, in the order of the wakes, until nobody is. The clock stands still.
    /// Says how many tasks are not done.
    ///
    /// # Panics
    ///
    /// If a task is polled too often, or if this is called inside of a poll.
    pub fn run_until_stalled(&self) -> usize {
        blocking("Strict::run_until_stalled");
        while let Some((number, poll, bell)) = wakes::next_poll(&self.desk) {
            assert!(
                poll <= self.most_polls,
                "task {number} was to be polled for the time number {poll}, and {} are enough: a future that wakes itself \
                 in each poll, or is woken without news, keeps the thread busy for nothing",
                self.most_polls
            );
            let Some(mut job) = self.jobs.borrow_mut()[number].take() else { continue };
            let waker = Waker::from(bell);
            let polling = Polling::begin();
            let outcome = job.as_mut().poll(&mut Context::from_waker(&waker));
            drop(polling);
            if outcome.is_pending() {
                self.jobs.borrow_mut()[number] = Some(job);
            } else {
                open(&self.desk).records[number].done = true;
            }
        }
        open(&self.desk).waiting()
    }

    /// Runs until every task is done. Where nobody is woken, the clock moves on to the next sleeper.
    ///
    /// # Panics
    ///
    /// If a task is not done and nothing can wake it any more, and where
    /// [`run_until_stalled`](Self::run_until_stalled) does.
    pub fn run(&self) {
        while self.run_until_stalled() > 0 {
            let moved = self.clock.as_ref().is_some_and(VirtualClock::advance_to_next);
            assert!(moved || !open(&self.desk).ready.is_empty(), "{}", wakes::lost(&open(&self.desk)));
        }
    }

    /// Spawns `future`, runs until every task is done, and gives its value.
    ///
    /// # Panics
    ///
    /// As [`run`](Self::run).
    pub fn finish<T: 'a>(&self, future: impl Future<Output = T> + 'a) -> T {
        let task = self.spawn(future);
        self.run();
        task.take().expect("every task is done")
    }
}

/// A task of a [`Strict`] executor: what it did and what came of it.
pub struct Task<T> {
    number: usize,
    desk: Arc<Mutex<Desk>>,
    result: Rc<RefCell<Option<T>>>,
}

impl<T> Task<T> {
    /// How often it was polled.
    #[must_use]
    pub fn polls(&self) -> u64 {
        open(&self.desk).records[self.number].polls
    }

    /// How often the waker of its last poll was called; calls in a row count one by one.
    #[must_use]
    pub fn wakes(&self) -> u64 {
        open(&self.desk).records[self.number].wakes
    }

    /// Whether it has given its value.
    #[must_use]
    pub fn is_done(&self) -> bool {
        open(&self.desk).records[self.number].done
    }

    /// The value, once it is there; a second time there is none.
    #[must_use]
    pub fn take(&self) -> Option<T> {
        self.result.borrow_mut().take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::any::Any;
    use std::future::{pending, poll_fn, ready};
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::task::Poll;
    use std::time::Duration;

    const SECOND: Duration = Duration::from_secs(1);

    fn words(work: impl FnOnce()) -> String {
        let words: Box<dyn Any + Send> = catch_unwind(AssertUnwindSafe(work)).expect_err("it panics");
        *words.downcast::<String>().expect("with a text")
    }

    /// Pending once; what it does with its waker is up to `keep`.
    fn second_time(mut keep: impl FnMut(&Waker)) -> impl Future<Output = ()> {
        let mut polled = false;
        poll_fn(move |cx| {
            if polled {
                return Poll::Ready(());
            }
            polled = true;
            keep(cx.waker());
            Poll::Pending
        })
    }

    #[test]
    fn tasks_run_in_the_order_of_their_wakes() {
        let (log, wakers) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
        let strict = Strict::new();
        let tasks: Vec<Task<()>> = (0..3)
            .map(|number| {
                let (log, wakers) = (&log, &wakers);
                strict.spawn(async move {
                    second_time(|waker| wakers.borrow_mut().push(waker.clone())).await;
                    log.borrow_mut().push(number);
                })
            })
            .collect();
        assert_eq!(strict.run_until_stalled(), 3);
        assert!(log.borrow().is_empty(), "nobody was woken");
        for number in [2, 0, 1] {
            wakers.borrow()[number].wake_by_ref();
            wakers.borrow()[number].wake_by_ref();
        }
        strict.run();
        assert_eq!(*log.borrow(), [2, 0, 1]);
        assert_eq!(tasks.iter().map(|task| (task.polls(), task.wakes())).collect::<Vec<_>>(), [(2, 2); 3]);
        assert!(tasks.iter().all(Task::is_done));
    }

    #[test]
    fn a_wake_during_the_poll_is_not_lost() {
        let strict = Strict::new();
        assert_eq!(strict.finish(async { second_time(Waker::wake_by_ref).await }), ());
        let task = strict.spawn(ready("a word"));
        strict.run();
        assert_eq!((task.take(), task.take(), task.polls()), (Some("a word"), None, 1));
    }

    #[test]
    fn the_clock_moves_when_all_sleep() {
        let clock = VirtualClock::new();
        let log = RefCell::new(Vec::new());
        let strict = Strict::new().with_clock(&clock);
        for (name, time) in [("late", 5), ("early", 2)] {
            let (clock, log, other) = (clock.clone(), &log, strict.clone());
            strict.spawn(async move {
                clock.sleep(time * SECOND).await;
                log.borrow_mut().push((name, clock.now().as_secs()));
                other.spawn(async move { log.borrow_mut().push(("child", clock.now().as_secs())) });
            });
        }
        strict.run();
        assert_eq!(*log.borrow(), [("early", 2), ("child", 2), ("late", 5), ("child", 5)]);
    }

    #[test]
    fn a_lost_wake_up_is_told_with_its_cause() {
        let said = words(|| Strict::new().finish(pending::<()>()));
        assert!(said.starts_with("a lost wake-up: 1 of 1 tasks are not done"), "{said}");
        assert!(said.contains("task 0: polls 1, wakes 0; nobody has the waker"), "{said}");

        let kept = RefCell::new(None);
        let said =
            words(|| Strict::new().finish(second_time(|waker| *kept.borrow_mut() = Some(waker.clone()))));
        assert!(said.contains("the waker of the last poll is kept, but was not called"), "{said}");
    }

    #[test]
    fn the_waker_of_an_earlier_poll_wakes_nobody() {
        let first = RefCell::new(None::<Waker>);
        let strict = Strict::new();
        strict.spawn(poll_fn(|cx| {
            // Only the first waker is kept, and the second poll comes from elsewhere.
            if first.borrow().is_none() {
                *first.borrow_mut() = Some(cx.waker().clone());
                cx.waker().wake_by_ref();
            }
            Poll::<()>::Pending
        }));
        strict.run_until_stalled();
        first.borrow().as_ref().expect("it was polled").wake_by_ref();
        let said = words(|| strict.run());
        assert!(said.contains("task 0: polls 2, wakes 1; the waker of an earlier poll was called"), "{said}");
    }

    #[test]
    fn a_future_that_wakes_itself_for_ever_is_stopped() {
        let said = words(|| {
            Strict::new().with_most_polls(7).finish(poll_fn(|cx| {
                cx.waker().wake_by_ref();
                Poll::<()>::Pending
            }));
        });
        assert!(
            said.starts_with("task 0 was to be polled for the time number 8, and 7 are enough"),
            "{said}"
        );
    }

    #[test]
    fn blocking_inside_of_a_poll_is_told() {
        let clock = VirtualClock::new();
        clock.block_for(SECOND);
        let said = words(|| Strict::new().finish(async { clock.block_for(SECOND) }));
        assert!(said.starts_with("VirtualClock::block_for blocks the thread"), "{said}");
        let said = words(|| Strict::new().finish(async { Strict::new().finish(ready(())) }));
        assert!(said.starts_with("Strict::run_until_stalled blocks the thread"), "{said}");
        assert_eq!(clock.now(), SECOND);
        Strict::new().finish(ready(()));
    }

    #[test]
    fn a_wake_from_another_thread_counts() {
        let sent = RefCell::new(None);
        let strict = Strict::new();
        strict.spawn(second_time(|waker| *sent.borrow_mut() = Some(waker.clone())));
        strict.run_until_stalled();
        let waker = sent.take().expect("it was polled");
        std::thread::spawn(move || waker.wake()).join().expect("no panic");
        strict.run();
    }
}
