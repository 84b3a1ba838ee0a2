//! Input that no answer can have learned by heart: seeded, and salted for each installation.
//!
//! The same salt gives the same input, so a failing test fails again. Not for secrets.

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

    /// A number in `low..=high`.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
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
}
