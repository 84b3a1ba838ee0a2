use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// The name of a switch.
#[derive(Debug)]
struct Name(String);

/// What has a text in which the letters A to Z count alike in both cases.
trait Caseless {
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
        self.text().hash(state);
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
