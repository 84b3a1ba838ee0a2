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
pub fn first_word<'l>(line: &'l str) -> &'l str {
    line.split_whitespace().next().unwrap_or("")
}

/// All that stands before the mark; the whole text where there is none.
// TODO: On which of the two does the result hang?
pub fn before<'t>(text: &'t str, mark: &str) -> &'t str {
    text.split(mark).next().unwrap_or(text)
}

/// The longer of two texts, the left one if both are as long.
// TODO: And here?
pub fn longer<'t>(left: &'t str, right: &'t str) -> &'t str {
    if right.len() > left.len() {
        right
    } else {
        left
    }
}

/// The text at this place of a list.
// TODO: The list and the texts in it need not live equally long.
pub fn pick<'t>(list: &[&'t str], place: usize) -> &'t str {
    list[place]
}

/// The counter that belongs to a name; a new one where there is none yet.
// TODO: Who lends the counter?
pub fn counter<'c>(counters: &'c mut Vec<(String, u32)>, name: &str) -> &'c mut u32 {
    let known = counters.iter().position(|(known, _)| known == name);
    let place = known.unwrap_or_else(|| {
        counters.push((name.to_owned(), 0));
        counters.len() - 1
    });
    &mut counters[place].1
}

/// What somebody said. The words may be read long after the name of the speaker is forgotten.
// TODO: Let the quote, and what it hands out, say what they hang on.
pub struct Quote<'w, 's> {
    words: &'w str,
    speaker: &'s str,
}

impl<'w, 's> Quote<'w, 's> {
    pub fn new(words: &'w str, speaker: &'s str) -> Self {
        Self { words, speaker }
    }

    pub fn words(&self) -> &'w str {
        self.words
    }

    pub fn speaker(&self) -> &'s str {
        self.speaker
    }
}
