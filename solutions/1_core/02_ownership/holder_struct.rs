// Why so: two borrows meet in `first`, that of the highlighter and that of the text. A match is a piece of the
// text, so its type names the lifetime of the text, `'t`, and `&self` keeps one of its own that nobody needs to
// name. Left out, the lifetime of the result would be that of `&self`, and a match could not be kept once the
// highlighter is gone. The needle is only compared with, so the highlighter owns it and asks nobody how long it lives.

/// Finds a needle in a text.
pub struct Highlighter<'t> {
    needle: String,
    text: &'t str,
}

impl<'t> Highlighter<'t> {
    pub fn new(text: &'t str, needle: &str) -> Self {
        Self {
            needle: needle.to_owned(),
            text,
        }
    }

    /// The first place in the text where the needle stands.
    pub fn first(&self) -> Option<&'t str> {
        let start = self.text.find(&self.needle)?;
        Some(&self.text[start..start + self.needle.len()])
    }

    /// The part of the text behind the first match.
    pub fn behind(&self) -> Option<&'t str> {
        let start = self.text.find(&self.needle)?;
        Some(&self.text[start + self.needle.len()..])
    }
}
