// Deep list drop
//
// A drawing program remembers every edit, and each edit owns the one before it. Two things are in
// the way. The type does not compile, because an edit would have to contain itself. And once it
// does, a long history overflows the stack when it goes out of scope.
//
// Repair both; for callers every signature stays as it is (`mut self` is `self` to them). A history of
// 300 000 edits has to be built, undone and dropped on a stack of 256 KiB, and nothing may be left behind.
//
// Read: The Rust Programming Language, chapter 15.1, Using Box<T> to Point to Data on the Heap
// https://doc.rust-lang.org/book/ch15-01-box.html

// TODO: Give this type a size, and see to it that a long history can be dropped.

/// An edit and all edits before it.
pub struct Edit<T> {
    change: T,
    before: Option<Edit<T>>,
}

impl<T> Edit<T> {
    /// The first edit of a history.
    pub fn first(change: T) -> Self {
        Edit {
            change,
            before: None,
        }
    }

    /// The edit that comes after this one.
    pub fn then(self, change: T) -> Self {
        // TODO: Store the older edit in the shape that the field has now.
        Edit {
            change,
            before: Some(self),
        }
    }

    pub fn change(&self) -> &T {
        &self.change
    }

    /// The edit before this one.
    pub fn before(&self) -> Option<&Edit<T>> {
        // TODO: Show the older edit, whatever it is stored in.
        self.before.as_ref()
    }

    /// Gives this edit up and hands out the one before it.
    pub fn undo(self) -> Option<Edit<T>> {
        // TODO: Hand out the older edit, whatever it is stored in.
        self.before
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::thread;

    /// A history of these changes, first change first.
    fn history<T>(changes: impl IntoIterator<Item = T>) -> Edit<T> {
        let mut changes = changes.into_iter();
        let first = Edit::first(changes.next().expect("a history has a first change"));
        changes.fold(first, Edit::then)
    }

    /// Runs `work` in a thread that has a stack of 256 KiB.
    fn on_a_small_stack<R: Send>(work: impl FnOnce() -> R + Send) -> R {
        thread::scope(|scope| {
            let thread = thread::Builder::new()
                .stack_size(256 * 1024)
                .spawn_scoped(scope, work)
                .unwrap();
            thread.join().expect("the work on the small stack panicked")
        })
    }

    // The bodies stand in functions for any type of change: `Edit` may not care what it stores.

    fn look_back<T: PartialEq + std::fmt::Debug>(line: T, circle: T, expected: [T; 2]) {
        let edit = Edit::first(line).then(circle);
        assert_eq!(*edit.change(), expected[1], "the latest change");
        let older = edit
            .before()
            .expect("there is an edit before the second one");
        assert_eq!(*older.change(), expected[0], "the change before it");
        assert!(
            older.before().is_none(),
            "nothing comes before the first edit"
        );
    }

    #[test]
    fn an_edit_knows_the_one_before() {
        look_back("line", "circle", ["line", "circle"]);
        look_back(7, 8, [7, 8]);
    }

    fn undo_all<T: Copy + PartialEq + std::fmt::Debug>(changes: &[T]) {
        let mut edit = Some(history(changes.iter().copied()));
        for change in changes.iter().rev() {
            let now = edit.expect("each change is undone once");
            assert_eq!(
                now.change(),
                change,
                "undo goes backwards through {changes:?}"
            );
            edit = now.undo();
        }
        assert!(
            edit.is_none(),
            "before the first edit there is nothing to go back to"
        );
    }

    #[test]
    fn undo_goes_back_step_by_step() {
        let mut rng = ::kit::Rng::salted("undo_goes_back_step_by_step");
        undo_all(
            &(0..1 + rng.below(20))
                .map(|_| rng.bits())
                .collect::<Vec<_>>(),
        );
    }

    fn undo_two<T>(ledger: &::kit::DropLedger, changes: [T; 3]) {
        let edit = history(changes);
        let edit = edit.undo();
        assert_eq!(
            ledger.dropped(),
            ["text"],
            "only the change that was undone is gone"
        );
        let edit = edit.and_then(Edit::undo);
        assert_eq!(
            ledger.dropped(),
            ["text", "circle"],
            "and now the one before it"
        );
        assert!(edit.is_some(), "the line is still there");
    }

    #[test]
    fn what_is_undone_is_dropped() {
        let ledger = ::kit::DropLedger::new();
        undo_two(
            &ledger,
            ["line", "circle", "text"].map(|name| ledger.value(name)),
        );
    }

    fn drop_all<T>(changes: impl IntoIterator<Item = T>) {
        drop(history(changes));
    }

    #[test]
    fn the_whole_history_is_dropped_with_its_last_edit() {
        let mut rng = ::kit::Rng::salted("the_whole_history_is_dropped_with_its_last_edit");
        for length in [1, 2, 3, 4 + rng.below(50)] {
            let ledger = ::kit::DropLedger::new();
            drop_all((0..length).map(|number| ledger.value(format!("change {number}"))));
            assert_eq!(ledger.alive(), 0, "changes left behind out of {length}");
        }
    }

    fn count_undos<T>(changes: impl IntoIterator<Item = T>) -> usize {
        let mut edit = Some(history(changes));
        let mut undone = 0;
        while let Some(now) = edit {
            edit = now.undo();
            undone += 1;
        }
        undone
    }

    #[test]
    fn three_hundred_thousand_edits_are_undone_on_a_small_stack() {
        let undone = on_a_small_stack(|| count_undos(0..300_000));
        assert_eq!(undone, 300_000, "edits that were undone");
    }

    #[test]
    fn three_hundred_thousand_edits_are_dropped_on_a_small_stack() {
        let alive = on_a_small_stack(|| {
            let ledger = ::kit::DropLedger::new();
            drop_all((0..300_000).map(|_| ledger.value("")));
            ledger.alive()
        });
        assert_eq!(alive, 0, "changes left behind out of 300 000");
    }
}
