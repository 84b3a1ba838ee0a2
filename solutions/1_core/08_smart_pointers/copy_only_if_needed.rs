// Why so: `Cow` lets the result say whether a copy was needed, and the caller reads both kinds alike.
// Looking first costs a walk over the path, which is far cheaper than a copy that nobody needs.
// Cloning an `Arc` only counts one more owner. `make_mut` asks that count: alone, it changes what is
// there; shared, it copies first, so that older snapshots keep what they show. It cannot know that
// the new title equals the old one, so that question comes before it.

use std::borrow::Cow;
use std::sync::Arc;

/// The path in the form that the index uses.
pub fn normalise(path: &str) -> Cow<'_, str> {
    if path.contains(|letter: char| letter == '\\' || letter.is_ascii_uppercase()) {
        Cow::Owned(path.replace('\\', "/").to_ascii_lowercase())
    } else {
        Cow::Borrowed(path)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub title: String,
    pub folders: Vec<String>,
}

pub struct Settings {
    current: Arc<Config>,
}

impl Settings {
    pub fn new(config: Config) -> Self {
        Settings {
            current: Arc::new(config),
        }
    }

    /// The settings as they are now, to be kept for as long as the reader likes.
    pub fn snapshot(&self) -> Arc<Config> {
        Arc::clone(&self.current)
    }

    /// Changes the title, for those who ask from now on.
    pub fn rename(&mut self, title: &str) {
        if self.current.title != title {
            Arc::make_mut(&mut self.current).title = title.to_owned();
        }
    }
}
