// Family tree leak
//
// A window is a tree of widgets. Each widget knows its children, and each child knows its parent,
// so that a button can ask how deep it lies. All answers are right, yet when a window is closed,
// not one of its widgets is ever dropped.
//
// Find out who keeps whom alive, decide who should, and repair it; keep the signatures. A window
// goes when nobody holds its root, together with every widget that nobody else holds. A widget
// that outlives its parent is a root of its own.
//
// Read: The Rust Programming Language, chapter 15.6, Reference Cycles Can Leak Memory
// https://doc.rust-lang.org/book/ch15-06-reference-cycles.html

use std::cell::RefCell;
use std::rc::Rc;

/// A part of a window; `content` is what it shows.
pub struct Widget<T> {
    pub content: T,
    // TODO: Which of these two links should keep its target alive?
    parent: RefCell<Option<Rc<Widget<T>>>>,
    children: RefCell<Vec<Rc<Widget<T>>>>,
}

impl<T> Widget<T> {
    pub fn new(content: T) -> Rc<Self> {
        Rc::new(Widget {
            content,
            parent: RefCell::new(None),
            children: RefCell::new(Vec::new()),
        })
    }

    /// Puts `child`, which has no parent, into this widget, behind its other children.
    pub fn adopt(self: &Rc<Self>, child: &Rc<Self>) {
        // TODO: Make the two links of the right kind.
        self.children.borrow_mut().push(Rc::clone(child));
        *child.parent.borrow_mut() = Some(Rc::clone(self));
    }

    pub fn children(&self) -> Vec<Rc<Self>> {
        self.children.borrow().clone()
    }

    /// The widget that this one lies in, if there still is one.
    pub fn parent(&self) -> Option<Rc<Self>> {
        // TODO: Answer for a widget whose parent is gone, too.
        self.parent.borrow().clone()
    }

    /// How many widgets this one lies in.
    pub fn depth(&self) -> usize {
        self.parent().map_or(0, |parent| parent.depth() + 1)
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn parents_and_children_know_each_other() {
        let window = Widget::new("window");
        let (bar, text) = (Widget::new("bar"), Widget::new("text"));
        window.adopt(&bar);
        window.adopt(&text);
        let names: Vec<_> = window
            .children()
            .iter()
            .map(|child| child.content)
            .collect();
        assert_eq!(
            names,
            ["bar", "text"],
            "children in the order of their adoption"
        );
        assert!(
            bar.parent()
                .is_some_and(|parent| Rc::ptr_eq(&parent, &window)),
            "the bar lies in the window"
        );
        assert!(window.parent().is_none(), "the window lies in nothing");
        assert_eq!(
            window.children().len(),
            2,
            "asking for the children does not take them away"
        );
        assert_eq!(
            (window.depth(), bar.depth()),
            (0, 1),
            "depths of the window and the bar"
        );
    }

    #[test]
    fn any_tree_knows_its_depths() {
        let mut rng = ::kit::Rng::salted("any_tree_knows_its_depths");
        let mut widgets = vec![Widget::new(0)];
        let mut depths = vec![0];
        let mut families = vec![vec![]];
        for number in 1..60 {
            let at = rng.below(number);
            widgets.push(Widget::new(number));
            widgets[at].adopt(&widgets[number]);
            depths.push(depths[at] + 1);
            families.push(vec![]);
            families[at].push(number);
        }
        for (number, widget) in widgets.iter().enumerate() {
            assert_eq!(widget.depth(), depths[number], "depth of widget {number}");
            let children: Vec<_> = widget
                .children()
                .iter()
                .map(|child| child.content)
                .collect();
            assert_eq!(children, families[number], "children of widget {number}");
        }
    }

    #[test]
    fn the_root_keeps_the_whole_tree() {
        let ledger = ::kit::DropLedger::new();
        let window = Widget::new(ledger.value("window"));
        {
            let bar = Widget::new(ledger.value("bar"));
            let button = Widget::new(ledger.value("button"));
            bar.adopt(&button);
            window.adopt(&bar);
        }
        assert_eq!(
            ledger.dropped(),
            [""; 0],
            "the window is open, so nothing of it may go"
        );
        let bars = window.children();
        assert_eq!(bars.len(), 1, "the bar is in the window");
        let buttons = bars[0].children();
        assert_eq!(buttons.len(), 1, "the button is in the bar");
        assert_eq!(
            buttons[0].depth(),
            2,
            "the button lies in the bar, and the bar in the window"
        );
    }

    #[test]
    fn a_closed_window_leaves_nothing_behind() {
        let mut rng = ::kit::Rng::salted("a_closed_window_leaves_nothing_behind");
        for size in [1, 2, 3, 4 + rng.below(40)] {
            let ledger = ::kit::DropLedger::new();
            let mut widgets = vec![Widget::new(ledger.value("root"))];
            for number in 1..size {
                let widget = Widget::new(ledger.value(format!("widget {number}")));
                widgets[rng.below(number)].adopt(&widget);
                widgets.push(widget);
            }
            drop(widgets);
            assert_eq!(
                ledger.alive(),
                0,
                "of {size} widgets that nobody holds, so many are left"
            );
        }
    }

    #[test]
    fn an_orphan_is_a_root() {
        let ledger = ::kit::DropLedger::new();
        let window = Widget::new(ledger.value("window"));
        let bar = Widget::new(ledger.value("bar"));
        let button = Widget::new(ledger.value("button"));
        window.adopt(&bar);
        bar.adopt(&button);
        drop(window);
        assert_eq!(
            ledger.dropped(),
            ["window"],
            "only the window went; somebody holds the bar"
        );
        assert!(
            bar.parent().is_none(),
            "the window is gone, so the bar lies in nothing"
        );
        assert_eq!(
            (bar.depth(), button.depth()),
            (0, 1),
            "the bar is a root now"
        );

        let other = Widget::new(ledger.value("other window"));
        other.adopt(&bar);
        assert_eq!(
            (bar.depth(), button.depth()),
            (1, 2),
            "a bar without a window may move to another"
        );
    }
}
