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

/// Stays with the thing while it is tracked. It has the drop, so that `Tracked` has none.
struct Slip {
    desk: Rc<Desk>,
    returned: bool,
}

/// A thing whose every use is counted.
pub struct Tracked<T> {
    thing: T,
    slip: Slip,
}

impl<T> Tracked<T> {
    pub fn new(thing: T, desk: &Rc<Desk>) -> Self {
        Tracked {
            thing,
            slip: Slip {
                desk: Rc::clone(desk),
                returned: false,
            },
        }
    }

    /// Ends the tracking. It is called as `Tracked::into_inner(tracked)`, so that it never hides a
    /// method of the thing.
    pub fn into_inner(tracked: Self) -> T {
        let Tracked { thing, mut slip } = tracked;
        slip.returned = true;
        slip.desk.handed_out.set(slip.desk.handed_out.get() + 1);
        thing
    }
}

impl<T> Deref for Tracked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.slip.desk.reads.update(|count| count + 1);
        &self.thing
    }
}

impl<T> DerefMut for Tracked<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.slip.desk.writes.update(|count| count + 1);
        &mut self.thing
    }
}

impl Drop for Slip {
    fn drop(&mut self) {
        if !self.returned {
            self.desk.dropped.update(|count| count + 1);
        }
    }
}
