//! The other side of a conversation, played from a script: bytes come in pieces, calls are interrupted,
//! writes take less than they were offered, and the line goes dead.
//!
//! `#[inline]` here lets those compile it who use it, in a test or two, and not everybody who builds the crate.

use std::io::{self, ErrorKind, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many reads after the end are taken for a loop that never stops.
const READS_AFTER_THE_END: u32 = 100;

/// Somebody to read from and to write to, in memory. Clones are the same peer, so the test can keep one.
///
/// ```
/// use std::io::{Read, Write};
/// let peer = kit::Peer::new().says("hel").interrupts().says("lo").accepts(2);
/// let mut line = peer.clone();
/// let mut text = String::new();
/// line.read_to_string(&mut text).unwrap();
/// line.write_all(b"bye").unwrap();
/// assert_eq!((text.as_str(), peer.heard()), ("hello", b"bye".to_vec()));
/// ```
///
/// Reading follows one script, writing another. After the script of reading comes the end of the stream;
/// after the script of writing everything is accepted.
#[derive(Clone, Debug, Default)]
pub struct Peer(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    reads: Vec<Turn>,
    writes: Vec<Turn>,
    heard: Vec<u8>,
    flushed: usize,
    calls: u64,
    reads_after_the_end: u32,
}

#[derive(Clone, Debug)]
enum Turn {
    Says(Vec<u8>),
    Accepts(usize),
    /// Once.
    Fails(ErrorKind),
    /// From now on.
    Broken(ErrorKind),
    End,
}

impl Peer {
    /// A peer that says nothing and accepts everything.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    #[inline]
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[inline]
    fn reading(self, turn: Turn) -> Self {
        self.state().reads.push(turn);
        self
    }

    #[inline]
    fn writing(self, turn: Turn) -> Self {
        self.state().writes.push(turn);
        self
    }

    /// A read gives these bytes; one with less room gives as many as fit, and the next one goes on.
    #[must_use]
    #[inline]
    pub fn says(self, bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        if bytes.is_empty() { self } else { self.reading(Turn::Says(bytes.to_vec())) }
    }

    /// A read fails with `WouldBlock`: nothing is there yet.
    #[must_use]
    #[inline]
    pub fn pauses(self) -> Self {
        self.reading(Turn::Fails(ErrorKind::WouldBlock))
    }

    /// A read fails with `Interrupted`: it is to be tried again.
    #[must_use]
    #[inline]
    pub fn interrupts(self) -> Self {
        self.reading(Turn::Fails(ErrorKind::Interrupted))
    }

    /// From here on reads give 0 bytes, the end of the stream. What is scripted after it is never said.
    #[must_use]
    #[inline]
    pub fn hangs_up(self) -> Self {
        self.reading(Turn::End)
    }

    /// From here on reads fail with `ConnectionReset`.
    #[must_use]
    #[inline]
    pub fn resets(self) -> Self {
        self.reading(Turn::Broken(ErrorKind::ConnectionReset))
    }

    /// A write takes at most this many bytes.
    ///
    /// # Panics
    ///
    /// If that is none: a write that takes nothing is [`refuses`](Self::refuses).
    #[must_use]
    #[inline]
    pub fn accepts(self, most: usize) -> Self {
        assert!(most > 0, "expected a peer that accepts at least one byte, but it accepts 0");
        self.writing(Turn::Accepts(most))
    }

    /// A write fails with `WouldBlock`: there is no room yet.
    #[must_use]
    #[inline]
    pub fn refuses(self) -> Self {
        self.writing(Turn::Fails(ErrorKind::WouldBlock))
    }

    /// A write fails with `Interrupted`: it is to be tried again.
    #[must_use]
    #[inline]
    pub fn interrupts_writes(self) -> Self {
        self.writing(Turn::Fails(ErrorKind::Interrupted))
    }

    /// From here on writes fail with `BrokenPipe`: nobody listens.
    #[must_use]
    #[inline]
    pub fn stops_listening(self) -> Self {
        self.writing(Turn::Broken(ErrorKind::BrokenPipe))
    }

    /// All that was written so far.
    #[must_use]
    #[inline]
    pub fn heard(&self) -> Vec<u8> {
        self.state().heard.clone()
    }

    /// As much of it as was written before the last `flush`.
    #[must_use]
    #[inline]
    pub fn heard_flushed(&self) -> Vec<u8> {
        let state = self.state();
        state.heard[..state.flushed].to_vec()
    }

    /// How many calls of `read`, `write` and `flush` there were.
    #[must_use]
    #[inline]
    pub fn calls(&self) -> u64 {
        self.state().calls
    }

    /// The script has to be played to its end: all said was read, all turns of writing were used.
    ///
    /// # Panics
    ///
    /// If something is left; the message says what.
    #[inline]
    pub fn assert_played_out(&self) {
        let state = self.state();
        let lasting = |turn: &&Turn| !matches!(turn, Turn::Broken(_) | Turn::End);
        let (reads, writes) = (state.reads.iter().find(lasting), state.writes.iter().find(lasting));
        assert!(reads.is_none(), "expected all to be read, but this was not asked for: {}", shown(reads));
        assert!(writes.is_none(), "expected more to be written; not used was: {}", shown(writes));
    }
}

#[inline]
fn shown(turn: Option<&Turn>) -> String {
    match turn {
        Some(Turn::Says(bytes)) => format!("the bytes \"{}\"", bytes.escape_ascii()),
        Some(Turn::Accepts(most)) => format!("a write that takes {most} bytes"),
        Some(Turn::Fails(kind)) => format!("the error {kind:?}"),
        Some(Turn::Broken(_) | Turn::End) | None => "nothing".to_owned(),
    }
}

impl Read for Peer {
    #[inline]
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let mut state = self.state();
        state.calls += 1;
        if room.is_empty() {
            return Ok(0);
        }
        match state.reads.first_mut() {
            Some(Turn::Says(bytes)) => {
                let count = bytes.len().min(room.len());
                room[..count].copy_from_slice(&bytes[..count]);
                bytes.drain(..count);
                if bytes.is_empty() {
                    state.reads.remove(0);
                }
                Ok(count)
            }
            Some(&mut Turn::Fails(kind)) => {
                state.reads.remove(0);
                Err(kind.into())
            }
            Some(&mut Turn::Broken(kind)) => {
                state.ended();
                Err(kind.into())
            }
            Some(Turn::End | Turn::Accepts(_)) | None => {
                state.ended();
                Ok(0)
            }
        }
    }
}

