// Contracts on paper
//
// `Line` keeps a short text with a zero behind it. Its unchecked functions trust their callers, and nowhere does it say
// in what. Above each stand its preconditions, by name.
//
// One: in debug builds only, a broken precondition panics with its name, before anything is changed. Where several are
// broken, any of their names will do.
// Two: `clear` asks nothing of its callers, so it should be safe; and two of the blocks hold nothing unsafe.
// Three: give each unsafe operation a block of its own, and above each block a comment `// SAFETY: …` that says why it
// is right; give each unsafe function a section `# Safety`.
//
// Read: https://doc.rust-lang.org/nomicon/working-with-unsafe.html

/// How many bytes a line has room for.
pub const ROOM: usize = 12;

/// At most `ROOM` bytes of ASCII; those behind them are zero.
pub struct Line {
    // There is one more than `ROOM`, and it is always zero.
    bytes: [u8; ROOM + 1],
    len: usize,
}

// TODO: Assert what each function trusts in, document it, and divide the blocks.
impl Line {
    pub const fn empty() -> Self {
        Line {
            bytes: [0; ROOM + 1],
            len: 0,
        }
    }

    pub fn len(&self) -> usize {
        unsafe { self.len }
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Takes all bytes out.
    pub unsafe fn clear(&mut self) {
        unsafe {
            self.bytes = [0; ROOM + 1];
            self.len = 0;
        }
    }

    /// Adds a byte. `room`: there are fewer than `ROOM`. `ascii`: it is ASCII.
    pub unsafe fn push_unchecked(&mut self, byte: u8) {
        unsafe { self.bytes.as_mut_ptr().add(self.len).write(byte) };
        self.len += 1;
    }

    /// Replaces a byte. `in_use`: the place is below the length. `ascii`: the byte is ASCII.
    pub unsafe fn set_unchecked(&mut self, place: usize, byte: u8) {
        unsafe { *self.bytes.as_mut_ptr().add(place) = byte };
    }

    /// Cuts the line off behind `len` bytes. `shorter`: it has at least as many.
    pub unsafe fn truncate_unchecked(&mut self, len: usize) {
        unsafe {
            self.bytes
                .as_mut_ptr()
                .add(len)
                .write_bytes(0, self.len - len);
        }
        self.len = len;
    }

    /// The bytes from one place to another. `ordered`: `from` is not behind `to`. `in_use`: `to` is not behind the end.
    pub unsafe fn part_unchecked(&self, from: usize, to: usize) -> &str {
        unsafe {
            let first = self.bytes.as_ptr().add(from);
            std::str::from_utf8_unchecked(std::slice::from_raw_parts(first, to - from))
        }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        unsafe { self.part_unchecked(0, self.len) }
    }

    /// Adds a byte if it is ASCII and there is room, and says whether.
    pub fn push(&mut self, byte: u8) -> bool {
        let fits = self.len < ROOM && byte.is_ascii();
        if fits {
            unsafe { self.push_unchecked(byte) };
        }
        fits
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    /// A line of `len` letters, and the text in it.
    fn filled(what: &str, len: usize) -> (Line, String) {
        let mut rng = ::kit::Rng::salted(&format!("contracts_on_paper: {what}"));
        let text: String = (0..len)
            .map(|_| char::from(b'a' + rng.below(26) as u8))
            .collect();
        let mut line = Line::empty();
        assert!(
            text.bytes().all(|byte| line.push(byte)),
            "there is room for {len}"
        );
        (line, text)
    }

    /// Breaks a precondition, which has to be noticed by name, and before the line has changed.
    fn broken(names: &[&str], len: usize, breach: impl FnOnce(&mut Line)) {
        if !cfg!(debug_assertions) {
            return; // a release build asks for nothing
        }
        let (mut line, text) = filled("broken", len);
        let said = match catch_unwind(AssertUnwindSafe(|| breach(&mut line))) {
            Ok(()) => panic!("{names:?} does not hold in this call, and nobody noticed"),
            Err(said) => said,
        };
        let owned = said.downcast_ref::<String>().cloned();
        let said = owned.unwrap_or_else(|| said.downcast_ref::<&str>().unwrap_or(&"").to_string());
        assert!(
            names.iter().any(|name| said.contains(name)),
            "the panic has to name {names:?}; it says {said:?}"
        );
        let all = ["room", "ascii", "in_use", "shorter", "ordered"];
        assert!(
            !all.iter().all(|name| said.contains(name)),
            "whoever names every precondition has not said which one is broken: {said:?}"
        );
        assert_eq!(
            line.len, len,
            "the length was changed before {names:?} was looked at"
        );
        assert_eq!(
            &line.bytes[..len],
            text.as_bytes(),
            "changed before {names:?} was looked at"
        );
        assert!(
            line.bytes[len..].iter().all(|byte| *byte == 0),
            "the bytes behind the text stay zero"
        );
    }

    /// A reason says what holds, and one word says nothing.
    #[test]
    fn every_reason_is_a_sentence() {
        let file = include_str!("contracts_on_paper.rs");
        let part = file.split("mod checks {").next().unwrap_or_default();
        for line in part.lines() {
            if let Some((_, reason)) = line.split_once("// SAFETY:") {
                let words = reason.split_whitespace().count();
                assert!(words >= 3, "why is this right: `// SAFETY:{reason}`?");
            }
        }
    }

    #[test]
    fn what_holds_is_done() {
        let (mut line, text) = filled("what_holds", 8);
        assert_eq!(
            (line.as_str(), line.len(), line.is_empty()),
            (&*text, 8, false)
        );
        for (from, to) in [(2, 5), (8, 8), (0, 8), (0, 0)] {
            // SAFETY: none of these parts ends before it begins, or behind the eight bytes.
            let part = unsafe { line.part_unchecked(from, to) };
            assert_eq!(part, &text[from..to], "from {from} to {to} of eight bytes");
        }
        // SAFETY: there are 8 of 12 bytes, and this one is ASCII.
        unsafe { line.push_unchecked(0x7f) };
        for (place, byte) in [(8, b'!'), (0, b'?')] {
            // SAFETY: both are among the nine bytes, and ASCII.
            unsafe { line.set_unchecked(place, byte) };
        }
        assert_eq!(line.as_str(), format!("?{}!", &text[1..]));
        // SAFETY: it has nine bytes.
        unsafe { line.truncate_unchecked(9) };
        assert_eq!(line.len(), 9, "as long as it was");
        // SAFETY: as above.
        unsafe { line.truncate_unchecked(3) };
        assert_eq!(line.as_str(), format!("?{}", &text[1..3]));
        assert!(
            line.bytes[3..].iter().all(|byte| *byte == 0),
            "what was cut off is zero"
        );
        // SAFETY: it has three.
        unsafe { line.truncate_unchecked(0) };
        assert_eq!((line.as_str(), line.is_empty()), ("", true));
    }

    #[test]
    #[allow(
        unused_unsafe,
        reason = "`clear` asks for a promise until you have taken that away"
    )]
    fn a_cleared_line_is_zero_all_through() {
        let (mut line, _) = filled("cleared", 5);
        // SAFETY: nothing is asked for.
        unsafe { line.clear() };
        assert_eq!(
            (line.len, line.bytes),
            (0, [0; ROOM + 1]),
            "no byte is left, and those behind the text are zero"
        );
    }

