// Why so: `get` takes whatever the key can be borrowed as, and `Borrow` is a promise: the borrowed form
// hashes and compares exactly as the owned one does. `str` breaks it here, since it tells `A` from `a`.
// `dyn Caseless` keeps it, because `Name` hands both questions on to it and so the two cannot drift
// apart. A reference to a `&str` on the stack becomes a `&dyn Caseless` for nothing.
// The last byte marks the end: it cannot be part of a text in UTF-8, so no text is the start of another.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// The name of a switch.
#[derive(Debug)]
pub struct Name(pub String);

/// What has a text in which the letters A to Z count alike in both cases.
pub trait Caseless {
    fn text(&self) -> &str;
}

impl Caseless for Name {
    fn text(&self) -> &str {
        &self.0
    }
}

impl Caseless for &str {
    fn text(&self) -> &str {
        self
    }
}

impl PartialEq for dyn Caseless + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.text().eq_ignore_ascii_case(other.text())
    }
}

impl Eq for dyn Caseless + '_ {}

impl Hash for dyn Caseless + '_ {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for byte in self.text().bytes() {
            state.write_u8(byte.to_ascii_lowercase());
        }
        state.write_u8(0xff);
    }
}

impl<'a> Borrow<dyn Caseless + 'a> for Name {
    fn borrow(&self) -> &(dyn Caseless + 'a) {
        self
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        let (left, right): (&dyn Caseless, &dyn Caseless) = (self, other);
        left == right
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let name: &dyn Caseless = self;
        name.hash(state);
    }
}

/// The levels of all switches.
#[derive(Debug, Default)]
struct Switchboard {
    levels: HashMap<Name, u8>,
}

impl Switchboard {
    /// Sets a level, and answers with the one before.
    fn set(&mut self, name: &str, level: u8) -> Option<u8> {
        self.levels.insert(Name(name.to_owned()), level)
    }

    /// The level of a switch, if there is such a switch.
    fn level(&self, name: &str) -> Option<u8> {
        let name: &dyn Caseless = &name;
        self.levels.get(name).copied()
    }

    /// How many switches there are.
    fn len(&self) -> usize {
        self.levels.len()
    }
}
