// Write first; the assertion will tell if it was wrong.

/// How many bytes a line has room for.
pub const ROOM: usize = 12;

/// At most `ROOM` bytes of ASCII; those behind them are zero.
pub struct Line {
    // There is one more than `ROOM`, and it is always zero.
    bytes: [u8; ROOM + 1],
    len: usize,
}

impl Line {
    pub const fn empty() -> Self {
        Line {
            bytes: [0; ROOM + 1],
            len: 0,
        }
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Takes all bytes out.
    pub fn clear(&mut self) {
        self.bytes = [0; ROOM + 1];
        self.len = 0;
    }

    /// Adds a byte.
    ///
    /// # Safety
    ///
    /// `room`: there are fewer than `ROOM`. `ascii`: it is ASCII.
    pub unsafe fn push_unchecked(&mut self, byte: u8) {
        // SAFETY: the length is at most `ROOM`, and the array has one byte more.
        let place = unsafe { self.bytes.as_mut_ptr().add(self.len) };
        // SAFETY: `room` says that this is a byte of the array, and `self` is borrowed exclusively.
        unsafe { place.write(byte) };
        self.len += 1;
        debug_assert!(
            self.len <= ROOM,
            "room: {} bytes are there already",
            self.len
        );
        debug_assert!(byte.is_ascii(), "ascii: {byte:#x}");
    }

    /// Replaces a byte.
    ///
    /// # Safety
    ///
    /// `in_use`: the place is below the length. `ascii`: the byte is ASCII.
    pub unsafe fn set_unchecked(&mut self, place: usize, byte: u8) {
        // SAFETY: `in_use` says that this is a byte of the array.
        let at = unsafe { self.bytes.as_mut_ptr().add(place) };
        // SAFETY: as above, and `self` is borrowed exclusively.
        unsafe { *at = byte };
        debug_assert!(place < self.len, "in_use: {place} of {}", self.len);
        debug_assert!(byte.is_ascii(), "ascii: {byte:#x}");
    }

    /// Cuts the line off behind `len` bytes.
    ///
    /// # Safety
    ///
    /// `shorter`: it has at least as many.
    pub unsafe fn truncate_unchecked(&mut self, len: usize) {
        // SAFETY: `shorter` says that this is at most the length, which is within the array.
        let rest = unsafe { self.bytes.as_mut_ptr().add(len) };
        // SAFETY: so many bytes are in use behind that place.
        unsafe { rest.write_bytes(0, self.len - len) };
        self.len = len;
        debug_assert!(
            len <= ROOM && len <= self.len,
            "shorter: {len} of {}",
            self.len
        );
    }

    /// The bytes from one place to another.
    ///
    /// # Safety
    ///
    /// `ordered`: `from` is not behind `to`. `in_use`: `to` is not behind the end.
    pub unsafe fn part_unchecked(&self, from: usize, to: usize) -> &str {
        debug_assert!(from <= to, "ordered: {from} to {to}");
        debug_assert!(to <= self.len, "in_use: {to} of {}", self.len);
        // SAFETY: both preconditions together say that `from` is at most the length.
        let first = unsafe { self.bytes.as_ptr().add(from) };
        // SAFETY: the part lies within the array, and nobody changes it while `self` is borrowed.
        let part = unsafe { std::slice::from_raw_parts(first, to - from) };
        // SAFETY: all bytes of a line are ASCII, by the contracts of those that write.
        unsafe { std::str::from_utf8_unchecked(part) }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        // SAFETY: zero is not behind the length, and the length is not behind itself.
        unsafe { self.part_unchecked(0, self.len) }
    }

    /// Adds a byte if it is ASCII and there is room, and says whether.
    pub fn push(&mut self, byte: u8) -> bool {
        let fits = self.len < ROOM && byte.is_ascii();
        if fits {
            // SAFETY: both was looked at just now.
            unsafe { self.push_unchecked(byte) };
        }
        fits
    }
}
