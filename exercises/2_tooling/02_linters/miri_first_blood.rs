// Miri first blood
//
// The reader of a sensor log has four functions with `unsafe` in them, and all their tests are
// green. That proves nothing: the compiler was promised four things, and each promise is broken.
//
// Miri runs the same tests in a machine that keeps count of every byte and every borrow. Read its
// report: what was done, on which line, and which earlier line made it wrong. Repair that one, let
// Miri run again, and so on until it has nothing to say. Keep the four signatures and what the
// functions answer; how much `unsafe` is left is up to you.
//
// Read: The Rustonomicon, What Unsafe Rust Can Do
// https://doc.rust-lang.org/nomicon/what-unsafe-does.html

use std::mem::{self, MaybeUninit};

/// Adds a sample, and tells by how much it exceeds the one before it, if there is one.
pub fn append(samples: &mut Vec<i64>, next: i64) -> Option<i64> {
    // TODO: Find out what this pointer points to when it is read.
    let before: Option<*const i64> = samples.last().map(|sample| sample as *const i64);
    samples.push(next);
    before.map(|before| next - unsafe { *before })
}

/// The three columns of a line such as `pump;7;ok`. None if there are fewer or more.
pub fn columns(line: &str) -> Option<[&str; 3]> {
    // TODO: Find out which values these three have before the loop.
    let empty = MaybeUninit::uninit();
    let mut found: [&str; 3] = unsafe { empty.assume_init() };
    let mut parts = line.split(';');
    for column in &mut found {
        *column = parts.next()?;
    }
    parts.next().is_none().then_some(found)
}

/// The number in the four bytes that begin at `at`, least significant byte first.
pub fn word_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four: &[u8; 4] = bytes.get(at..)?.first_chunk()?;
    // TODO: Find out what a `&u32` promises that a `&[u8; 4]` does not.
    let word: &u32 = unsafe { mem::transmute(four) };
    Some(u32::from_le(*word))
}

/// Two different items, both to be changed. None if there are no two such places.
pub fn two_mut<T>(items: &mut [T], one: usize, other: usize) -> Option<(&mut T, &mut T)> {
    if one == other || one.max(other) >= items.len() {
        return None;
    }
    let all: *mut [T] = items;
    // TODO: Find out what each of these two says about the items of the other.
    let (left, right) = unsafe { (&mut *all, &mut *all) };
    Some((&mut left[one], &mut right[other]))
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn each_sample_is_compared_with_the_one_before_it() {
        let mut rng =
            ::kit::Rng::salted("miri_first_blood: each_sample_is_compared_with_the_one_before_it");
        // More than a handful: what a freed block keeps longest is its end.
        let mut samples: Vec<i64> = (0..8).map(|_| rng.between(-1000, 1000)).collect();
        for _ in 0..4 {
            let before = samples[samples.len() - 1];
            let next = rng.between(-1000, 1000);
            samples.shrink_to_fit();
            let excess = append(&mut samples, next);
            assert_eq!(excess, Some(next - before), "{next} after {before}");
            assert_eq!(
                samples.last(),
                Some(&next),
                "the new sample is the last one"
            );
        }
        assert_eq!(samples.len(), 12, "every sample was kept");
    }

    #[test]
    fn the_first_sample_exceeds_nothing() {
        let mut samples = Vec::new();
        assert_eq!(append(&mut samples, 7), None, "there is none before it");
        assert_eq!(samples, [7], "and still it is there");
    }

    #[test]
    fn a_line_has_three_columns() {
        let mut rng = ::kit::Rng::salted("miri_first_blood: a_line_has_three_columns");
        for _ in 0..2 {
            let [name, value, state] = [0, 2, 3].map(|len| rng.text(len));
            let line = format!("{name};{value};{state}");
            assert_eq!(
                columns(&line),
                Some([&*name, &*value, &*state]),
                "columns of {line:?}"
            );
        }
    }

    #[test]
    fn a_line_with_fewer_or_more_columns_is_none() {
        for line in ["", "pump", "pump;7", "pump;7;ok;", "pump;7;ok;late"] {
            assert_eq!(columns(line), None, "columns of {line:?}");
        }
    }

    #[test]
    fn a_word_is_read_at_any_place() {
        let mut rng = ::kit::Rng::salted("miri_first_blood: a_word_is_read_at_any_place");
        let words: Vec<u32> = (0..2).map(|_| rng.bits() as u32).collect();
        for shift in 0..4 {
            let mut bytes = vec![0xee; shift];
            bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
            for (place, &word) in words.iter().enumerate() {
                let at = shift + 4 * place;
                assert_eq!(word_at(&bytes, at), Some(word), "the word at byte {at}");
            }
        }
    }

    #[test]
    fn a_word_that_is_not_whole_is_none() {
        let bytes = vec![1, 0, 0, 0, 2];
        assert_eq!(word_at(&bytes, 1), Some(0x0200_0000), "the last whole word");
        for at in [2, 4, 5, 6, usize::MAX] {
            assert_eq!(word_at(&bytes, at), None, "no four bytes at {at} of 5");
        }
    }

    #[test]
    fn two_items_are_changed_at_once() {
        let mut rng = ::kit::Rng::salted("miri_first_blood: two_items_are_changed_at_once");
        let before = [rng.bits() >> 1, rng.bits() >> 1, rng.bits() >> 1];
        for (one, other) in [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)] {
            let mut items = before;
            let (left, right) = two_mut(&mut items, one, other).expect("two different places");
            std::mem::swap(left, right);
            *left += 1;
            let mut wanted = before;
            wanted.swap(one, other);
            wanted[one] += 1;
            assert_eq!(
                items, wanted,
                "{one} and {other} exchanged, the first one counted up"
            );
        }
    }

    #[test]
    fn places_outside_are_none() {
        let mut items = [1, 2, 3];
        for (one, other) in [(0, 3), (3, 0), (1, 1), (9, 9), (usize::MAX, 0)] {
            assert_eq!(
                two_mut(&mut items, one, other),
                None,
                "{one} and {other} of 3"
            );
        }
        assert_eq!(
            two_mut(&mut items, 0, 2),
            Some((&mut 1, &mut 3)),
            "the first and the last"
        );
    }
}
