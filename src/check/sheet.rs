//! What is judged: the learner's part above the line and our own copy of what is below it, put together
//! so that line numbers stay true. It works on text alone and must not touch the disk.

use serde::{Deserialize, Serialize};

use super::source_rules::{self, Refusal};
use crate::curriculum::{Exercise, Format};

/// The beginning of the line between the learner's part and ours.
pub const LINE: &str = "// == checks ==";

/// Takes the place of the line itself: whatever attribute dangles above hits this and nothing else.
const SHIELD: &str = "const _: () = ();";

/// Something about the file that is worth a word and changes no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The part below the line differs from ours.
    ChecksEdited,
    /// The line is gone.
    LineMissing,
    /// Files of a package that are ours were edited.
    LockedEdited,
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::ChecksEdited => {
                "the part below the line `// == checks ==` was edited; judged was our own copy of it"
            }
            Self::LockedEdited => {
                "files of the package that belong to the checks were edited; judged was our own copy of them"
            }
            Self::LineMissing => {
                "the line `// == checks ==` is gone; our checks were put below the whole file"
            }
        })
    }
}

/// One file exercise, ready to be compiled.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The learner's part.
    pub theirs: String,
    /// What the set gave to begin with in its place.
    pub start: String,
    /// Everything, with [`Sheet::proof_module`] still missing at the end.
    pub text: String,
    /// The number of the line between the parts; in format 1, which has none, one past the last line.
    pub line: usize,
    /// What was noticed.
    pub notes: Vec<Note>,
    /// The paths of our tests, as the test harness names them. Empty in format 1, whose tests are the
    /// learner's to change.
    pub tests: Vec<String>,
    /// Why the source may not be judged at all.
    pub refusals: Vec<Refusal>,
    /// Whether the support crate is used.
    pub uses_kit: bool,
    /// Whether the program brings an allocator of its own.
    pub own_allocator: bool,
}

impl Sheet {
    /// Puts the learner's file and our start of the exercise together.
    #[must_use]
    pub fn new(exercise: &Exercise, format: Format, their_file: &str, our_file: &str) -> Self {
        let (their_file, our_file) = (normalise(their_file), normalise(our_file));
        let ours = match format {
            Format::One => None,
            Format::Two => split(&our_file),
        };
        let Some((start, ours)) = ours else { return Self::whole(their_file, our_file) };
        let (theirs, notes) = learners_part(&their_file, ours);
        let line = theirs.lines().count() + 1;
        let text = joined(&theirs, ours);
        Self {
            refusals: source_rules::refusals(&theirs, &exercise.permit),
            tests: source_rules::test_names(ours),
            uses_kit: mentions_kit(&text),
            own_allocator: text.contains("global_allocator"),
            start: start.to_owned(),
            theirs,
            text,
            line,
            notes,
        }
    }

    /// A package in place of a file: `listing` stands for what the learner has.
    #[must_use]
    pub fn of_package(listing: String, package: &super::Package) -> Self {
        Self {
            tests: package.tests.iter().flat_map(|file| file.names.iter().cloned()).collect(),
            refusals: package.refusals.clone(),
            notes: package.notes.clone(),
            line: usize::MAX,
            theirs: listing,
            start: String::new(),
            text: String::new(),
            uses_kit: false,
            own_allocator: false,
        }
    }

