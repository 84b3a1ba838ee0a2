//! Words of a command line, and refusals that name the word at fault.

use std::fmt;

/// A command line.
pub struct Line(Vec<String>);

/// A word that cannot be used.
#[derive(Debug)]
pub struct Refusal(String);

impl Line {
    /// That of this program.
    pub fn own() -> Self {
        Self(std::env::args().collect())
    }

    /// The word at this place; 0 is the program.
    pub fn word(&self, place: usize) -> Result<&str, Refusal> {
        let missing = || Refusal(format!("word {place} is missing"));
        self.0.get(place).map(String::as_str).ok_or_else(missing)
    }

    /// A refusal of the word at this place.
    pub fn refuse(&self, place: usize) -> Refusal {
        let word = self.0.get(place).map_or("", String::as_str);
        Refusal(format!("`{word}` cannot be used here"))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
