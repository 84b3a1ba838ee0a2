//! What each key does, in one table: the session reads its keys from it, and the footer and the page of
//! all keys are drawn from it. It must not do anything by itself.

use crate::message::{Key, KeyCode, KeyHelp};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is explained in the table below, in the words the user reads")]
pub enum Action {
    Next,
    Previous,
    Hint,
    Edit,
    Explain,
    Read,
    List,
    Run,
    Compare,
    Reset,
    Keys,
    Quit,
    Interrupt,
    Redraw,
    Suspend,
    Up,
    Down,
    PageUp,
    PageDown,
    Top,
    Bottom,
    Back,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The keys that ask for it.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// What people are told.
    pub help: KeyHelp,
}

const fn bind(
    keys: &'static [Key],
    action: Action,
    label: &'static str,
    short: &'static str,
    long: &'static str,
) -> Binding {
    Binding { keys, action, help: KeyHelp { label, short, long } }
}

const fn c(char: char) -> Key {
    Key::char(char)
}

const fn k(code: KeyCode) -> Key {
    Key::plain(code)
}

/// Every key there is. A new one is added here, with its words.
pub const BINDINGS: &[Binding] = &[
    bind(&[c('n')], Action::Next, "n", "next", "go to the next exercise"),
    bind(&[c('p')], Action::Previous, "p", "previous", "go to the exercise before this one"),
    bind(&[c('h')], Action::Hint, "h", "hint", "show the next hint"),
    bind(&[c('e')], Action::Edit, "e", "edit", "open your editor at the first error"),
    bind(&[c('x')], Action::Explain, "x", "explain", "explain the compiler's first error code"),
    bind(&[c('o')], Action::Read, "o", "read", "open what to read for this topic"),
    bind(&[c('l')], Action::List, "l", "list", "show all exercises; / searches, Enter goes there"),
    bind(&[c('r')], Action::Run, "r", "run", "judge again"),
    bind(&[c('d')], Action::Compare, "d", "compare", "after a pass: yours beside the reference solution"),
    bind(&[c('R')], Action::Reset, "R", "reset", "bring the start back; what you wrote is kept as a backup"),
    bind(&[c('?')], Action::Keys, "?", "keys", "show this page"),
    bind(&[k(KeyCode::Escape), k(KeyCode::Backspace)], Action::Back, "Esc", "back", "leave a page"),
    bind(
        &[k(KeyCode::Up), c('k')],
        Action::Up,
        "Up",
        "up",
        "scroll, or choose in the list; so do Down, k, j",
    ),
    bind(&[k(KeyCode::Down), c('j')], Action::Down, "Down", "down", "see Up"),
    bind(&[k(KeyCode::PageUp)], Action::PageUp, "PgUp", "page up", "scroll by a screen"),
    bind(
        &[k(KeyCode::PageDown), c(' ')],
        Action::PageDown,
        "PgDn",
        "page down",
        "scroll by a screen; so does Space",
    ),
    bind(&[k(KeyCode::Home), c('g')], Action::Top, "Home", "top", "go to the beginning"),
    bind(&[k(KeyCode::End), c('G')], Action::Bottom, "End", "end", "go to the end"),
    bind(&[Key::ctrl('l')], Action::Redraw, "Ctrl-L", "redraw", "draw the screen anew"),
    bind(&[Key::ctrl('z')], Action::Suspend, "Ctrl-Z", "suspend", "go back to the shell; `fg` returns"),
    bind(&[c('q'), Key::ctrl('d')], Action::Quit, "q", "quit", "end the session; so does Ctrl-D"),
    bind(&[Key::ctrl('c')], Action::Interrupt, "Ctrl-C", "quit", "end the session at once"),
];

/// What a key asks for, if anything.
#[must_use]
pub fn action(key: Key) -> Option<Action> {
    BINDINGS.iter().find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
}

/// The words for these actions, in this order.
#[must_use]
pub fn help(actions: &[Action]) -> Vec<KeyHelp> {
    let of = |action: &Action| BINDINGS.iter().find(|binding| binding.action == *action);
    actions.iter().filter_map(of).map(|binding| binding.help).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_key_has_two_meanings_and_each_has_its_words() {
        let mut seen = BTreeSet::new();
        for binding in BINDINGS {
            assert!(!binding.help.long.is_empty() && !binding.help.short.is_empty());
            for key in binding.keys {
                assert!(seen.insert(*key), "{key:?} is bound twice");
            }
        }
    }

    #[test]
    fn modifiers_are_looked_at() {
        assert_eq!(action(Key::char('l')), Some(Action::List));
        assert_eq!(action(Key::ctrl('l')), Some(Action::Redraw));
        assert_eq!(action(Key::ctrl('n')), None);
        assert_eq!(action(Key { alt: true, ..Key::char('q') }), None);
        assert_eq!(action(Key::char('R')), Some(Action::Reset));
        assert_eq!(action(Key::char('r')), Some(Action::Run));
    }
}
