// Why so: a box has the size of a pointer, however much it owns, so the type has a size. But the
// drop that the compiler writes goes from box to box by calling itself, one stack frame and more
// for each edit. This `drop` takes the older edit out of its owner first and lets the owner go when
// it owns nothing any more: a loop, and a stack that does not grow. A type with `Drop` cannot be
// taken apart by moving, and so `undo` takes the older edit out and leaves `None` in its place.

/// An edit and all edits before it.
pub struct Edit<T> {
    change: T,
    before: Option<Box<Edit<T>>>,
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
        Edit {
            change,
            before: Some(Box::new(self)),
        }
    }

    pub fn change(&self) -> &T {
        &self.change
    }

    /// The edit before this one.
    pub fn before(&self) -> Option<&Edit<T>> {
        self.before.as_deref()
    }

    /// Gives this edit up and hands out the one before it.
    pub fn undo(mut self) -> Option<Edit<T>> {
        self.before.take().map(|edit| *edit)
    }
}

impl<T> Drop for Edit<T> {
    fn drop(&mut self) {
        let mut next = self.before.take();
        while let Some(mut edit) = next {
            next = edit.before.take();
        }
    }
}