    fn whole(text: String, start: String) -> Self {
        Self {
            start,
            line: text.lines().count() + 1,
            uses_kit: mentions_kit(&text),
            own_allocator: text.contains("global_allocator"),
            theirs: text.clone(),
            text,
            notes: Vec::new(),
            tests: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// Everything, with another part of ours below the line.
    #[must_use]
    pub fn with(&self, ours: &str) -> String {
        joined(&self.theirs, ours)
    }

    /// A last test whose name the learner's program cannot know: only a harness that ran to its end
    /// reports it. It sorts behind `checks` and stands behind every line that anybody reads.
    #[must_use]
    pub fn proof_module(nonce: &str) -> String {
        format!("\nmod zz_{nonce} {{ #[test] fn ended() {{}} }}\n")
    }

    /// The path of that test.
    #[must_use]
    pub fn proof_test(nonce: &str) -> String {
        format!("zz_{nonce}::ended")
    }
}

fn joined(theirs: &str, ours: &str) -> String {
    format!("{theirs}{SHIELD} {LINE}\n{ours}")
}

/// The learner's part of a file, if it has the line: what is hashed as evidence and kept by `reset`.
#[must_use]
pub fn part_above_the_line(file: &str) -> String {
    let file = normalise(file);
    match split(&file) {
        Some((above, _)) => above.to_owned(),
        None => file,
    }
}

/// The learner's file with our part of today below its line, in its own line ends; as it is where a formatter alone
/// made the difference. None where one of the two has no line.
#[must_use]
pub fn renewed(their_file: &str, our_file: &str) -> Option<String> {
    let our_file = normalise(our_file);
    let (above, below) = split(their_file)?;
    let (_, ours) = split(&our_file)?;
    if bare(below) == bare(ours) {
        return Some(their_file.to_owned());
    }
    let text = format!("{LINE}\n{ours}");
    let text = if their_file.contains("\r\n") { text.replace('\n', "\r\n") } else { text };
    Some(format!("{above}{text}"))
}

/// Where a file was saved must not matter: no byte order mark, line feeds only, one at the end.
fn normalise(text: &str) -> String {
    let mut text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// Splits at the last line that is exactly ours, in column 1.
fn split(text: &str) -> Option<(&str, &str)> {
    let mut start = text.len();
    for line in text.split_inclusive('\n').rev() {
        start -= line.len();
        if line.trim_end() == LINE {
            return Some((&text[..start], &text[start + line.len()..]));
        }
    }
    None
}

fn learners_part(file: &str, ours: &str) -> (String, Vec<Note>) {
    match split(file) {
        Some((above, below)) if bare(below) == bare(ours) => (above.to_owned(), Vec::new()),
        Some((above, _)) => (above.to_owned(), vec![Note::ChecksEdited]),
        // Only the line went and our part is still there: cut it off, or everything would be there twice.
        None => match file.strip_suffix(ours) {
            Some(above) => (above.to_owned(), vec![Note::LineMissing]),
            None => (file.to_owned(), vec![Note::LineMissing]),
        },
    }
}

/// The text without what a formatter moves.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect()
}

fn mentions_kit(text: &str) -> bool {
    text.match_indices("kit::")
        .any(|(at, _)| !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = "fn start() {}\n// == checks ==\nmod checks {\n    #[test]\n    fn one() {}\n}\n";

    fn sheet(theirs: &str) -> Sheet {
        Sheet::new(&crate::check::fixtures::exercise(), Format::Two, theirs, OURS)
    }

    #[test]
    fn line_numbers_stay_true() {
        let sheet = sheet("fn a() {}\nfn b() {}\n// == checks ==\nmod checks {}\n");
        assert_eq!(sheet.text.lines().nth(1), Some("fn b() {}"));
        assert_eq!(sheet.line, 3);
        assert!(sheet.text.lines().nth(2).is_some_and(|line| line.starts_with("const _")));
        assert!(sheet.text.contains("fn one()"), "our checks, not theirs");
        assert_eq!(sheet.notes, [Note::ChecksEdited]);
        assert_eq!(sheet.tests, ["checks::one"]);
    }

    #[test]
    fn windows_line_ends_and_a_formatter_change_nothing() {
        let theirs = OURS.replace('\n', "\r\n").replace("    #[test]", "  #[test]");
        let sheet = sheet(&format!("\u{feff}{theirs}"));
        assert_eq!((sheet.theirs.as_str(), sheet.notes.as_slice()), ("fn start() {}\n", &[][..]));
    }

    #[test]
    fn a_missing_line_is_noted_and_our_part_is_not_there_twice() {
        let sheet = sheet(&OURS.replace("// == checks ==\n", ""));
        assert_eq!(sheet.notes, [Note::LineMissing]);
        assert_eq!(sheet.text.matches("fn one()").count(), 1);
    }

    #[test]
    fn a_file_is_renewed_below_its_line_and_only_there() {
        let theirs = "fn mine() {}\r\n// == checks ==\r\nmod checks {}\r\n";
        let renewed_one = renewed(theirs, OURS).unwrap();
        assert!(
            renewed_one.starts_with("fn mine() {}\r\n// == checks ==\r\nmod checks {\r\n"),
            "{renewed_one:?}"
        );
        assert_eq!(renewed_one.matches('\n').count(), renewed_one.matches("\r\n").count());
        assert_eq!(renewed(&renewed_one, OURS).as_deref(), Some(renewed_one.as_str()), "once is enough");
        assert_eq!(renewed("fn mine() {}\n", OURS), None);
    }

    #[test]
    fn the_last_exact_match_counts() {
        let theirs = format!("// == checks ==\nfn a() {{}}\n // == checks ==\n{OURS}");
        let sheet = sheet(&theirs);
        assert!(sheet.theirs.contains("fn start()") && sheet.theirs.contains("fn a()"));
    }

    #[test]
    fn kit_is_seen_as_a_crate_and_not_as_a_part_of_a_word() {
        assert!(mentions_kit("use ::kit::Heap;"));
        assert!(!mentions_kit("toolkit::Heap"));
    }
}
