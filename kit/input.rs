//! Input that no answer can have learned by heart: seeded, and salted for each installation.
//!
//! The same salt gives the same input, so a failing test fails again. Not for secrets.

use std::ops::{Bound, RangeBounds};

/// The salt of this run: the number in the variable `ROADMAP_SALT`, or 0 where it is not set.
///
/// The runner sets it; by hand, `ROADMAP_SALT=7 cargo test` repeats a run with another one.
pub fn salt() -> u64 {
    std::env::var("ROADMAP_SALT").ok().and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// A small deterministic generator (SplitMix64, Steele, Lea and Flood 2014).
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// A generator for one test: `name` keeps two tests from drawing the same numbers, and the
    /// salt keeps two installations from it.
    pub fn salted(name: &str) -> Self {
        // FNV-1a, so that the seed does not depend on the standard library's hasher.
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed ^ salt().wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// A generator with exactly this seed, whatever the salt.
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in `0..limit`.
    ///
    /// # Panics
    ///
    /// If `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        assert!(limit > 0, "there is no number below 0");
        // The slight bias towards small numbers is below 2^-32 for every limit a test uses.
        usize::try_from(self.bits() % limit as u64).unwrap_or(0)
    }

    /// Any byte.
    pub fn u8(&mut self) -> u8 {
        self.bits().to_be_bytes()[0]
    }

    /// Any `u32`.
    pub fn u32(&mut self) -> u32 {
        u32::try_from(self.bits() >> 32).unwrap_or(0)
    }

    /// Any `i32`.
    pub fn i32(&mut self) -> i32 {
        self.u32().cast_signed()
    }

    /// Yes or no.
    pub fn flag(&mut self) -> bool {
        self.bits() >> 63 == 1
    }

    /// So many bytes.
    pub fn bytes(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| self.u8()).collect()
    }

    /// A number of the range, of any integer type with at most 64 bits.
    ///
    /// ```
    /// let mut rng = kit::Rng::salted("ages");
    /// let (age, shift) = (rng.within(18_u8..=99), rng.within(-3..3_i32));
    /// assert!((18..=99).contains(&age) && (-3..3).contains(&shift));
    /// ```
    ///
    /// # Panics
    ///
    /// If the range is empty.
    pub fn within<T: Draw>(&mut self, range: impl RangeBounds<T>) -> T {
        let low = match range.start_bound() {
            Bound::Included(low) => low.wide(),
            Bound::Excluded(low) => low.wide() + 1,
            Bound::Unbounded => T::LOWEST.wide(),
        };
        let high = match range.end_bound() {
            Bound::Included(high) => high.wide(),
            Bound::Excluded(high) => high.wide() - 1,
            Bound::Unbounded => T::HIGHEST.wide(),
        };
        assert!(
            low <= high,
            "expected a range with a number in it, but between {low} and {high} there is none"
        );
        T::narrow(low + i128::from(self.bits()) % (high - low + 1))
    }

    /// A number in `low..=high`.
    ///
    /// # Panics
    ///
    /// If `low` is above `high`.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        assert!(low <= high, "expected a range with a number in it, but {low} is above {high}");
        let span = u64::try_from(i128::from(high) - i128::from(low) + 1).unwrap_or(0);
        let step = if span == 0 { self.bits() } else { self.bits() % span };
        low.wrapping_add(step.cast_signed())
    }

    /// One of the items.
    ///
    /// # Panics
    ///
    /// If there are none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        assert!(!items.is_empty(), "expected at least one item to pick from, but there is none");
        &items[self.below(items.len())]
    }

    /// Puts the items in a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// A text of `len` characters that take one to four bytes each, combining marks among them.
    pub fn text(&mut self, len: usize) -> String {
        const LETTERS: [char; 12] = ['a', 'z', ' ', '7', 'é', 'ß', 'ж', '\u{301}', '語', '€', '🦀', '𝄞'];
        (0..len).map(|_| *self.pick(&LETTERS)).collect()
    }
}