impl State {
    #[inline]
    fn ended(&mut self) {
        self.reads_after_the_end += 1;
        assert!(
            self.reads_after_the_end <= READS_AFTER_THE_END,
            "{READS_AFTER_THE_END} reads after the end of the stream: expected 0 bytes, or an error that \
             lasts, to end the loop"
        );
    }
}

impl Write for Peer {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.state();
        state.calls += 1;
        if bytes.is_empty() {
            return Ok(0);
        }
        let turn = state.writes.first().cloned();
        if !matches!(turn, None | Some(Turn::Broken(_))) {
            state.writes.remove(0);
        }
        let count = match turn {
            Some(Turn::Fails(kind) | Turn::Broken(kind)) => return Err(kind.into()),
            Some(Turn::Accepts(most)) => bytes.len().min(most),
            Some(Turn::Says(_) | Turn::End) | None => bytes.len(),
        };
        state.heard.extend_from_slice(&bytes[..count]);
        Ok(count)
    }

    #[inline]
    fn flush(&mut self) -> io::Result<()> {
        let mut state = self.state();
        state.calls += 1;
        if let Some(Turn::Broken(kind)) = state.writes.first() {
            return Err((*kind).into());
        }
        state.flushed = state.heard.len();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_in_the_scripted_pieces() {
        let mut peer = Peer::new().says("abcde").pauses().says("f").interrupts().hangs_up().says("never");
        let mut room = [0; 3];
        let mut kinds = Vec::new();
        for _ in 0..7 {
            kinds.push(peer.read(&mut room).map_err(|error| error.kind()));
        }
        let (pause, again) = (Err(ErrorKind::WouldBlock), Err(ErrorKind::Interrupted));
        assert_eq!(kinds, [Ok(3), Ok(2), pause, Ok(1), again, Ok(0), Ok(0)]);
        assert_eq!(room, *b"fec", "what was not given stays as it was");
        assert_eq!(peer.calls(), 7);
        let mut peer = Peer::new().pauses().refuses();
        assert_eq!((peer.read(&mut []).ok(), peer.write(&[]).ok()), (Some(0), Some(0)), "no turn is used");
        assert!(peer.read(&mut room).is_err() && peer.write(&room).is_err());
    }

    #[test]
    fn writes_are_short_and_fail_as_scripted() {
        let peer = Peer::new().accepts(2).refuses().interrupts_writes().accepts(9).stops_listening();
        let mut line = peer.clone();
        let mut write = |bytes: &[u8]| line.write(bytes).map_err(|error| error.kind());
        assert_eq!(write(b"abc"), Ok(2));
        assert_eq!(write(b"c"), Err(ErrorKind::WouldBlock));
        assert_eq!(write(b"c"), Err(ErrorKind::Interrupted));
        assert_eq!(write(b"c"), Ok(1));
        assert_eq!(write(b"d"), Err(ErrorKind::BrokenPipe));
        assert_eq!(write(b"d"), Err(ErrorKind::BrokenPipe));
        assert!(line.flush().is_err());
        assert_eq!((peer.heard(), peer.heard_flushed()), (b"abc".to_vec(), Vec::new()));
    }

    #[test]
    fn a_flush_marks_what_went_out() {
        let mut peer = Peer::new();
        peer.write_all(b"one").expect("it listens");
        peer.flush().expect("it listens");
        peer.write_all(b"two").expect("it listens");
        assert_eq!((peer.heard_flushed(), peer.heard()), (b"one".to_vec(), b"onetwo".to_vec()));
    }

    #[test]
    #[should_panic(expected = "expected all to be read, but this was not asked for: the bytes \"b\\n\"")]
    fn what_was_not_read_is_told() {
        let mut peer = Peer::new().says("ab\n").hangs_up();
        peer.read_exact(&mut [0]).expect("one is there");
        peer.assert_played_out();
    }

    #[test]
    #[should_panic(expected = "not used was: a write that takes 4 bytes")]
    fn what_was_not_written_is_told() {
        Peer::new().hangs_up().accepts(4).assert_played_out();
    }

    #[test]
    #[should_panic(expected = "100 reads after the end")]
    fn a_loop_that_ignores_the_end_is_stopped() {
        let mut peer = Peer::new().resets();
        while peer.read(&mut [0]).is_err() {}
    }
}
