//! A ledger that knows what was made, what was dropped, and in which order.

use std::cell::RefCell;
use std::rc::Rc;

/// Hands out values that report when they are dropped. Clones are the same ledger.
#[derive(Clone, Debug, Default)]
pub struct DropLedger {
    book: Rc<RefCell<Book>>,
}

#[derive(Debug, Default)]
struct Book {
    made: usize,
    dropped: Vec<String>,
}

impl DropLedger {
    /// An empty ledger.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes a value called `name`; its drop is written down under that name.
    pub fn value(&self, name: impl Into<String>) -> Dropping {
        self.book.borrow_mut().made += 1;
        Dropping { name: name.into(), ledger: self.clone() }
    }

    /// How many of the values made so far have not been dropped.
    pub fn alive(&self) -> usize {
        let book = self.book.borrow();
        book.made - book.dropped.len()
    }

    /// The names of what was dropped so far, first drop first.
    pub fn dropped(&self) -> Vec<String> {
        self.book.borrow().dropped.clone()
    }
}

/// A value that reports its drop to a [`DropLedger`]. It cannot be cloned.
#[derive(Debug)]
pub struct Dropping {
    name: String,
    ledger: DropLedger,
}

impl Dropping {
    /// The name it was made with.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Dropping {
    fn drop(&mut self) {
        let name = std::mem::take(&mut self.name);
        self.ledger.book.borrow_mut().dropped.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ledger_knows_order_and_survivors() {
        let ledger = DropLedger::new();
        let first = ledger.value("first");
        let second = ledger.value("second");
        drop(second);
        assert_eq!((ledger.dropped(), ledger.alive()), (vec!["second".to_owned()], 1));
        drop(first);
        assert_eq!((ledger.dropped().len(), ledger.alive()), (2, 0));
    }

    #[test]
    #[cfg_attr(miri, ignore = "it leaks on purpose")]
    fn a_forgotten_value_is_never_dropped() {
        let ledger = DropLedger::new();
        std::mem::forget(ledger.value("forgotten"));
        assert_eq!((ledger.dropped(), ledger.alive()), (Vec::new(), 1));
    }
}
