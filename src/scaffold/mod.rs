//! What a new exercise and a new set consist of: files as values, made of the templates beside this file. It must
//! not touch the disk, and must not decide where a set lies.

mod entry;
mod set;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::curriculum::{Reading, Topic};

pub use entry::{EntryError, append};
pub use set::{FIRST_EXERCISE, set};

/// Stands in every text of a scaffold that somebody has to write: a text that holds it is not written yet.
pub const MARKER: &str = "STILL TO WRITE:";

/// The lines, counted from 1, that somebody still has to write.
pub fn unwritten(text: &str) -> impl Iterator<Item = usize> {
    text.lines().enumerate().filter(|(_, line)| line.contains(MARKER)).map(|(place, _)| place + 1)
}

/// Files by their paths.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/scaffold/templates");

/// What somebody does in an exercise; each has a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Write what is missing.
    Todo,
    /// Mend what does not compile.
    Fix,
    /// Say what programs do, before a tool says it.
    Predict,
    /// Make what is wrong impossible: probes that have to compile, and probes that must not.
    Reject,
    /// Write tests that notice planted faults.
    Test,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Todo, Self::Fix, Self::Predict, Self::Reject, Self::Test];

    /// Its word in `topic.toml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Todo => "todo",
            Self::Fix => "fix",
            Self::Predict => "predict",
            Self::Reject => "reject",
            Self::Test => "test",
        }
    }
}

/// Which exercise is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Its name, which has to be one.
    pub name: &'a str,
    /// What somebody does in it.
    pub kind: Kind,
    /// Whether it is a package of its own rather than one file.
    pub package: bool,
}

/// Everything that a new exercise consists of.
#[derive(Clone, Debug)]
pub struct Scaffold {
    /// Its files, by their paths in the set.
    pub files: Files,
    /// Its entry in `topic.toml`.
    pub entry: String,
}

/// The scaffold of an exercise in a topic; none where there is no template for such a package.
#[must_use]
pub fn exercise(wanted: Wanted<'_>, topic: &Topic) -> Option<Scaffold> {
    let kind = wanted.kind.word();
    let template = if wanted.package { format!("package_{kind}") } else { kind.to_owned() };
    let dir = TEMPLATES.get_dir(&template)?;
    let fill = |text: &str| filled(text, wanted.name, topic.reading.first());
    let mut files = Files::new();
    let mut start = String::new();
    for file in below(dir) {
        let text = fill(file.contents_utf8()?);
        let inside = file.path().strip_prefix(&template).ok()?;
        if inside == Path::new("exercise.rs.txt") || inside == Path::new("exercise/src/lib.rs.txt") {
            start.clone_from(&text);
        }
        if let Some(path) = place(inside, wanted.name, topic) {
            files.insert(path, text.into_bytes());
        }
    }
    let entry = fill(dir.get_file(format!("{template}/entry.toml"))?.contents_utf8()?);
    Some(Scaffold { files, entry: with_lines(&entry, &start) })
}

/// The text about a topic that has none yet.
#[must_use]
pub fn readme(topic: &Topic) -> (PathBuf, Vec<u8>) {
    let text = format!(
        "# {}\n\n{MARKER} the idea of this topic, when it matters, what goes wrong, and what to read; at most 40 lines.\n",
        topic.title
    );
    (topic.dir.join("README.md"), text.into_bytes())
}

/// All files of a directory of templates.
fn below<'d>(dir: &'d Dir<'d>) -> Vec<&'d include_dir::File<'d>> {
    let inside = dir.dirs().flat_map(below);
    dir.files().chain(inside).collect()
}

/// Where a file of a template goes in a set.
fn place(inside: &Path, name: &str, topic: &Topic) -> Option<PathBuf> {
    let text = inside.to_str()?.strip_suffix(".txt")?.replace('\\', "/");
    let (exercise, solution) = (topic.dir.join(name), solutions(&topic.dir).join(name));
    let file = |base: &Path| base.with_file_name(format!("{name}.rs"));
    Some(match text.split_once('/') {
        None if text == "exercise.rs" => file(&exercise),
        None if text == "solution.rs" => file(&solution),
        Some(("companions" | "exercise", rest)) => exercise.join(rest),
        Some(("solution", rest)) => solution.join(rest),
        Some(("answers", rest)) => Path::new("tests/answers").join(name).join(rest),
        _ => return None,
    })
}

