// Flatten the ladder
//
// A door reads badges such as `Mina Rao:0413:3`: a name of two words or more, a number, a level from
// 1 to 5. The three functions below work and pass all tests, but each step to the right hides one
// more condition, and the linter refuses blocks nested more than two deep in a body.
//
// Flatten them. Every text must get the same reading as before, also one with two faults.
// You need neither `unwrap` nor `expect`.
//
// Read: The Rust Programming Language, chapter 6.3, Concise Control Flow with if let and let else
// https://doc.rust-lang.org/book/ch06-03-if-let.html

/// What a badge says, or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reading {
    Badge {
        initials: (char, char),
        number: u16,
        level: u8,
    },
    Torn,
    NoName,
    NoNumber,
    NoLevel,
}

/// The first letters of the first and the last of two or more words.
fn initials(name: &str) -> Option<(char, char)> {
    // TODO: Flatten this one; both sides know how to say that there is nothing.
    let mut words = name.split(' ');
    if let Some(first) = words.next() {
        if let Some(last) = words.next_back() {
            if let Some(one) = first.chars().next() {
                if let Some(two) = last.chars().next() {
                    return Some((one, two));
                }
            }
        }
    }
    None
}

/// Reads the three parts of a badge.
fn read_badge(text: &str) -> Reading {
    // TODO: Flatten this one; watch which fault is named when there are two.
    if let Some((name, rest)) = text.split_once(':') {
        if let Some((number, level)) = rest.split_once(':') {
            if let Ok(number) = number.parse() {
                if let Ok(level @ 1..=5) = level.parse() {
                    if let Some(initials) = initials(name) {
                        Reading::Badge {
                            initials,
                            number,
                            level,
                        }
                    } else {
                        Reading::NoName
                    }
                } else {
                    Reading::NoLevel
                }
            } else {
                Reading::NoNumber
            }
        } else {
            Reading::Torn
        }
    } else {
        Reading::Torn
    }
}

/// The number of the badge, if it opens a door of that level and was not reported lost.
fn let_in(text: &str, door: u8, lost: &[u16]) -> Option<u16> {
    // TODO: Flatten this one; a pattern and two conditions may stand in one `if`.
    if let Reading::Badge { number, level, .. } = read_badge(text) {
        if level >= door {
            if !lost.contains(&number) {
                return Some(number);
            }
        }
    }
    None
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    fn good(initials: (char, char), number: u16, level: u8) -> Reading {
        Reading::Badge {
            initials,
            number,
            level,
        }
    }

    #[test]
    fn initials_come_from_the_first_and_the_last_word() {
        assert_eq!(initials("Mina Rao"), Some(('M', 'R')));
        assert_eq!(
            initials("Éva de la Croix"),
            Some(('É', 'C')),
            "the words between do not count"
        );
    }

    #[test]
    fn initials_need_two_words_with_letters() {
        for name in ["", "Mina", " ", "Mina ", " Rao"] {
            assert_eq!(initials(name), None, "{name:?}");
        }
    }

    #[test]
    fn a_good_badge_is_read() {
        assert_eq!(read_badge("Mina Rao:0413:3"), good(('M', 'R'), 413, 3));
        let mut rng = ::kit::Rng::salted("a_good_badge_is_read");
        for _ in 0..50 {
            let number = u16::try_from(rng.below(65_536)).unwrap_or(0);
            let level = *rng.pick(&[1, 2, 3, 4, 5]);
            let (one, two) = (*rng.pick(&['A', 'ж', '語']), *rng.pick(&['b', 'Ø']));
            let text = format!("{one}da Maria {two}ell:{number}:{level}");
            assert_eq!(
                read_badge(&text),
                good((one, two), number, level),
                "{text:?}"
            );
        }
    }

    #[test]
    fn each_fault_has_its_reading() {
        let table = [
            ("", Reading::Torn),
            ("Mina Rao", Reading::Torn),
            ("Mina Rao:413", Reading::Torn),
            ("Mina Rao:65536:3", Reading::NoNumber),
            ("Mina Rao::3", Reading::NoNumber),
            ("Mina Rao:413:", Reading::NoLevel),
            ("Mina Rao:413:0", Reading::NoLevel),
            ("Mina Rao:413:6", Reading::NoLevel),
            ("Mina Rao:413:3:3", Reading::NoLevel),
            ("Mina:413:3", Reading::NoName),
            (":413:3", Reading::NoName),
        ];
        for (text, wanted) in table {
            assert_eq!(read_badge(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn of_two_faults_the_same_one_is_named_as_before() {
        let table = [
            ("Mina:413", Reading::Torn),
            ("Mina Rao:none", Reading::Torn),
            ("Mina Rao:none:9", Reading::NoNumber),
            ("Mina:none:3", Reading::NoNumber),
            ("Mina:413:9", Reading::NoLevel),
            (":none:9", Reading::NoNumber),
        ];
        for (text, wanted) in table {
            assert_eq!(read_badge(text), wanted, "{text:?} has more than one fault");
        }
    }

    #[test]
    fn a_door_asks_for_a_level() {
        let mut rng = ::kit::Rng::salted("a_door_asks_for_a_level");
        for (level, door) in (1..=5_u8).flat_map(|level| (1..=5_u8).map(move |door| (level, door)))
        {
            let number = u16::try_from(rng.below(9_000)).unwrap_or(0);
            let text = format!("Mina Rao:{number}:{level}");
            let wanted = (level >= door).then_some(number);
            assert_eq!(
                let_in(&text, door, &[]),
                wanted,
                "a badge of level {level} at a door of level {door}"
            );
        }
    }

    #[test]
    fn lost_and_unreadable_badges_open_nothing() {
        assert_eq!(let_in("Mina Rao:413:3", 1, &[7, 413]), None, "413 was lost");
        assert_eq!(
            let_in("Mina Rao:413:3", 1, &[7, 41]),
            Some(413),
            "others were lost"
        );
        assert_eq!(
            let_in("Mina Rao:413:9", 1, &[]),
            None,
            "there is no level 9"
        );
    }
}
