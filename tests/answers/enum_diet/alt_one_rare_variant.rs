// The rare ones share a box, and the text is boxed without its spare room.

use kit::predict::*;

const ITEM_01: Answer = Value(2).sure(90);
const ITEM_02: Answer = Value(1).sure(80);
const ITEM_03: Answer = Value(1).sure(70);
const ITEM_04: Answer = Value(4).sure(80);
const ITEM_05: Answer = Value(1).sure(90);
const ITEM_06: Answer = Value(6).sure(70);
const ITEM_07: Answer = Value(8).sure(80);
const ITEM_08: Answer = Value(3).sure(70);
const ITEM_09: Answer = Value(1).sure(80);
const ITEM_10: Answer = Value(3).sure(60);

/// Width and height of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u64,
    pub height: u64,
}

/// What is known about a crash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub registers: [u64; 24],
    pub code: i32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Moved { x: i32, y: i32 },
    Key(char),
    Pasted(Box<str>),
    Rare(Box<Rare>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Rare {
    Resized(Size, Size),
    Crashed(Report),
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event(Kind);

impl Event {
    /// By far the most frequent.
    pub fn moved(x: i32, y: i32) -> Self {
        Self(Kind::Moved { x, y })
    }

    /// Frequent.
    pub fn key(key: char) -> Self {
        Self(Kind::Key(key))
    }

    /// Now and then. The text is moved in and not copied.
    pub fn pasted(text: String) -> Self {
        Self(Kind::Pasted(text.into()))
    }

    /// Rare.
    pub fn resized(from: Size, to: Size) -> Self {
        Self(Kind::Rare(Box::new(Rare::Resized(from, to))))
    }

    /// Once, if at all.
    pub fn crashed(report: Report) -> Self {
        Self(Kind::Rare(Box::new(Rare::Crashed(report))))
    }

    pub fn place(&self) -> Option<(i32, i32)> {
        match &self.0 {
            Kind::Moved { x, y } => Some((*x, *y)),
            Kind::Key(_) | Kind::Pasted(_) | Kind::Rare(_) => None,
        }
    }

    /// The text of a key or of what was pasted.
    pub fn text(&self) -> Option<String> {
        match &self.0 {
            Kind::Key(key) => Some(key.to_string()),
            Kind::Pasted(text) => Some(text.to_string()),
            Kind::Moved { .. } | Kind::Rare(_) => None,
        }
    }

    /// From which size to which.
    pub fn sizes(&self) -> Option<(Size, Size)> {
        match &self.0 {
            Kind::Rare(rare) => match &**rare {
                Rare::Resized(from, to) => Some((*from, *to)),
                Rare::Crashed(_) => None,
            },
            Kind::Moved { .. } | Kind::Key(_) | Kind::Pasted(_) => None,
        }
    }

    pub fn report(&self) -> Option<&Report> {
        match &self.0 {
            Kind::Rare(rare) => match &**rare {
                Rare::Crashed(report) => Some(report),
                Rare::Resized(..) => None,
            },
            Kind::Moved { .. } | Kind::Key(_) | Kind::Pasted(_) => None,
        }
    }
}
