// Lifetimes by need
//
// Some of these signatures do not say where their result comes from, and so nobody knows what has to outlive it.
// Add the lifetimes that are missing, and as few as will do: a caller who may let go of something must be free to
// do so, and nobody may keep what is gone. The bodies are right as they are.
//
// Callers lie in `lifetimes_by_need/accept/`, which have to compile and run, and in `lifetimes_by_need/reject/`,
// which must be refused on the lines they mark. Where a lifetime need not be named, do not name it.
//
// Read: The Rust Programming Language, Validating References with Lifetimes
// https://doc.rust-lang.org/book/ch10-03-lifetime-syntax.html

/// The first word of a line.
pub fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or("")
}

/// All that stands before the mark; the whole text where there is none.
// TODO: On which of the two does the result hang?
pub fn before(text: &str, mark: &str) -> &str {
    text.split(mark).next().unwrap_or(text)
}

/// The longer of two texts, the left one if both are as long.
// TODO: And here?
pub fn longer(left: &str, right: &str) -> &str {
    if right.len() > left.len() {
        right
    } else {
        left
    }
}

/// The text at this place of a list.
// TODO: The list and the texts in it need not live equally long.
pub fn pick(list: &[&str], place: usize) -> &str {
    list[place]
}

/// The counter that belongs to a name; a new one where there is none yet.
// TODO: Who lends the counter?
pub fn counter(counters: &mut Vec<(String, u32)>, name: &str) -> &mut u32 {
    let known = counters.iter().position(|(known, _)| known == name);
    let place = known.unwrap_or_else(|| {
        counters.push((name.to_owned(), 0));
        counters.len() - 1
    });
    &mut counters[place].1
}

/// What somebody said. The words may be read long after the name of the speaker is forgotten.
// TODO: Let the quote, and what it hands out, say what they hang on.
pub struct Quote {
    words: &str,
    speaker: &str,
}

impl Quote {
    pub fn new(words: &str, speaker: &str) -> Self {
        Self { words, speaker }
    }

    pub fn words(&self) -> &str {
        self.words
    }

    pub fn speaker(&self) -> &str {
        self.speaker
    }
}

// == checks ==
#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn the_bodies_are_what_they_were() {
        assert_eq!(first_word("  to be or not"), "to");
        assert_eq!(before("key=value", "="), "key");
        assert_eq!(before("key", "="), "key");
        assert_eq!(longer("left", "right"), "right");
        assert_eq!(longer("same", "long"), "same");
        assert_eq!(pick(&["a", "b", "c"], 1), "b");
        let quote = Quote::new("It moves", "Galileo");
        assert_eq!((quote.words(), quote.speaker()), ("It moves", "Galileo"));
    }

    #[test]
    fn counters_count_for_each_name() {
        let mut counters = Vec::new();
        for name in ["ash", "oak", "ash"] {
            *counter(&mut counters, name) += 1;
        }
        assert_eq!(counters, [("ash".to_owned(), 2), ("oak".to_owned(), 1)]);
    }

    #[test]
    fn results_are_views_and_not_copies() {
        let mut rng = ::kit::Rng::salted("lifetimes_by_need");
        for len in 1..20 {
            let (left, right) = (rng.text(len), rng.text(rng.clone().below(20)));
            let seen = longer(&left, &right);
            assert!(::kit::inside(&left, seen) || ::kit::inside(&right, seen));
            let text = format!("{left}\n{right}");
            let head = before(&text, "\n");
            assert_eq!(head, left);
            assert!(::kit::inside(&text, head));
        }
    }
}
