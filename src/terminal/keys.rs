//! Keys as the terminal sends them. It must not know what a key means.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event as Raw, KeyCode as RawCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Event;
use super::signals::Waiter;
use crate::message::{Key, KeyCode, Size};

/// Waits for the next key or size. None is told for what is neither: the end of a key, a paste, the mouse, a call to look up.
pub(super) fn read(waiter: &mut Waiter) -> io::Result<Option<Event>> {
    // Several keys that came at once were all taken from the terminal with the first: ask before waiting.
    if !event::poll(Duration::ZERO)? {
        waiter.wait()?;
        if !event::poll(Duration::ZERO)? {
            return Ok(None);
        }
    }
    Ok(translate(&event::read()?))
}

fn translate(raw: &Raw) -> Option<Event> {
    match raw {
        Raw::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Event::Key),
        Raw::Resize(columns, rows) => {
            Some(Event::Resized(Size { columns: usize::from(*columns), rows: usize::from(*rows) }))
        }
        _ => None,
    }
}

fn key_of(raw: &KeyEvent) -> Option<Key> {
    let code = match raw.code {
        RawCode::Char(char) => KeyCode::Char(char),
        RawCode::Enter => KeyCode::Enter,
        RawCode::Esc => KeyCode::Escape,
        RawCode::Backspace => KeyCode::Backspace,
        RawCode::Up => KeyCode::Up,
        RawCode::Down => KeyCode::Down,
        RawCode::PageUp => KeyCode::PageUp,
        RawCode::PageDown => KeyCode::PageDown,
        RawCode::Home => KeyCode::Home,
        RawCode::End => KeyCode::End,
        _ => return None,
    };
    let held = |modifier| raw.modifiers.contains(modifier);
    Some(Key { code, ctrl: held(KeyModifiers::CONTROL), alt: held(KeyModifiers::ALT) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_arrive_and_ends_of_keys_do_not() {
        let key = |code, modifiers| Raw::Key(KeyEvent::new(code, modifiers));
        let ctrl_l = translate(&key(RawCode::Char('l'), KeyModifiers::CONTROL));
        assert_eq!(ctrl_l, Some(Event::Key(Key::ctrl('l'))));
        let shifted = translate(&key(RawCode::Char('R'), KeyModifiers::SHIFT));
        assert_eq!(shifted, Some(Event::Key(Key::char('R'))), "Shift is in the character");
        let end = KeyEvent::new_with_kind(RawCode::Char('q'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(translate(&Raw::Key(end)), None);
        assert_eq!(translate(&Raw::Paste("q".to_owned())), None, "pasted text presses no keys");
    }
}
