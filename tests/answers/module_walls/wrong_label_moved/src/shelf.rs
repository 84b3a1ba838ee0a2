use crate::mark::{Mark, sort_key};

/// Marks in the order of their books. Its list is its own affair, and always sorted.
#[derive(Debug, Default)]
pub struct Shelf {
    marks: Vec<Mark>,
}

impl Shelf {
    /// An empty shelf.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a book where it belongs; behind those with the same mark.
    pub fn put(&mut self, mark: Mark) {
        let key = sort_key(&mark);
        let place = self.marks.partition_point(|other| sort_key(other) <= key);
        self.marks.insert(place, mark);
    }

    /// The marks from the left to the right.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter()
    }
}
