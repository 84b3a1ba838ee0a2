// Why so: nothing can be moved out of a value whose type has `Drop`, because `drop` would then find a
// hole. An `Option` makes the hole lawful: `into_inner` takes the thing out and leaves `None`, and
// the drop that still follows sees by it that there is nothing to count. The desk's counters are
// cells because `deref` has only `&self`. That `into_inner` is no method keeps the promise of a
// smart pointer: the dot always means the thing.

use std::cell::Cell;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

/// What happened to the things of one library.
#[derive(Debug, Default)]
pub struct Desk {
    pub reads: Cell<u32>,
    pub writes: Cell<u32>,
    pub dropped: Cell<u32>,
    pub handed_out: Cell<u32>,
}

/// Why there is a thing to be found.
const HELD: &str = "only `into_inner` takes the thing";

/// A thing whose every use is counted.
pub struct Tracked<T> {
    /// `None` only between `into_inner` and the drop that follows it at once.
    thing: Option<T>,
    desk: Rc<Desk>,
}

impl<T> Tracked<T> {
    pub fn new(thing: T, desk: &Rc<Desk>) -> Self {
        Tracked {
            thing: Some(thing),
            desk: Rc::clone(desk),
        }
    }

    /// Ends the tracking. It is called as `Tracked::into_inner(tracked)`, so that it never hides a
    /// method of the thing.
    pub fn into_inner(mut tracked: Self) -> T {
        tracked.desk.handed_out.update(|count| count + 1);
        tracked.thing.take().expect(HELD)
    }
}

impl<T> Deref for Tracked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.desk.reads.update(|count| count + 1);
        self.thing.as_ref().expect(HELD)
    }
}

impl<T> DerefMut for Tracked<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.desk.writes.update(|count| count + 1);
        self.thing.as_mut().expect(HELD)
    }
}

impl<T> Drop for Tracked<T> {
    fn drop(&mut self) {
        if self.thing.is_some() {
            self.desk.dropped.update(|count| count + 1);
        }
    }
}
