// The longest lifetime there is must be long enough.

/// Finds a needle in a text.
pub struct Highlighter {
    needle: String,
    text: &'static str,
}

impl Highlighter {
    pub fn new(text: &'static str, needle: &str) -> Self {
        Self {
            needle: needle.to_owned(),
            text,
        }
    }

    /// The first place in the text where the needle stands.
    pub fn first(&self) -> Option<&'static str> {
        let start = self.text.find(&self.needle)?;
        Some(&self.text[start..start + self.needle.len()])
    }

    /// The part of the text behind the first match.
    pub fn behind(&self) -> Option<&'static str> {
        let start = self.text.find(&self.needle)?;
        Some(&self.text[start + self.needle.len()..])
    }
}
