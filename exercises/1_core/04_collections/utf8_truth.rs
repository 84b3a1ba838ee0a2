// The truth about text
//
// A `String` is a row of bytes in UTF-8: a character, one Unicode scalar value, takes one to four of
// them. Write four small functions for a sign maker, each right for text in any script.
//
// Characters here are what `char` holds. An accent may be a character of its own that is drawn above
// the one before it; it counts, and in the reversed text it stands where the order puts it.
//
// Read: The Rust Programming Language, chapter 8.2, Storing UTF-8 Encoded Text with Strings
// https://doc.rust-lang.org/book/ch08-02-strings.html

/// The longest beginning of `text` that has at most `bytes` bytes and ends between two characters.
fn shortened(text: &str, bytes: usize) -> &str {
    // TODO: Keep what fits, without breaking a character.
    todo!("keep {bytes} bytes of {text:?}")
}

/// How many characters `text` has.
fn character_count(text: &str) -> usize {
    // TODO: Count characters, not bytes.
    todo!("count {text:?}")
}

/// The characters of `text`, last one first.
fn reversed(text: &str) -> String {
    // TODO: Turn the order of the characters round and leave each of them whole.
    todo!("reverse {text:?}")
}

/// At which byte the character number `index` begins, counted from 0; none if there are not so many.
fn byte_of(text: &str, index: usize) -> Option<usize> {
    // TODO: Find where the character begins.
    todo!("find character {index} of {text:?}")
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    /// Texts whose characters take one byte each, two, three, and four.
    const WIDTHS: [&str; 4] = ["plain", "žåñ", "語€한", "🦀𝄞🐘"];

    #[test]
    fn all_four_are_right_for_plain_letters() {
        assert_eq!(shortened("lantern", 4), "lant");
        assert_eq!(character_count("lantern"), 7);
        assert_eq!(reversed("lantern"), "nretnal");
        assert_eq!(byte_of("lantern", 2), Some(2));
    }

    #[test]
    fn a_text_that_fits_is_kept_whole() {
        for text in WIDTHS {
            assert_eq!(
                shortened(text, text.len()),
                text,
                "it has exactly so many bytes"
            );
            assert_eq!(
                shortened(text, text.len() + 1),
                text,
                "there is a byte to spare"
            );
            assert_eq!(
                shortened(text, usize::MAX),
                text,
                "far more bytes are allowed than there are"
            );
        }
        assert_eq!(shortened("", 3), "");
    }

    #[test]
    fn a_cut_between_characters_is_made_there() {
        let mut rng = ::kit::Rng::salted("a_cut_between_characters_is_made_there");
        for _ in 0..200 {
            let (front, back) = (text(&mut rng, 6), text(&mut rng, 4));
            let whole = format!("{front}語{back}");
            let cut = shortened(&whole, front.len());
            assert_eq!(cut, front, "{whole:?} cut at {} bytes", front.len());
            assert!(
                ::kit::inside(&whole, cut),
                "the result should be a view of the text, not a copy"
            );
        }
    }

    #[test]
    fn a_cut_inside_a_character_leaves_it_out() {
        assert_eq!(
            shortened("語", 2),
            "",
            "two of three bytes are no character"
        );
        assert_eq!(shortened("🦀", 0), "");
        let mut rng = ::kit::Rng::salted("a_cut_inside_a_character_leaves_it_out");
        for _ in 0..200 {
            let (front, back) = (text(&mut rng, 6), text(&mut rng, 3));
            let broken = *rng.pick(&['é', '語', '🦀']);
            let bytes = front.len() + 1 + rng.below(broken.len_utf8() - 1);
            let whole = format!("{front}{broken}{back}");
            assert_eq!(
                shortened(&whole, bytes),
                front,
                "{whole:?} cut at {bytes} bytes"
            );
        }
    }

    #[test]
    fn characters_are_counted_whatever_their_width() {
        for (text, count) in [
            ("", 0),
            ("žåñ", 3),
            ("語€한", 3),
            ("🦀𝄞", 2),
            ("e\u{301}", 2),
        ] {
            assert_eq!(character_count(text), count, "{text:?}");
        }
        let mut rng = ::kit::Rng::salted("characters_are_counted_whatever_their_width");
        for _ in 0..100 {
            let count = rng.below(30);
            let any = text(&mut rng, count);
            assert_eq!(character_count(&any), count, "{any:?}");
        }
    }

    #[test]
    fn reversing_keeps_each_character_whole() {
        for (text, wanted) in [
            ("", ""),
            ("žåñ", "ñåž"),
            ("語€한", "한€語"),
            ("a🦀b", "b🦀a"),
        ] {
            assert_eq!(reversed(text), wanted, "{text:?}");
        }
        assert_eq!(
            reversed("e\u{301}a"),
            "a\u{301}e",
            "the accent is a character of its own"
        );
        let mut rng = ::kit::Rng::salted("reversing_keeps_each_character_whole");
        for _ in 0..100 {
            let letters: Vec<String> = (0..rng.below(12)).map(|_| text(&mut rng, 1)).collect();
            let mut turned = letters.clone();
            turned.reverse();
            assert_eq!(reversed(&letters.concat()), turned.concat(), "{letters:?}");
        }
    }

    #[test]
    fn each_character_is_found() {
        let mut rng = ::kit::Rng::salted("each_character_is_found");
        for _ in 0..100 {
            let index = rng.below(10);
            let (front, rest) = (text(&mut rng, index), text(&mut rng, 3));
            let whole = format!("{front}{rest}");
            assert_eq!(
                byte_of(&whole, index),
                Some(front.len()),
                "character {index} of {whole:?}"
            );
        }
    }

    #[test]
    fn a_character_that_is_not_there_is_not_found() {
        assert_eq!(byte_of("", 0), None);
        assert_eq!(byte_of("žå", 1), Some(2));
        for (text, count) in [("žå", 2), ("🦀", 1), ("lantern", 7)] {
            for index in count..count + 4 {
                assert_eq!(
                    byte_of(text, index),
                    None,
                    "{text:?} has {count} characters, counted from 0"
                );
            }
        }
    }

    /// Any `count` characters, the first of them wider than a byte.
    fn text(rng: &mut ::kit::Rng, count: usize) -> String {
        let wide = *rng.pick(&["é", "ж", "語", "🦀"]);
        if count == 0 {
            String::new()
        } else {
            format!("{wide}{}", rng.text(count - 1))
        }
    }
}
