// Const table
//
// A checksum can be worked out bit by bit, or eight bits at a time with a table of 256 entries. The
// table never changes, so the compiler can build it: a `const` is worked out while the program is
// built, and with it every `const fn` it calls. Not all of the language is allowed there.
//
// Write both functions so that the program builds. Entry `i` is the number `i` after eight rounds of:
// shift right by one bit, then, if the bit that fell out was 1, XOR with `POLYNOMIAL`.
//
// Read: The Rust Programming Language, chapter 3.5, Control Flow (loop labels)
// https://doc.rust-lang.org/book/ch03-05-control-flow.html

const POLYNOMIAL: u32 = 0xedb8_8320;

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    // TODO: Fill all 256 entries. The index is a `usize`; `as u32` is fine here.
    todo!()
}

/// The first two different places that hold the same value: the first place as low as possible, and
/// the second the next one after it. A table with such a pair would take one byte for another.
const fn first_pair(table: &[u32; 256]) -> Option<(usize, usize)> {
    // TODO: Compare each entry with all later ones, and stop altogether at the first pair.
    todo!()
}

/// The checksum of these bytes. Nothing is left to do here: one look into the table for each byte.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        let [low, ..] = sum.to_le_bytes();
        sum = (sum >> 8) ^ TABLE[usize::from(low ^ byte)];
    }
    !sum
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    // Both are worked out while this is built.
    const AT_BUILD_TIME: [u32; 256] = table();
    const PAIR_AT_BUILD_TIME: Option<(usize, usize)> = first_pair(&[7; 256]);

    fn hex(value: u32) -> String {
        format!("{value:#010x}")
    }

    /// The rule of the table once more, for one entry and without a loop over bits.
    fn entry(place: usize) -> u32 {
        let rounds = [(); 8];
        rounds
            .iter()
            .fold(u32::try_from(place).unwrap(), |value, ()| match value % 2 {
                0 => value / 2,
                _ => (value / 2) ^ POLYNOMIAL,
            })
    }

    /// A table of 256 different values in a random order.
    fn all_different(rng: &mut ::kit::Rng) -> [u32; 256] {
        let mut values = [0; 256];
        for (place, value) in values.iter_mut().enumerate() {
            *value = u32::try_from(place * 3 + 1).unwrap();
        }
        rng.shuffle(&mut values);
        values
    }

    #[test]
    fn the_first_entries_follow_the_rule() {
        assert_eq!(TABLE[0], 0, "eight rounds leave 0 as it is");
        assert_eq!(
            hex(TABLE[128]),
            hex(POLYNOMIAL),
            "the one bit of 128 falls out in the eighth round: look at it before you shift"
        );
        assert_eq!(
            hex(TABLE[1]),
            "0x77073096",
            "the bit of 1 falls out in the first round, and seven more follow"
        );
    }

    #[test]
    fn the_last_entry_follows_the_rule() {
        assert_eq!(
            hex(TABLE[255]),
            "0x2d02ef8d",
            "the table has 256 entries, the last one at 255"
        );
    }

    #[test]
    fn entries_from_everywhere_follow_the_rule() {
        let mut rng = ::kit::Rng::salted("const_table: entries");
        for _ in 0..100 {
            let place = rng.below(255);
            assert_eq!(
                hex(AT_BUILD_TIME[place]),
                hex(entry(place)),
                "entry {place}"
            );
        }
    }

    #[test]
    fn the_known_checksum_comes_out() {
        assert_eq!(
            hex(checksum(b"123456789")),
            "0xcbf43926",
            "the value every CRC-32 is tried with"
        );
        assert_eq!(checksum(b""), 0);
    }

    #[test]
    fn a_table_without_a_pair_has_none() {
        let mut rng = ::kit::Rng::salted("const_table: no pair");
        assert_eq!(
            first_pair(&all_different(&mut rng)),
            None,
            "256 different values"
        );
    }

    #[test]
    fn the_only_pair_is_found_wherever_it_is() {
        let mut rng = ::kit::Rng::salted("const_table: only pair");
        let mut places = vec![(0, 1), (0, 255), (254, 255), (100, 101)];
        for _ in 0..20 {
            let second = 1 + rng.below(255);
            places.push((rng.below(second), second));
        }
        for (first, second) in places {
            let mut values = all_different(&mut rng);
            values[second] = values[first];
            assert_eq!(first_pair(&values), Some((first, second)));
        }
    }

    #[test]
    fn of_many_pairs_the_first_is_found() {
        let mut rng = ::kit::Rng::salted("const_table: many pairs");
        let mut values = all_different(&mut rng);
        let first = rng.below(50);
        values[first + 150] = values[first];
        values[first + 100] = values[first + 50];
        values[254] = values[255];
        assert_eq!(
            first_pair(&values),
            Some((first, first + 150)),
            "other pairs lie closer together, or end earlier"
        );
        assert_eq!(PAIR_AT_BUILD_TIME, Some((0, 1)), "256 times the same value");
    }

    #[test]
    fn a_pair_is_two_neighbours_among_equals() {
        let mut rng = ::kit::Rng::salted("const_table: equals");
        let mut values = all_different(&mut rng);
        values[20] = values[3];
        values[90] = values[3];
        assert_eq!(
            first_pair(&values),
            Some((3, 20)),
            "of three equal values the first two"
        );
    }
}
