// Own smart pointer
//
// A library lends out things of any kind. `Tracked<T>` behaves like the thing inside it, and the
// `Desk` keeps count: of reads through `Deref`, of writes through `DerefMut`, of things that went
// out of scope, and of things that `into_inner` handed out. A thing is either dropped or handed
// out, never both, and it is handed out itself: no clone of it, and no second thing made to take its
// place, such as one from `Default`.
//
// Fill the five bodies. You may change the fields of `Tracked`, but not `Desk`.
//
// Read: The Rust Programming Language, chapter 15.2, Treating Smart Pointers Like Regular References
// https://doc.rust-lang.org/book/ch15-02-deref.html

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

/// A thing whose every use is counted.
pub struct Tracked<T> {
    thing: T,
    desk: Rc<Desk>,
}

impl<T> Tracked<T> {
    pub fn new(thing: T, desk: &Rc<Desk>) -> Self {
        // TODO: Keep the thing, and share the desk.
        todo!("keep a thing for {desk:?}")
    }

    /// Ends the tracking. It is called as `Tracked::into_inner(tracked)`, so that it never hides a
    /// method of the thing.
    pub fn into_inner(tracked: Self) -> T {
        // TODO: Hand out the thing; its drop is no longer the desk's business.
        todo!("hand out what {:?} has counted so far", tracked.desk)
    }
}

impl<T> Deref for Tracked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // TODO: Count a read.
        todo!("count a read at {:?}", self.desk)
    }
}

impl<T> DerefMut for Tracked<T> {
    fn deref_mut(&mut self) -> &mut T {
        // TODO: Count a write, and only that.
        todo!("count a write at {:?}", self.desk)
    }
}

