use std::borrow::Cow;
use std::sync::Arc;

/// The path in the form that the index uses.
pub fn normalise(path: &str) -> Cow<'_, str> {
    let mut form = Cow::Borrowed(path);
    for (at, letter) in path.char_indices() {
        let fitting = if letter == '\\' {
            '/'
        } else {
            letter.to_ascii_lowercase()
        };
        if fitting != letter {
            form.to_mut()
                .replace_range(at..at + letter.len_utf8(), fitting.encode_utf8(&mut [0; 4]));
        }
    }
    form
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
        if self.current.title == title {
            return;
        }
        match Arc::get_mut(&mut self.current) {
            Some(config) => config.title = title.to_string(),
            None => {
                let folders = self.current.folders.clone();
                self.current = Arc::new(Config {
                    title: title.to_string(),
                    folders,
                });
            }
        }
    }
}