/// `solutions/1_core/01_variables` of `exercises/1_core/01_variables`.
fn solutions(topic: &Path) -> PathBuf {
    let parts = topic.iter().enumerate();
    parts.map(|(place, part)| if place == 0 { "solutions".as_ref() } else { part }).collect()
}

/// The text of a template for this exercise.
fn filled(text: &str, name: &str, reading: Option<&Reading>) -> String {
    let read = match reading {
        Some(reading) if reading.url.is_empty() => format!("// Read: {}", reading.title),
        Some(reading) => format!("// Read: {}\n// {}", reading.title, reading.url),
        None => format!("// Read: {MARKER} what to read first, and where it is."),
    };
    text.replace("@title@", &title(name)).replace("@name@", name).replace("@read@", &read)
}

/// `Paper round` of `paper_round`.
fn title(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.trim().chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// `@line:words@` becomes the number of the line of the start that holds these words.
fn with_lines(entry: &str, start: &str) -> String {
    let Some((before, rest)) = entry.split_once("@line:") else { return entry.to_owned() };
    let Some((words, after)) = rest.split_once('@') else { return entry.to_owned() };
    let line = start.lines().position(|line| line.contains(words)).map_or(0, |place| place + 1);
    format!("{before}{line}{}", with_lines(after, start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(reading: Vec<Reading>) -> Topic {
        Topic {
            id: "parcels".to_owned(),
            stage: 0,
            title: "Parcels".to_owned(),
            requires: Vec::new(),
            reading,
            dir: PathBuf::from("exercises/1_first/01_parcels"),
        }
    }

    fn text(scaffold: &Scaffold, path: &str) -> String {
        String::from_utf8(scaffold.files[Path::new(path)].clone()).unwrap()
    }

    #[test]
    fn a_scaffold_has_its_files_where_a_set_has_them() {
        let wanted = Wanted { name: "paper_round", kind: Kind::Reject, package: false };
        let made = exercise(wanted, &topic(Vec::new())).unwrap();
        let paths: Vec<String> = made.files.keys().map(|path| path.display().to_string()).collect();
        for path in [
            "exercises/1_first/01_parcels/paper_round.rs",
            "exercises/1_first/01_parcels/paper_round/accept/handed_in_once.rs",
            "solutions/1_first/01_parcels/paper_round.rs",
            "tests/answers/paper_round/alt_taken_apart.rs",
        ] {
            assert!(paths.iter().any(|made| made == path), "{path} in {paths:?}");
        }
        let start = text(&made, "exercises/1_first/01_parcels/paper_round.rs");
        assert!(start.starts_with("// Paper round\n"), "{start}");
        assert!(!start.contains('@'), "{start}");
        assert_eq!(unwritten(&start).collect::<Vec<_>>(), [3, 8], "the task, and what to read");
    }

    #[test]
    fn the_line_of_a_start_is_counted_where_the_start_is_known() {
        let wanted = Wanted { name: "paper_round", kind: Kind::Fix, package: false };
        let url = "https://doc.rust-lang.org/book/".to_owned();
        let reading = Reading { title: "The book".to_owned(), url, minutes: 5 };
        for (reading, line) in [(Vec::new(), 8), (vec![reading], 9)] {
            let made = exercise(wanted, &topic(reading)).unwrap();
            assert!(made.entry.contains(&format!("\"E0308@{line}\"")), "{}", made.entry);
        }
    }

    #[test]
    fn only_some_kinds_come_as_packages() {
        let is_there = |kind| {
            let wanted = Wanted { name: "paper_round", kind, package: true };
            exercise(wanted, &topic(Vec::new())).is_some()
        };
        assert_eq!(Kind::ALL.map(is_there), [true, true, false, false, false]);
    }
}
