// All that remove do the same.

use kit::predict::*;

const ITEM_01: Answer = Compiles("true").sure(95);
const ITEM_02: Answer = Panics.sure(95);
const ITEM_03: Answer = Panics.sure(60);
const ITEM_04: Answer = Compiles("None").sure(80);
const ITEM_05: Answer = Compiles("true").sure(95);
const ITEM_06: Answer = Panics.sure(80);
const ITEM_07: Answer = Panics.sure(70);
const ITEM_08: Answer = Compiles("true").sure(90);
const ITEM_09: Answer = Panics.sure(60);
const ITEM_10: Answer = Compiles("Ok(()) Err(\"Ben\")").sure(70);

/// There was no element where one is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Empty;

/// A list with at least one element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NonEmpty<T> {
    items: Vec<T>,
}

impl<T> NonEmpty<T> {
    /// A list of these elements, or an error if there is none.
    pub fn new(items: Vec<T>) -> Result<Self, Empty> {
        if items.is_empty() {
            return Err(Empty);
        }
        Ok(Self { items })
    }

    /// The first element. There always is one.
    pub fn first(&self) -> &T {
        &self.items[0]
    }

    /// The last element. There always is one.
    pub fn last(&self) -> &T {
        &self.items[self.items.len() - 1]
    }

    /// The element at this place, counted from 0, if there is one.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.items.get(place)
    }

    /// The element at this place, counted from 0. Whoever calls this claims that it is there.
    ///
    /// # Panics
    ///
    /// If there are not so many elements.
    #[track_caller]
    pub fn at(&self, place: usize) -> &T {
        let Some(item) = self.items.get(place) else {
            panic!("place {place} of a list with {} elements", self.items.len());
        };
        item
    }
}
