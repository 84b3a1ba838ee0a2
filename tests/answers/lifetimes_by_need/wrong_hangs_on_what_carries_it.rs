/// The first word of a line.
pub fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or("")
}

/// All that stands before the mark; the whole text where there is none.
pub fn before<'t>(text: &'t str, mark: &str) -> &'t str {
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
pub fn pick<'t>(list: &'t [&str], place: usize) -> &'t str {
    list[place]
}

/// The counter that belongs to a name; a new one where there is none yet.
pub fn counter<'c>(counters: &'c mut Vec<(String, u32)>, name: &str) -> &'c mut u32 {
    let known = counters.iter().position(|(known, _)| known == name);
    let place = known.unwrap_or_else(|| {
        counters.push((name.to_owned(), 0));
        counters.len() - 1
    });
    &mut counters[place].1
}

/// What somebody said. The words may be read long after the name of the speaker is forgotten.
pub struct Quote<'w> {
    words: &'w str,
    speaker: &'w str,
}

impl<'w> Quote<'w> {
    pub fn new(words: &'w str, speaker: &'w str) -> Self {
        Self { words, speaker }
    }

    pub fn words(&self) -> &str {
        self.words
    }

    pub fn speaker(&self) -> &str {
        self.speaker
    }
}
