//! [`Cancel`]: a request to end that wakes whoever waits for it. It knows nothing of processes; it
//! must not be able to un-ask, since a late reader would then run what nobody wants.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A request to end, shared between the one who asks and the one who runs. Once asked for, it stays.
#[derive(Clone, Default)]
pub struct Cancel(Arc<Shared>);

#[derive(Default)]
struct Shared {
    asked: AtomicBool,
    wakers: Mutex<Wakers>,
}

#[derive(Default)]
struct Wakers {
    next: u64,
    list: Vec<(u64, Box<dyn Fn() + Send>)>,
}

impl Cancel {
    /// One that nobody has asked for yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks everything that runs under it to end, and wakes those who wait.
    pub fn ask(&self) {
        // The flag first: who subscribes after this sees it, who subscribed before is in the list.
        self.0.asked.store(true, Ordering::SeqCst);
        for (_, wake) in &self.0.lock().list {
            wake();
        }
    }

    /// Whether somebody has asked.
    #[must_use]
    pub fn asked(&self) -> bool {
        self.0.asked.load(Ordering::SeqCst)
    }

    /// Calls `wake` when somebody asks, or at once if somebody has, until the subscription is dropped.
    /// `wake` may be called twice; it must not block and must not touch this `Cancel`.
    pub fn on_ask(&self, wake: impl Fn() + Send + 'static) -> Subscription {
        let mut wakers = self.0.lock();
        if self.asked() {
            wake();
        }
        let id = wakers.next;
        wakers.next += 1;
        wakers.list.push((id, Box::new(wake)));
        Subscription { of: Arc::clone(&self.0), id }
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cancel").field("asked", &self.asked()).finish()
    }
}

impl Shared {
    fn lock(&self) -> std::sync::MutexGuard<'_, Wakers> {
        // A panic in a waker leaves the list as it was: nothing to protect from.
        self.wakers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// While it lives, its waker is called when the [`Cancel`] is asked for.
#[must_use = "dropping it ends the subscription"]
pub struct Subscription {
    of: Arc<Shared>,
    id: u64,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.of.lock().list.retain(|(id, _)| *id != self.id);
    }
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscription").field("id", &self.id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{TryRecvError, channel};

    use super::*;

    #[test]
    fn wakes_those_who_came_before_and_those_who_come_after() {
        let (tell, told) = channel();
        let cancel = Cancel::new();
        let early = tell.clone();
        let before = cancel.on_ask(move || early.send("before").unwrap());
        assert_eq!(told.try_recv(), Err(TryRecvError::Empty));
        cancel.clone().ask();
        assert_eq!(told.try_recv(), Ok("before"));
        let after = cancel.on_ask(move || tell.send("after").unwrap());
        assert_eq!(told.try_recv(), Ok("after"));
        assert!(cancel.asked());
        drop((before, after));
    }

    #[test]
    fn a_dropped_subscription_is_silent() {
        let (tell, told) = channel();
        let cancel = Cancel::new();
        drop(cancel.on_ask(move || tell.send(()).unwrap()));
        cancel.ask();
        assert_eq!(told.try_recv(), Err(TryRecvError::Disconnected), "its waker is gone too");
    }
}
