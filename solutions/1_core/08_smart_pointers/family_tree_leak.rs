// Why so: a widget lives as long as somebody counts as an owner of it. When parent and child own
// each other, both counts stay above zero for ever, although nobody else can reach them. So one
// direction owns, from the window down, and the way up is a `Weak`: it finds the parent while there
// is one and keeps nothing alive. `upgrade` answers `None` when the parent is gone, and that is
// just the answer for a root.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

/// A part of a window; `content` is what it shows.
pub struct Widget<T> {
    pub content: T,
    parent: RefCell<Weak<Widget<T>>>,
    children: RefCell<Vec<Rc<Widget<T>>>>,
}

impl<T> Widget<T> {
    pub fn new(content: T) -> Rc<Self> {
        Rc::new(Widget {
            content,
            parent: RefCell::new(Weak::new()),
            children: RefCell::new(Vec::new()),
        })
    }

    /// Puts `child`, which has no parent, into this widget, behind its other children.
    pub fn adopt(self: &Rc<Self>, child: &Rc<Self>) {
        self.children.borrow_mut().push(Rc::clone(child));
        *child.parent.borrow_mut() = Rc::downgrade(self);
    }

    pub fn children(&self) -> Vec<Rc<Self>> {
        self.children.borrow().clone()
    }

    /// The widget that this one lies in, if there still is one.
    pub fn parent(&self) -> Option<Rc<Self>> {
        self.parent.borrow().upgrade()
    }

    /// How many widgets this one lies in.
    pub fn depth(&self) -> usize {
        self.parent().map_or(0, |parent| parent.depth() + 1)
    }
}
