// Keep a reference
//
// A highlighter is given a text and a needle, and hands out views of the text: the first place where the
// needle stands, and all that comes behind it. Finish it.
//
// A result must stay good when the highlighter is gone, but never when the text is. The needle may go as soon
// as the highlighter is made. The programs in `holder_struct/accept/` have to compile and run with your
// highlighter, and those in `holder_struct/reject/` must be refused on the lines they mark.
// Nothing of the text is copied.
//
// Read: The Rust Programming Language, Lifetimes in Structs and Methods
// https://doc.rust-lang.org/book/ch10-03-lifetime-syntax.html

/// Finds a needle in a text.
pub struct Highlighter {
    needle: String,
    // TODO: Say for how long the highlighter borrows the text, here and wherever the struct is named.
    text: &str,
}

impl Highlighter {
    pub fn new(text: &str, needle: &str) -> Self {
        Self {
            needle: needle.to_owned(),
            text,
        }
    }

    /// The first place in the text where the needle stands.
    // TODO: Read `accept/kept_for_later.rs`: what does a result hang on?
    pub fn first(&self) -> Option<&str> {
        // TODO: Find it.
        todo!("{} in {}", self.needle, self.text)
    }

    /// The part of the text behind the first match.
    pub fn behind(&self) -> Option<&str> {
        // TODO: Find it, too.
        todo!("{} in {}", self.needle, self.text)
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn the_first_match_is_found() {
        let text = String::from("one fish, two fish");
        let light = Highlighter::new(&text, "fish");
        assert_eq!(light.first(), Some("fish"));
        let first = light.first().unwrap();
        assert!(
            ::kit::same_place(first.as_bytes(), &text.as_bytes()[4..8]),
            "the match is a view of the first place, not of another one and not a copy"
        );
    }

    #[test]
    fn behind_begins_where_the_match_ends() {
        let light = Highlighter::new("one fish, two fish", "fish");
        assert_eq!(light.behind(), Some(", two fish"));
        assert_eq!(
            Highlighter::new("the end", "end").behind(),
            Some(""),
            "nothing is left, and that is no reason for None"
        );
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let light = Highlighter::new("one fish, two fish", "Fish");
        assert_eq!((light.first(), light.behind()), (None, None));
    }

    #[test]
    fn texts_of_any_letters_are_cut_at_the_right_places() {
        let mut rng = ::kit::Rng::salted("holder_struct");
        for len in 0..30 {
            let (before, needle, after) = (rng.text(len), rng.text(3), rng.text(5));
            let text = format!("{before}{needle}{after}");
            let at = (0..text.len())
                .find(|&at| text.is_char_boundary(at) && text[at..].starts_with(&needle));
            let at = at.unwrap();
            let light = Highlighter::new(&text, &needle);
            let (first, behind) = (light.first().unwrap(), light.behind().unwrap());
            assert_eq!(first, needle, "in {text:?}");
            assert_eq!(behind, &text[at + needle.len()..], "in {text:?}");
            assert!(
                ::kit::inside(&text, first) && ::kit::inside(&text, behind),
                "views of the text, not copies of it"
            );
        }
    }
}
