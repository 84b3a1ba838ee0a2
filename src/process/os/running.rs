//! Who is running: the register that lets one call end everything. It must not decide how a run
//! ended; each run does that for itself.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::group::Group;
use super::one_run::Event;

/// After the last means the runs get this long to notice, then they are cleared from here.
const NOTICE: Duration = Duration::from_millis(100);

#[derive(Debug, Default)]
pub(super) struct Running {
    closed: AtomicBool,
    places: Mutex<Places>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Places {
    next: u64,
    /// `None` while the program is being started, so that nobody slips past [`Running::end_all`].
    taken: BTreeMap<u64, Option<Live>>,
}

#[derive(Debug)]
struct Live {
    group: Arc<Group>,
    tell: SyncSender<Event>,
}

/// The right to run one program; given back when dropped.
pub(super) struct Place {
    of: Arc<Running>,
    id: u64,
}

impl Running {
    /// A place for one more, unless everything is being ended.
    pub(super) fn reserve(self: &Arc<Self>) -> Option<Place> {
        let mut places = self.lock();
        if self.closed.load(Ordering::SeqCst) {
            return None;
        }
        let id = places.next;
        places.next += 1;
        places.taken.insert(id, None);
        Some(Place { of: Arc::clone(self), id })
    }

    pub(super) fn end_all(&self) {
        {
            let places = self.lock();
            self.closed.store(true, Ordering::SeqCst);
            for live in places.taken.values().flatten() {
                live.group.ask_to_end();
                let _ = live.tell.try_send(Event::Look); // full: it is awake anyway
            }
        }
        if self.empty_within(Group::PATIENCE) {
            return;
        }
        self.groups().iter().for_each(|group| group.kill());
        if self.empty_within(NOTICE) {
            return;
        }
        // Their threads are stuck, in a listener perhaps: what they would have cleared is cleared here.
        self.groups().iter().for_each(|group| group.clear());
    }

    fn groups(&self) -> Vec<Arc<Group>> {
        self.lock().taken.values().flatten().map(|live| Arc::clone(&live.group)).collect()
    }

    fn empty_within(&self, longest: Duration) -> bool {
        let until = Instant::now() + longest;
        let mut places = self.lock();
        while !places.taken.is_empty() {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            places = self.changed.wait_timeout(places, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        // Each change is one insertion or removal: a panic elsewhere leaves nothing half done.
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Enters the program that was started. If everything is being ended, it is asked to end too.
    pub(super) fn fill(&self, group: &Arc<Group>, tell: &SyncSender<Event>) {
        let mut places = self.of.lock();
        if self.closing() {
            group.ask_to_end();
        }
        places.taken.insert(self.id, Some(Live { group: Arc::clone(group), tell: tell.clone() }));
    }

    /// Whether everything is being ended.
    pub(super) fn closing(&self) -> bool {
        self.of.closed.load(Ordering::SeqCst)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.of.lock().taken.remove(&self.id);
        self.of.changed.notify_all();
    }
}
