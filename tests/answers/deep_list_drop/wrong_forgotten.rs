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
        std::mem::forget(self.before.take());
    }
}
