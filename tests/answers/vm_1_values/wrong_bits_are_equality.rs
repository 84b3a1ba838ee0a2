// Equal bits, equal values.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// A text in a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Handle(u32);

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Number(f64),
    Truth(bool),
    Nil,
    Text(Handle),
}

/// A value of the machine.
#[derive(Clone, Copy)]
pub struct Value(u64);

/// The one NaN that stands for itself.
const NAN: u64 = 0x7ff8 << 48;
/// What the upper bits say of the kind. A number never has these.
const NIL: u64 = 0xfffc;
const TRUTH: u64 = 0xfffd;
const TEXT: u64 = 0xfffe;

impl From<Kind> for Value {
    fn from(kind: Kind) -> Self {
        Value(match kind {
            Kind::Number(number) if number.is_nan() => NAN,
            Kind::Number(number) => number.to_bits(),
            Kind::Nil => NIL << 48,
            Kind::Truth(truth) => TRUTH << 48 | u64::from(truth),
            Kind::Text(Handle(raw)) => TEXT << 48 | u64::from(raw),
        })
    }
}

impl Value {
    pub fn kind(self) -> Kind {
        match self.0 >> 48 {
            NIL => Kind::Nil,
            TRUTH => Kind::Truth(self.0 & 1 == 1),
            TEXT => Kind::Text(Handle(self.0 as u32)),
            _ => Kind::Number(f64::from_bits(self.0)),
        }
    }

    /// One pattern for each thing: both zeros are the same number.
    fn key(self) -> u64 {
        self.0
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

/// Texts, and the handle of each.
#[derive(Default)]
pub struct Pool {
    texts: Vec<String>,
    known: HashMap<String, Handle>,
}

impl Pool {
    /// The handle of this text: a new one if it is not here yet.
    pub fn intern(&mut self, text: &str) -> Handle {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let handle = Handle(u32::try_from(self.texts.len()).expect("fewer than 2^32 texts"));
        self.texts.push(text.to_owned());
        self.known.insert(text.to_owned(), handle);
        handle
    }

    /// The text of a handle that came from this pool.
    pub fn text(&self, handle: Handle) -> &str {
        &self.texts[handle.0 as usize]
    }
}
