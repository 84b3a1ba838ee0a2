//! What a set must hold to be used: one function for each rule, in the files below. A rule reports and
//! goes on, so that one reading shows all faults. It must not stop at the first, and must not panic,
//! whatever the bytes are.

pub(super) mod exercise;
pub(super) mod facts;
pub(super) mod metadata;
pub(super) mod files;
pub(super) mod judging;
mod machine;
pub(super) mod map;
pub(super) mod names;
pub(super) mod signature;
pub(super) mod steps;
pub(super) mod texts;

use std::fmt::{self, Write as _};
use std::ops::Range;
use std::path::PathBuf;

use super::document::Document;
use super::source::SourceError;

/// Faults beyond this number are only counted: nobody reads them, and a broken generator makes thousands.
const MOST_FAULTS: usize = 200;

/// One thing that is wrong with a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file it is in, relative to the set.
    pub file: PathBuf,
    /// The line, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What is wrong, and why it is.
    pub what: String,
    /// How to mend it.
    pub help: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}\n  help: {}", self.what, self.help)
    }
}

/// A set that cannot be used, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct CurriculumError {
    /// Never empty; by file and line.
    pub faults: Vec<Fault>,
}

impl From<SourceError> for CurriculumError {
    fn from(error: SourceError) -> Self {
        let mut faults = Faults::default();
        faults.source(&error);
        Self { faults: faults.list }
    }
}

/// Where rules put what they find.
#[derive(Debug, Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
    more: usize,
}

impl Faults {
    /// Reports something about a file as a whole, or about one of its lines.
    pub(super) fn push(
        &mut self,
        file: impl Into<PathBuf>,
        line: Option<usize>,
        what: impl AsRef<str>,
        help: impl AsRef<str>,
    ) {
        if self.list.len() == MOST_FAULTS {
            self.more += 1;
            return;
        }
        let (what, help) = (printable(what.as_ref()), printable(help.as_ref()));
        self.list.push(Fault { file: file.into(), line, what, help });
    }

    /// Reports that a file could not be read.
    pub(super) fn source(&mut self, error: &SourceError) {
        self.push(printable(&error.path().to_string_lossy()), None, error.to_string(), error.help());
    }

    /// Adds those of another part of the set.
    pub(super) fn append(&mut self, other: Self) {
        self.more += other.more;
        for fault in other.list {
            if self.full() {
                self.more += 1;
            } else {
                self.list.push(fault);
            }
        }
    }

    /// How many there are so far.
    pub(super) fn count(&self) -> usize {
        self.list.len() + self.more
    }

    /// Whether more would not be shown: time to stop looking.
    pub(super) fn full(&self) -> bool {
        self.list.len() == MOST_FAULTS
    }

    /// The error they make, if there are any.
    pub(super) fn into_result(mut self) -> Result<(), CurriculumError> {
        if self.list.is_empty() {
            return Ok(());
        }
        self.list.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        // A file that cannot be read is met by more than one reader.
        self.list.dedup();
        if self.more > 0 {
            let what = format!("at least {} more faults are not shown", self.more);
            self.list.push(Fault {
                file: PathBuf::from("info.toml"),
                line: None,
                what,
                help: "mend those above first; many may have the same cause".to_owned(),
            });
        }
        Err(CurriculumError { faults: self.list })
    }
}

/// One file under examination: rules report the place in it and go on.
pub(super) struct At<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) faults: &'a mut Faults,
}

impl At<'_> {
    /// Reports a fault at this place of the file.
    pub(super) fn say(&mut self, place: Range<usize>, what: impl AsRef<str>, help: impl AsRef<str>) {
        let line = self.doc.line(place.start);
        self.faults.push(self.doc.file.as_str(), Some(line), what, help);
    }
}

/// The text with everything written out that would change how a terminal shows it, and not endless:
/// faults quote what strangers wrote.
pub(super) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (place, c) in text.char_indices() {
        if place > 600 {
            shown.push('…');
            break;
        }
        match c {
            '\n' | '\r' | '\t' => shown.push(' '),
            c if texts::misleads(c) => _ = write!(shown, "{}", c.escape_default()),
            c => shown.push(c),
        }
    }
    shown
}

/// ` Did you mean …?`, where one of the words is near enough.
pub(super) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Comparing is quadratic in the length of a word; nobody misspells a name into hundreds of letters.
    let word: String = word.chars().take(64).collect();
    let scored = known.into_iter().map(|known| (strsim::jaro_winkler(&word, known), known));
    scored.filter(|(score, _)| *score > 0.75).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, known)| known)
}

/// A sentence that offers the nearest of these words, or lists all of them where none is near.
pub(super) fn offer<'a>(word: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    if let Some(near) = did_you_mean(word, known.clone()) {
        return format!("did you mean `{near}`?");
    }
    let all: Vec<_> = known.into_iter().take(40).map(|word| format!("`{word}`")).collect();
    if all.is_empty() {
        "there is none to choose from".to_owned()
    } else {
        format!("use one of {}", all.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        assert_eq!(printable("a\u{1b}[2Jb\nc\u{202e}d"), "a\\u{1b}[2Jb c\\u{202e}d");
        assert!(printable(&"x".repeat(10_000)).len() < 700);
    }

    #[test]
    fn the_flood_of_faults_is_counted() {
        let mut faults = Faults::default();
        for line in 0..1_000 {
            faults.push("info.toml", Some(line), "broken", "mend it");
        }
        assert_eq!(faults.count(), 1_000);
        let error = faults.into_result().unwrap_err();
        assert_eq!(error.faults.len(), MOST_FAULTS + 1);
        assert!(error.to_string().contains("800 more faults"));
    }

    #[test]
    fn the_nearest_word_is_offered_or_all_are() {
        assert_eq!(offer("tst", ["test", "run"]), "did you mean `test`?");
        assert_eq!(offer("zzz", ["test", "run"]), "use one of `test`, `run`");
    }
}
