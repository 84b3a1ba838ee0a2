// Keys to borrow
//
// On a switchboard `Hall Lamp` and `HALL lamp` are the same switch: letters A to Z count alike in both
// cases. Its map finds each switch, but makes a `Name` of its own for every look-up, only to drop it.
//
// A map with owned keys can be asked with anything that such a key can be borrowed as, if both hash
// and compare alike. `dyn Caseless` is meant for that: a `Name` is `Caseless`, and so is a `&str`.
// Give it the three traits that the map asks for, then look up without allocating. The program in
// `borrowed_keys/accept/` asks a map of its own, and has to run.
//
// Read: Rust By Example, Alternate/custom key types
// https://doc.rust-lang.org/rust-by-example/std/hash/alt_key_types.html

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

// TODO: Let `dyn Caseless + '_` be compared and hashed as `Name` is, and `Name` be borrowed as it, with
// `impl<'a> Borrow<dyn Caseless + 'a> for Name`.

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
        // TODO: Ask with the borrowed name.
        self.levels.get(&Name(name.to_owned())).copied()
    }

    /// How many switches there are.
    fn len(&self) -> usize {
        self.levels.len()
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[global_allocator]
    static HEAP: ::kit::Heap = ::kit::Heap;

    /// A name of some letters, with other characters among them.
    fn any_name(rng: &mut ::kit::Rng) -> String {
        const LETTERS: [char; 10] = ['a', 'Z', 'q', 'K', 'z', 'A', ' ', '-', 'é', '語'];
        (0..1 + rng.below(12))
            .map(|_| *rng.pick(&LETTERS))
            .collect()
    }

    /// The same name with each letter in a case that chance decides.
    fn respelled(rng: &mut ::kit::Rng, name: &str) -> String {
        let turn = |c: char| {
            if rng.below(2) == 0 {
                c.to_ascii_lowercase()
            } else {
                c.to_ascii_uppercase()
            }
        };
        name.chars().map(turn).collect()
    }

    #[test]
    fn a_switch_is_found_as_it_was_written() {
        let mut board = Switchboard::default();
        assert_eq!(board.set("Hall Lamp", 3), None);
        assert_eq!(board.set("Oven", 7), None);
        assert_eq!(board.level("Hall Lamp"), Some(3));
        assert_eq!(board.level("Oven"), Some(7));
    }

    #[test]
    fn a_switch_is_found_in_any_case() {
        let mut board = Switchboard::default();
        board.set("Hall Lamp", 3);
        for name in ["hall lamp", "HALL LAMP", "hALL lAMP"] {
            assert_eq!(board.level(name), Some(3), "{name:?} is the hall lamp too");
        }
        let mut rng = ::kit::Rng::salted("a_switch_is_found_in_any_case");
        for _ in 0..20 {
            let asked = respelled(&mut rng, "Hall Lamp");
            assert_eq!(
                board.level(&asked),
                Some(3),
                "{asked:?} is the hall lamp too"
            );
        }
    }

    #[test]
    fn other_names_are_not_found() {
        let mut board = Switchboard::default();
        assert_eq!(board.level("Hall Lamp"), None, "there is no switch yet");
        board.set("Hall Lamp", 3);
        board.set("Café", 1);
        for name in [
            "Hall",
            "Hall Lamps",
            "HallLamp",
            "Lamp Hall",
            "",
            "CAFÉ",
            "[all Lamp",
            "Hall@Lamp",
        ] {
            assert_eq!(
                board.level(name),
                None,
                "{name:?} differs in more than the case of A to Z"
            );
        }
    }

    #[test]
    fn setting_again_replaces_the_level() {
        let mut board = Switchboard::default();
        assert_eq!(board.set("Oven", 7), None);
        assert_eq!(board.set("OVEN", 8), Some(7), "it is the same switch");
        assert_eq!(board.set("oven", 0), Some(8));
        assert_eq!((board.len(), board.level("oVEN")), (1, Some(0)));
    }

    #[test]
    fn a_thousand_switches_are_found() {
        let mut rng = ::kit::Rng::salted("a_thousand_switches_are_found");
        let mut board = Switchboard::default();
        let mut wanted: Vec<(String, u8)> = Vec::new();
        for number in 0..1_000_usize {
            let (name, level) = (
                format!("{} {number}", any_name(&mut rng)),
                (number % 251) as u8,
            );
            board.set(&name, level);
            wanted.push((name, level));
        }
        assert_eq!(board.len(), 1_000);
        for (name, level) in wanted {
            let asked = respelled(&mut rng, &name);
            assert_eq!(
                board.level(&asked),
                Some(level),
                "set as {name:?}, asked as {asked:?}"
            );
        }
    }

    #[test]
    fn a_look_up_allocates_nothing() {
        let mut rng = ::kit::Rng::salted("a_look_up_allocates_nothing");
        let mut board = Switchboard::default();
        let names: Vec<String> = (0..100)
            .map(|n| format!("{} {n}", any_name(&mut rng).repeat(30)))
            .collect();
        for name in &names[..50] {
            board.set(name, 1);
        }
        let asked: Vec<String> = names.iter().map(|name| respelled(&mut rng, name)).collect();
        let ((), seen) = ::kit::allocations(|| {
            for name in &asked {
                std::hint::black_box(board.level(name));
            }
        });
        assert_eq!(
            seen.count, 0,
            "for 100 look-ups, half of them in vain, nothing has to be allocated: neither for the key, \
             nor for its hash or a comparison (`to_ascii_lowercase` of a text makes a new one)"
        );
    }

    #[test]
    fn a_large_board_is_no_trouble() {
        let mut board = Switchboard::default();
        let names: Vec<String> = (10_000..26_000)
            .map(|number| format!("Switch {number}"))
            .collect();
        for name in &names {
            board.set(name, 5);
        }
        let found = names
            .iter()
            .filter(|name| board.level(&name[..]) == Some(5))
            .count();
        assert_eq!((board.len(), found), (16_000, 16_000));
    }
}
