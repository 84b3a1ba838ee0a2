// One lifetime on all that goes in, and the methods as they were.

/// The first word of a line.
pub fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or("")
}

/// All that stands before the mark; the whole text where there is none.
pub fn before<'a>(text: &'a str, mark: &'a str) -> &'a str {
    text.split(mark).next().unwrap_or(text)
}

/// The longer of two texts, the left one if both are as long.
pub fn longer<'t>(left: &'t str, right: &'t str) -> &'t str {
    if right.len() > left.len() {
        right
    } else {
        left
    }
}

/// The text at this place of a list.
pub fn pick<'a>(list: &'a [&'a str], place: usize) -> &'a str {
    list[place]
}

/// The counter that belongs to a name; a new one where there is none yet.
pub fn counter<'a>(counters: &'a mut Vec<(String, u32)>, name: &'a str) -> &'a mut u32 {
    let known = counters.iter().position(|(known, _)| known == name);
    let place = known.unwrap_or_else(|| {
        counters.push((name.to_owned(), 0));
        counters.len() - 1
    });
    &mut counters[place].1
}

/// What somebody said. The words may be read long after the name of the speaker is forgotten.
pub struct Quote<'a> {
    words: &'a str,
    speaker: &'a str,
}

impl<'a> Quote<'a> {
    pub fn new(words: &'a str, speaker: &'a str) -> Self {
        Self { words, speaker }
    }

    pub fn words(&self) -> &str {
        self.words
    }

    pub fn speaker(&self) -> &str {
        self.speaker
    }
}
