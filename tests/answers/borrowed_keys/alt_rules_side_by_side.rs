// Both forms follow the same rule, each by itself.

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

fn lower(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().map(|byte| byte.to_ascii_lowercase())
}

impl<'a> PartialEq for dyn Caseless + 'a {
    fn eq(&self, other: &(dyn Caseless + 'a)) -> bool {
        lower(self.text()).eq(lower(other.text()))
    }
}

impl Eq for dyn Caseless + '_ {}

impl Hash for dyn Caseless + '_ {
    fn hash<H: Hasher>(&self, state: &mut H) {
        lower(self.text()).for_each(|byte| byte.hash(state));
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        lower(&self.0).for_each(|byte| byte.hash(state));
    }
}

impl<'a> Borrow<dyn Caseless + 'a> for Name {
    fn borrow(&self) -> &(dyn Caseless + 'a) {
        self
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