/// An integer that [`Rng::within`] can draw.
pub trait Draw: Copy {
    /// The lowest number of the type.
    const LOWEST: Self;
    /// The highest number of the type.
    const HIGHEST: Self;
    /// The same number in a type that has room for all of them.
    fn wide(self) -> i128;
    /// Back again; the number fits.
    fn narrow(wide: i128) -> Self;
}

macro_rules! draws {
    ($($int:ty)*) => {$(
        impl Draw for $int {
            const LOWEST: Self = <$int>::MIN;
            const HIGHEST: Self = <$int>::MAX;

            fn wide(self) -> i128 {
                self as i128
            }

            fn narrow(wide: i128) -> Self {
                wide as Self
            }
        }
    )*};
}

draws!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_gives_the_same_numbers_and_another_name_others() {
        let draw = |name: &str| {
            let mut rng = Rng::salted(name);
            [rng.bits(), rng.bits()]
        };
        assert_eq!(draw("a"), draw("a"));
        assert_ne!(draw("a"), draw("b"));
    }

    #[test]
    fn numbers_stay_in_their_range() {
        let mut rng = Rng::seeded(1);
        for _ in 0..1000 {
            assert!(rng.below(7) < 7);
            assert!((-3..=3).contains(&rng.between(-3, 3)));
        }
        rng.between(i64::MIN, i64::MAX);
    }

    #[test]
    fn a_text_has_the_asked_number_of_characters() {
        assert_eq!(Rng::seeded(2).text(50).chars().count(), 50);
    }

    #[test]
    fn every_number_of_a_range_comes_and_no_other() {
        let mut rng = Rng::seeded(3);
        let mut seen = [0; 6];
        for _ in 0..600 {
            seen[usize::from(rng.within(2_u8..5))] += 1;
        }
        assert!(seen[2..5].iter().all(|&count| count > 150) && seen.iter().sum::<u32>() == 600, "{seen:?}");
        assert_eq!((rng.within(-4..=-4_i32), rng.within(255_u8..)), (-4, 255));
        let halves: Vec<bool> = (0..50).map(|_| rng.within::<i64>(..) < 0).collect();
        assert!(halves.contains(&true) && halves.contains(&false), "the whole range is open");
    }

    #[test]
    fn draws_use_every_bit_of_their_type() {
        let mut rng = Rng::seeded(4);
        let (mut ones, mut zeros) = ((0_u8, 0_u32, 0_i32), (255_u8, u32::MAX, -1_i32));
        for _ in 0..200 {
            let (a, b, c) = (rng.u8(), rng.u32(), rng.i32());
            ones = (ones.0 | a, ones.1 | b, ones.2 | c);
            zeros = (zeros.0 & a, zeros.1 & b, zeros.2 & c);
        }
        assert_eq!((ones, zeros), ((255, u32::MAX, -1), (0, 0, 0)));
        let flags: Vec<bool> = (0..50).map(|_| rng.flag()).collect();
        assert!(flags.contains(&true) && flags.contains(&false));
        assert_eq!((rng.bytes(9).len(), rng.bytes(8) == rng.bytes(8)), (9, false));
    }

    #[test]
    fn a_shuffle_keeps_the_items_and_a_pick_finds_each() {
        let mut rng = Rng::seeded(5);
        let mut items: Vec<u8> = (0..20).collect();
        rng.shuffle(&mut items);
        assert_ne!(items, (0..20).collect::<Vec<_>>());
        let mut picked = [0; 20];
        (0..1000).for_each(|_| picked[usize::from(*rng.pick(&items))] += 1);
        assert!(picked.iter().all(|&count| count > 0), "{picked:?}");
        items.sort_unstable();
        assert_eq!(items, (0..20).collect::<Vec<_>>());
    }

    #[test]
    #[should_panic(expected = "expected a range with a number in it, but between 5 and 4 there is none")]
    fn an_empty_range_is_refused() {
        Rng::seeded(1).within(5..5);
    }

    #[test]
    #[should_panic(expected = "expected at least one item to pick from")]
    fn nothing_can_be_picked_from_nothing() {
        Rng::seeded(1).pick::<u8>(&[]);
    }
}