impl<T> Drop for Tracked<T> {
    fn drop(&mut self) {
        // TODO: Count a dropped thing.
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    /// Reads, writes, dropped, handed out.
    fn counts(desk: &Desk) -> (u32, u32, u32, u32) {
        (
            desk.reads.get(),
            desk.writes.get(),
            desk.dropped.get(),
            desk.handed_out.get(),
        )
    }

    /// A thing that notes when a copy of it, or a stand-in for it, is made.
    #[derive(Debug)]
    struct Lens {
        power: u64,
        copies: ::kit::Calls,
    }

    thread_local! {
        static STAND_INS: Cell<u32> = const { Cell::new(0) };
    }

    impl Clone for Lens {
        fn clone(&self) -> Self {
            self.copies.note();
            Lens {
                power: self.power,
                copies: self.copies.clone(),
            }
        }
    }

    impl Default for Lens {
        fn default() -> Self {
            STAND_INS.set(STAND_INS.get() + 1);
            Lens {
                power: 0,
                copies: ::kit::Calls::new(),
            }
        }
    }

    fn lens(power: u64) -> Lens {
        Lens {
            power,
            copies: ::kit::Calls::new(),
        }
    }

    #[test]
    fn a_tracked_thing_is_used_like_the_thing() {
        let desk = Rc::new(Desk::default());
        let mut title = Tracked::new(String::from("Tide tables"), &desk);
        assert_eq!(title.len(), 11, "methods of the text are found");
        title.push('!');
        assert!(
            title.starts_with("Tide"),
            "methods of &str are found as well"
        );
        *title = String::from("Knots");
        assert_eq!(*title, "Knots", "a whole new text was assigned");
        drop(title);

        let mut rng = ::kit::Rng::salted("a_tracked_thing_is_used_like_the_thing");
        let power = rng.bits();
        assert_eq!(
            Tracked::new(lens(power), &desk).power,
            power,
            "fields are found too"
        );
    }

    #[test]
    fn reads_and_writes_are_counted_apart() {
        let desk = Rc::new(Desk::default());
        let mut list = Tracked::new(vec![3, 1, 2], &desk);
        assert_eq!(counts(&desk), (0, 0, 0, 0), "nobody has looked yet");
        assert_eq!(list.iter().max(), Some(&3), "the largest");
        assert_eq!(counts(&desk), (1, 0, 0, 0), "one read through `iter`");
        list.sort_unstable();
        assert_eq!(
            counts(&desk),
            (1, 1, 0, 0),
            "one write through `sort_unstable`, which is no read"
        );
        assert_eq!(*list, [1, 2, 3], "sorted");
        assert_eq!(
            counts(&desk),
            (2, 1, 0, 0),
            "a second read by the comparison"
        );
        let mut rng = ::kit::Rng::salted("reads_and_writes_are_counted_apart");
        let (mut reads, mut writes) = (2, 1);
        for _ in 0..rng.below(30) {
            if rng.below(2) == 0 {
                reads += u32::from(!list.is_empty());
            } else {
                list.push(0);
                writes += 1;
            }
            assert_eq!(
                counts(&desk),
                (reads, writes, 0, 0),
                "reads and writes of a list"
            );
        }
    }

    #[test]
    fn things_that_go_out_of_scope_are_counted() {
        let (desk, ledger) = (Rc::new(Desk::default()), ::kit::DropLedger::new());
        let map = Tracked::new(ledger.value("map"), &desk);
        {
            let _globe = Tracked::new(ledger.value("globe"), &desk);
        }
        assert_eq!(
            counts(&desk),
            (0, 0, 1, 0),
            "the globe went out of scope, and drops read nothing"
        );
        assert_eq!(
            ledger.dropped(),
            ["globe"],
            "the thing goes with its pointer"
        );
        drop(map);
        assert_eq!(counts(&desk), (0, 0, 2, 0), "and now the map");
        assert_eq!(ledger.alive(), 0, "both things are gone");
        assert_eq!(
            Rc::strong_count(&desk),
            1,
            "nobody holds on to the desk any more"
        );
    }

    #[test]
    fn each_desk_counts_its_own_things() {
        let desks = [Rc::new(Desk::default()), Rc::new(Desk::default())];
        let mut rng = ::kit::Rng::salted("each_desk_counts_its_own_things");
        let mut expected = [(0, 0, 0, 0); 2];
        for _ in 0..100 {
            let at = rng.below(2);
            let mut thing = Tracked::new(rng.bits(), &desks[at]);
            match rng.below(3) {
                0 => {
                    assert_eq!(*thing, *thing, "a number equals itself");
                    expected[at].0 += 2;
                }
                1 => {
                    *thing = 5;
                    expected[at].1 += 1;
                }
                _ => {}
            }
            expected[at].2 += 1;
        }
        assert_eq!(
            [counts(&desks[0]), counts(&desks[1])],
            expected,
            "reads, writes, dropped, handed out"
        );
    }

    #[test]
    fn into_inner_counts_a_thing_as_handed_out() {
        let desk = Rc::new(Desk::default());
        let mut rng = ::kit::Rng::salted("into_inner_counts_a_thing_as_handed_out");
        let power = rng.bits();
        let lens = Tracked::into_inner(Tracked::new(lens(power), &desk));
        assert_eq!(lens.power, power, "the lens comes out as it went in");
        assert_eq!(desk.handed_out.get(), 1, "one thing was handed out");
        assert_eq!(
            desk.reads.get() + desk.writes.get(),
            0,
            "handing out is neither a read nor a write"
        );
    }

    #[test]
    fn what_is_handed_out_is_not_counted_as_dropped() {
        let desk = Rc::new(Desk::default());
        let lens = Tracked::into_inner(Tracked::new(lens(3), &desk));
        assert_eq!(desk.dropped.get(), 0, "the lens is in use, not dropped");
        drop(lens);
        assert_eq!(
            desk.dropped.get(),
            0,
            "the tracking has ended, so nobody counts this"
        );
    }

    #[test]
    fn what_is_handed_out_is_no_copy() {
        let desk = Rc::new(Desk::default());
        let lens = Tracked::into_inner(Tracked::new(lens(3), &desk));
        assert_eq!(
            lens.copies.count(),
            0,
            "copies made of the lens; most things cannot be copied"
        );
    }

    #[test]
    fn nothing_stands_in_for_what_is_handed_out() {
        let desk = Rc::new(Desk::default());
        STAND_INS.set(0);
        drop(Tracked::into_inner(Tracked::new(lens(3), &desk)));
        assert_eq!(
            STAND_INS.get(),
            0,
            "stand-ins made for the lens; most things have none"
        );
    }

    #[test]
    fn handing_out_lets_go_of_the_desk() {
        let desk = Rc::new(Desk::default());
        drop(Tracked::into_inner(Tracked::new(lens(3), &desk)));
        assert_eq!(
            Rc::strong_count(&desk),
            1,
            "nobody else holds on to the desk any more"
        );
    }
}
