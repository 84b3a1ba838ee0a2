// All variants need their room.

use kit::predict::*;

const ITEM_01: Answer = Value(2).sure(90);
const ITEM_02: Answer = Value(1).sure(80);
const ITEM_03: Answer = Value(1).sure(70);
const ITEM_04: Answer = Value(4).sure(80);
const ITEM_05: Answer = Value(1).sure(90);
const ITEM_06: Answer = Value(8).sure(70);
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
    Pasted(String),
    Resized(Box<(Size, Size)>),
    Crashed(Box<Report>),
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
        Self(Kind::Pasted(text))
    }

    /// Rare.
    pub fn resized(from: Size, to: Size) -> Self {
        Self(Kind::Resized(Box::new((from, to))))
    }

    /// Once, if at all.
    pub fn crashed(report: Report) -> Self {
        Self(Kind::Crashed(Box::new(report)))
    }

    pub fn place(&self) -> Option<(i32, i32)> {
        match &self.0 {
            Kind::Moved { x, y } => Some((*x, *y)),
            Kind::Key(_) | Kind::Pasted(_) | Kind::Resized(_) | Kind::Crashed(_) => None,
        }
    }

    /// The text of a key or of what was pasted.
    pub fn text(&self) -> Option<String> {
        match &self.0 {
            Kind::Key(key) => Some(key.to_string()),
            Kind::Pasted(text) => Some(text.clone()),
            Kind::Moved { .. } | Kind::Resized(_) | Kind::Crashed(_) => None,
        }
    }

    /// From which size to which.
    pub fn sizes(&self) -> Option<(Size, Size)> {
        match &self.0 {
            Kind::Resized(sizes) => Some(**sizes),
            Kind::Moved { .. } | Kind::Key(_) | Kind::Pasted(_) | Kind::Crashed(_) => None,
        }
    }

    pub fn report(&self) -> Option<&Report> {
        match &self.0 {
            Kind::Crashed(report) => Some(report),
            Kind::Moved { .. } | Kind::Key(_) | Kind::Pasted(_) | Kind::Resized(_) => None,
        }
    }
}
