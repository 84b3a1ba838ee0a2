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
            let mut config = Config::clone(&self.current);
            config.title = title.to_owned();
            self.current = Arc::new(config);
        }
    }
}
