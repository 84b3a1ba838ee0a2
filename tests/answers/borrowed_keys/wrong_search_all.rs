use std::collections::HashMap;
use std::hash::{Hash, Hasher};

/// The name of a switch.
#[derive(Debug)]
struct Name(String);

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Name {}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for byte in self.0.bytes() {
            state.write_u8(byte.to_ascii_lowercase());
        }
        state.write_u8(0xff);
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
        self.levels
            .iter()
            .find(|(key, _)| key.0.eq_ignore_ascii_case(name))
            .map(|(_, &level)| level)
    }

    /// How many switches there are.
    fn len(&self) -> usize {
        self.levels.len()
    }
}
