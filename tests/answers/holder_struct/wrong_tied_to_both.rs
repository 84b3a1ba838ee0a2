/// Finds a needle in a text.
pub struct Highlighter<'t> {
    needle: String,
    text: &'t str,
}

impl<'t> Highlighter<'t> {
    pub fn new(text: &'t str, needle: &'t str) -> Self {
        Self {
            needle: needle.to_owned(),
            text,
        }
    }

    /// The first place in the text where the needle stands.
    pub fn first(&self) -> Option<&str> {
        let start = self.text.find(&self.needle)?;
        Some(&self.text[start..start + self.needle.len()])
    }

    /// The part of the text behind the first match.
    pub fn behind(&self) -> Option<&str> {
        let start = self.text.find(&self.needle)?;
        Some(&self.text[start + self.needle.len()..])
    }
}
