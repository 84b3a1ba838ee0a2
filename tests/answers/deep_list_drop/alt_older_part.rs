/// What came before an edit; it alone knows how to go, so an edit may still be taken apart.
struct Older<T>(Option<Box<Edit<T>>>);

/// An edit and all edits before it.
pub struct Edit<T> {
    change: T,
    before: Older<T>,
}

impl<T> Edit<T> {
    /// The first edit of a history.
    pub fn first(change: T) -> Self {
        Edit {
            change,
            before: Older(None),
        }
    }

    /// The edit that comes after this one.
    pub fn then(self, change: T) -> Self {
        Edit {
            change,
            before: Older(Some(Box::new(self))),
        }
    }

    pub fn change(&self) -> &T {
        &self.change
    }

    /// The edit before this one.
    pub fn before(&self) -> Option<&Edit<T>> {
        self.before.0.as_deref()
    }

    /// Gives this edit up and hands out the one before it.
    pub fn undo(self) -> Option<Edit<T>> {
        let Edit { mut before, .. } = self;
        before.0.take().map(|edit| *edit)
    }
}

impl<T> Drop for Older<T> {
    fn drop(&mut self) {
        while let Some(edit) = self.0.take() {
            let Edit { mut before, .. } = *edit;
            std::mem::swap(&mut self.0, &mut before.0);
        }
    }
}
