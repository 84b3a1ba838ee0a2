//! A small good set, and ways to spoil it.

use std::collections::BTreeMap;

use cargo_roadmap::curriculum::{Curriculum, CurriculumError, SetSource, load};

/// The check words of these tests.
pub(crate) const WORDS: &[&str] =
    &["compile", "test", "run", "clippy", "fmt", "source", "golden", "mutants", "doc", "emit", "machine"];

pub(crate) const INFO: &str = r#"format_version = 2

[[stages]]
id = "first"
title = "First stage"
goal = "Begin."

[[stages]]
id = "second"
title = "Second stage"
goal = "Go on."

[[topics]]
id = "words"
stage = "first"
title = "Words"
reading = [{ title = "A book, ch. 1", url = "https://example.org/book", minutes = 10 }]

[[topics]]
id = "numbers"
stage = "first"
title = "Numbers"
requires = ["words"]

[[topics]]
id = "loops"
stage = "second"
title = "Loops"
requires = ["numbers"]
"#;

pub(crate) const WORDS_TOML: &str = "exercises/1_first/01_words/topic.toml";
pub(crate) const NUMBERS_TOML: &str = "exercises/1_first/02_numbers/topic.toml";

/// One entry of a `topic.toml`, with more lines behind its required ones.
pub(crate) fn entry(name: &str, more: &str) -> String {
    format!(
        "[[exercises]]\nname = \"{name}\"\nkind = \"fix\"\ntier = \"A\"\nminutes = 5\nchecks = [\"test\"]\n{more}\n"
    )
}

/// Files of a set by their paths.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files(pub(crate) BTreeMap<String, Vec<u8>>);

impl Files {
    /// Three topics in two stages, two exercises.
    pub(crate) fn good() -> Self {
        Self::default()
            .with("info.toml", INFO)
            .with(WORDS_TOML, &entry("greet", "hints = [\"Look at the end.\"]"))
            .with("exercises/1_first/01_words/greet.rs", "fn greet() {}\n")
            .with("solutions/1_first/01_words/greet.rs", "fn greet() {}\n")
            .with(NUMBERS_TOML, &entry("count", "fails_with = [\"test:a\"]"))
            .with("exercises/1_first/02_numbers/count.rs", "fn count() {}\n")
            .with("solutions/1_first/02_numbers/count.rs", "fn count() {}\n")
    }

    /// The first format: two directories and a file beside them.
    pub(crate) fn format_one() -> Self {
        let entry =
            |name: &str, more: &str| format!("[[exercises]]\nname = \"{name}\"\nhint = \"h\"\n{more}\n");
        let info =
            ["format_version = 1\n".to_owned(), entry("1st", "dir = \"00_start\""), entry("loose", "")];
        Self::default()
            .with("info.toml", &info.concat())
            .with("exercises/00_start/1st.rs", "fn main() {}\n")
            .with("exercises/loose.rs", "fn main() {}\n")
    }

    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.as_bytes().to_vec());
        self
    }

    pub(crate) fn without(mut self, path: &str) -> Self {
        assert!(self.0.remove(path).is_some(), "{path} is there to be taken out");
        self
    }

    /// One text in one file becomes another.
    pub(crate) fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.0[path].clone()).unwrap();
        assert!(text.contains(from), "{path} has {from}");
        self.with(path, &text.replacen(from, to, 1))
    }

    /// More lines for the exercise `greet`.
    pub(crate) fn greet(self, more: &str) -> Self {
        self.with(WORDS_TOML, &entry("greet", more))
    }

    /// Another exercise of the topic of numbers, with its files.
    pub(crate) fn plus(self, name: &str, more: &str) -> Self {
        let text = String::from_utf8(self.0[NUMBERS_TOML].clone()).unwrap() + &entry(name, more);
        self.with(NUMBERS_TOML, &text)
            .with(&format!("exercises/1_first/02_numbers/{name}.rs"), "")
            .with(&format!("solutions/1_first/02_numbers/{name}.rs"), "")
    }

    pub(crate) fn load(&self) -> Result<Curriculum, CurriculumError> {
        load(&SetSource::in_memory("test", self.0.clone()).unwrap(), WORDS)
    }

    /// Everything that is wrong with it, as people are told.
    pub(crate) fn faults(&self) -> String {
        self.load().map_or_else(|error| error.to_string(), |_| String::new())
    }
}
