//! Keeps what a stream brings, whole or its two ends, in memory that does not grow with what is left
//! out. It must not know where the bytes come from.

use crate::process::{Capture, Gap, Output};

/// Takes chunks, and in the end says what was kept of them.
pub(super) struct Keep {
    head: Vec<u8>,
    tail: Vec<u8>,
    /// How much each of the two may hold; `None`: everything goes into the head.
    halves: Option<(usize, usize)>,
    left_out: u64,
}

impl Keep {
    pub(super) fn new(capture: Capture) -> Self {
        let halves = match capture {
            Capture::Whole => None,
            Capture::HeadAndTail(most) => Some((most.div_ceil(2), most / 2)),
        };
        Self { head: Vec::new(), tail: Vec::new(), halves, left_out: 0 }
    }

    pub(super) fn take(&mut self, chunk: &[u8]) {
        let Some((head, tail)) = self.halves else {
            self.head.extend_from_slice(chunk);
            return;
        };
        let (first, rest) = chunk.split_at(chunk.len().min(head - self.head.len()));
        self.head.extend_from_slice(first);
        self.tail.extend_from_slice(rest);
        // Twice the tail, then back to one: each byte is moved at most once, however small the chunks.
        if self.tail.len() > 2 * tail {
            self.shorten(tail);
        }
    }

    pub(super) fn end(mut self) -> Output {
        if let Some((_, tail)) = self.halves {
            self.shorten(tail);
        }
        let at = self.head.len();
        self.head.append(&mut self.tail);
        let gap = (self.left_out > 0).then_some(Gap { at, bytes: self.left_out });
        Output { bytes: self.head, gap }
    }

    fn shorten(&mut self, tail: usize) {
        let too_much = self.tail.len().saturating_sub(tail);
        self.tail.drain(..too_much);
        self.left_out += too_much as u64;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kept(capture: Capture, chunks: &[&[u8]]) -> Output {
        let mut keep = Keep::new(capture);
        for chunk in chunks {
            keep.take(chunk);
        }
        keep.end()
    }

    #[test]
    fn the_first_half_and_the_last_half_are_kept() {
        let out = kept(Capture::HeadAndTail(6), &[b"ab", b"cdefgh", b"ij"]);
        assert_eq!(out, Output { bytes: b"abchij".to_vec(), gap: Some(Gap { at: 3, bytes: 4 }) });
        assert_eq!(out.text(), "abc\n… 4 bytes left out …\nhij");
    }

    #[test]
    fn what_just_fits_has_no_gap() {
        assert_eq!(kept(Capture::HeadAndTail(5), &[b"abc", b"de"]).gap, None);
        assert_eq!(kept(Capture::HeadAndTail(5), &[b"abc", b"def"]).gap, Some(Gap { at: 3, bytes: 1 }));
        assert_eq!(kept(Capture::HeadAndTail(0), &[b"abc"]).gap, Some(Gap { at: 0, bytes: 3 }));
        assert_eq!(kept(Capture::Whole, &[&[7; 5000], &[8; 5000]]).bytes.len(), 10_000);
    }

    #[test]
    fn memory_does_not_grow_with_what_is_left_out() {
        let mut keep = Keep::new(Capture::HeadAndTail(1000));
        for _ in 0..10_000 {
            keep.take(&[1; 700]);
        }
        assert!(keep.head.capacity() + keep.tail.capacity() < 8000, "{}", keep.tail.capacity());
        assert_eq!(keep.end().gap, Some(Gap { at: 500, bytes: 7_000_000 - 1000 }));
    }

    proptest! {
        #[test]
        fn however_it_is_cut_into_chunks_the_same_is_kept(
            bytes in proptest::collection::vec(any::<u8>(), 0..400),
            step in 1_usize..50,
            most in 0_usize..300,
        ) {
            let chunks: Vec<&[u8]> = bytes.chunks(step).collect();
            let out = kept(Capture::HeadAndTail(most), &chunks);
            if bytes.len() <= most {
                prop_assert_eq!(out, Output { bytes, gap: None });
            } else {
                let (head, tail) = (most.div_ceil(2), most / 2);
                let want = [&bytes[..head], &bytes[bytes.len() - tail..]].concat();
                let gap = Gap { at: head, bytes: (bytes.len() - most) as u64 };
                prop_assert_eq!(out, Output { bytes: want, gap: Some(gap) });
            }
        }
    }
}