    #[test]
    fn a_line_may_be_full() {
        assert_eq!(ROOM, 12, "the room of a line is not yours to change");
        let (mut line, text) = filled("full", ROOM - 1);
        // SAFETY: there is room for one more.
        unsafe { line.push_unchecked(b'.') };
        assert_eq!(
            line.as_str(),
            format!("{text}."),
            "the last place may be used"
        );
        assert!(!line.push(b'x'), "and there is no other");
        assert!(!Line::empty().push(0x80), "no ASCII");
    }

    #[test]
    fn adding_to_a_full_line_is_noticed() {
        // SAFETY: none, on purpose; the zero byte keeps even this within the array.
        broken(&["room"], ROOM, |line| unsafe { line.push_unchecked(b'x') });
    }

    #[test]
    fn a_byte_that_is_not_ascii_is_noticed() {
        // SAFETY: none, on purpose; nobody looks at the text as text afterwards.
        broken(&["ascii"], 3, |line| unsafe { line.push_unchecked(0x80) });
        // SAFETY: as above.
        broken(&["ascii"], 3, |line| unsafe { line.set_unchecked(1, 0xff) });
    }

    #[test]
    fn a_place_behind_the_text_is_noticed() {
        // SAFETY: none, on purpose; all places are within the array.
        broken(&["in_use"], 3, |line| unsafe {
            line.set_unchecked(3, b'x')
        });
        // SAFETY: as above.
        broken(&["in_use"], 3, |line| unsafe {
            line.set_unchecked(ROOM, b'x')
        });
        // SAFETY: as above, and the bytes there are zero, which is ASCII.
        broken(&["in_use"], 3, |line| unsafe {
            assert_eq!(line.part_unchecked(1, 4), "never seen")
        });
    }

    #[test]
    fn a_part_that_ends_before_it_begins_is_noticed() {
        // SAFETY: none, on purpose.
        broken(&["ordered"], 5, |line| unsafe {
            assert_eq!(line.part_unchecked(3, 2), "never seen")
        });
        // SAFETY: as above; this breaks two of them.
        broken(&["ordered", "in_use"], 3, |line| unsafe {
            assert_eq!(line.part_unchecked(5, 4), "never seen")
        });
    }

    #[test]
    fn cutting_to_more_than_there_is_is_noticed() {
        // SAFETY: none, on purpose.
        broken(&["shorter"], 3, |line| unsafe {
            line.truncate_unchecked(4)
        });
    }
}
