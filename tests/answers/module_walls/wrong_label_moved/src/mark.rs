/// Where a book stands: by topic, and then by the first letters of its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub(crate) topic: u16,
    pub(crate) letters: String,
}

impl Mark {
    /// A mark of which nobody has asked whether it makes sense: only `read` does, so only it needs this.
    pub(crate) fn unchecked(topic: u16, letters: &str) -> Self {
        Self {
            topic,
            letters: letters.to_owned(),
        }
    }
}

/// What marks are sorted by. The shelf needs it.
pub(crate) fn sort_key(mark: &Mark) -> (u16, &str) {
    (mark.topic, &mark.letters)
}
