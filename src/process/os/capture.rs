//! Keeps the head and the tail of a stream in bounded memory. It must not look at what it keeps.

use std::collections::VecDeque;

use crate::process::{Capture, Gap, Output};

/// One stream, as far as it is kept.
#[derive(Debug)]
pub(super) struct Captured {
    head: Vec<u8>,
    tail: VecDeque<u8>,
    /// How much the head and the tail may hold; none for everything.
    half: Option<usize>,
    left_out: u64,
}

impl Captured {
    pub(super) fn new(capture: Capture) -> Self {
        let half = match capture {
            Capture::Whole => None,
            Capture::HeadAndTail(bytes) => Some(bytes / 2),
        };
        Self { head: Vec::new(), tail: VecDeque::new(), half, left_out: 0 }
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        let Some(half) = self.half else {
            self.head.extend_from_slice(bytes);
            return;
        };
        let (first, rest) = bytes.split_at(bytes.len().min(half.saturating_sub(self.head.len())));
        self.head.extend_from_slice(first);
        // Of a chunk larger than the tail only its end can stay.
        let skipped = rest.len().saturating_sub(half);
        self.tail.extend(&rest[skipped..]);
        let surplus = self.tail.len().saturating_sub(half);
        self.tail.drain(..surplus);
        self.left_out += (skipped + surplus) as u64;
    }

    pub(super) fn into_output(self) -> Output {
        let at = self.head.len();
        let mut bytes = self.head;
        bytes.extend(self.tail);
        let gap = (self.left_out > 0).then_some(Gap { at, bytes: self.left_out });
        Output { bytes, gap }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(limit: usize, chunks: &[&[u8]]) -> Output {
        let mut captured = Captured::new(Capture::HeadAndTail(limit));
        for chunk in chunks {
            captured.add(chunk);
        }
        captured.into_output()
    }

    #[test]
    fn what_fits_is_kept_whole() {
        assert_eq!(kept(8, &[b"abcd", b"efgh"]), Output { bytes: b"abcdefgh".to_vec(), gap: None });
    }

    #[test]
    fn beyond_the_limit_the_middle_goes() {
        let output = kept(4, &[b"abcdef", b"ghij"]);
        assert_eq!(output.bytes, b"abij");
        assert_eq!(output.gap, Some(Gap { at: 2, bytes: 6 }));
        assert_eq!(output.text(), "ab\n… 6 bytes left out …\nij");
    }

    #[test]
    fn one_huge_chunk_keeps_its_two_ends() {
        let chunk: Vec<u8> = (0..=255).collect();
        let output = kept(10, &[&chunk]);
        assert_eq!(output.bytes, [0, 1, 2, 3, 4, 251, 252, 253, 254, 255]);
    }

    #[test]
    fn compilers_are_never_cut() {
        let mut captured = Captured::new(Capture::Whole);
        captured.add(&vec![1; 3_000_000]);
        assert_eq!(captured.into_output().bytes.len(), 3_000_000);
    }
}
