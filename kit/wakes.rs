//! Who was woken, by which waker: the desk of the [`Strict`](crate::Strict) executor.

use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::Wake;

/// What is known about the tasks. Wakers may be called from anywhere, so it is shared between threads.
#[derive(Default)]
pub(crate) struct Desk {
    pub(crate) ready: VecDeque<usize>,
    pub(crate) records: Vec<Record>,
}

#[derive(Default)]
pub(crate) struct Record {
    pub(crate) polls: u64,
    pub(crate) wakes: u64,
    stale: u64,
    queued: bool,
    pub(crate) done: bool,
    last: Weak<Bell>,
}

impl Desk {
    /// A new task, to be polled after all that are ready already.
    pub(crate) fn enter(&mut self) -> usize {
        let number = self.records.len();
        self.records.push(Record { queued: true, ..Record::default() });
        self.ready.push_back(number);
        number
    }

    /// How many are not done.
    pub(crate) fn waiting(&self) -> usize {
        let mut count = 0;
        for record in &self.records {
            count += usize::from(!record.done);
        }
        count
    }
}

/// The waker of one single poll.
pub(crate) struct Bell {
    task: usize,
    poll: u64,
    desk: Arc<Mutex<Desk>>,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        let mut desk = open(&self.desk);
        let Desk { ready, records } = &mut *desk;
        let record = &mut records[self.task];
        if record.done {
            return;
        }
        if record.polls != self.poll {
            record.stale += 1;
            return;
        }
        record.wakes += 1;
        if !record.queued {
            record.queued = true;
            ready.push_back(self.task);
        }
    }
}

/// The desk, also after a panic elsewhere: its numbers are whole at any time.
pub(crate) fn open(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Who is to be polled now, for the how many-th time, and the waker of that poll.
pub(crate) fn next_poll(desk: &Arc<Mutex<Desk>>) -> Option<(usize, u64, Arc<Bell>)> {
    let mut open = open(desk);
    let number = open.ready.pop_front()?;
    let record = &mut open.records[number];
    record.queued = false;
    record.polls += 1;
    let poll = record.polls;
    let bell = Arc::new(Bell { task: number, poll, desk: Arc::clone(desk) });
    record.last = Arc::downgrade(&bell);
    Some((number, poll, bell))
}

/// What is said where nothing goes on any more.
pub(crate) fn lost(desk: &Desk) -> String {
    let mut text = format!(
        "a lost wake-up: {} of {} tasks are not done, and nobody is woken any more",
        desk.waiting(),
        desk.records.len()
    );
    for (number, record) in desk.records.iter().enumerate() {
        if record.done {
            continue;
        }
        let cause = if record.stale > 0 {
            "the waker of an earlier poll was called; expected the one of the last poll"
        } else if record.last.strong_count() == 0 {
            "nobody has the waker of the last poll; expected it to be kept until it is called"
        } else {
            "the waker of the last poll is kept, but was not called; expected a call once there is news"
        };
        let _ = write!(text, "\n  task {number}: polls {}, wakes {}; {cause}", record.polls, record.wakes);
    }
    text
}
