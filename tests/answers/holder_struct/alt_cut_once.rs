// Everything is found when the highlighter is made; afterwards no needle is left to keep.

pub struct Highlighter<'text> {
    found: Option<(&'text str, &'text str)>,
}

impl<'text> Highlighter<'text> {
    pub fn new(text: &'text str, needle: &str) -> Self {
        let found = text
            .find(needle)
            .map(|start| text[start..].split_at(needle.len()));
        Self { found }
    }

    pub fn first(&self) -> Option<&'text str> {
        self.found.map(|(first, _)| first)
    }

    pub fn behind(&self) -> Option<&'text str> {
        self.found.map(|(_, rest)| rest)
    }
}
