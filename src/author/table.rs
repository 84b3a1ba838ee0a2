//! The committed table of results, `author.lock` beside `info.toml`: one line for each exercise, keyed by a hash of its
//! content, so that only what changed is judged again (R35). It must not judge, and writes nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Material;
use crate::curriculum::Exercise;

/// The name of its file.
pub const FILE: &str = "author.lock";

/// Raised whenever a rule sees more than before: then everything is judged again.
const RULES: u32 = 1;

const HEAD: &str = "# What `cargo roadmap author` has judged, by content. Made by `just author-all`; a line that does not fit\n\
                    # its exercise any more counts for nothing.\n";

/// What is known of the exercises of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Table {
    lines: BTreeMap<String, Line>,
}

/// What is known of one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The content that keeps all rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<String>,
    /// The mutants of a content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mutants: Option<Mutants>,
}

/// How many mutants of a solution the checks noticed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mutants {
    /// Of this content.
    pub of: String,
    /// How many compile.
    pub viable: usize,
    /// How many were noticed.
    pub killed: usize,
    /// How many of the others are the same program, for a reason that is written down.
    pub excused: usize,
}

impl Table {
    /// Reads a table; text that is none is an empty one, and everything is judged again.
    #[must_use]
    pub fn read(text: &str) -> Self {
        toml::from_str(text).unwrap_or_default()
    }

    /// Whether this content was found to keep all rules.
    #[must_use]
    pub fn knows(&self, name: &str, content: &str) -> bool {
        self.lines.get(name).is_some_and(|line| line.checked.as_deref() == Some(content))
    }

    /// The mutants of this content.
    #[must_use]
    pub fn mutants(&self, name: &str, content: &str) -> Option<&Mutants> {
        self.lines.get(name)?.mutants.as_ref().filter(|mutants| mutants.of == content)
    }

    /// Notes that this content keeps all rules.
    pub fn note(&mut self, name: &str, content: &str) {
        self.lines.entry(name.to_owned()).or_default().checked = Some(content.to_owned());
    }

    /// Forgets what was known of the rules of this exercise.
    pub fn forget(&mut self, name: &str) {
        if let Some(line) = self.lines.get_mut(name) {
            line.checked = None;
        }
    }

    /// Notes the mutants of a content.
    pub fn note_mutants(&mut self, name: &str, mutants: Mutants) {
        self.lines.entry(name.to_owned()).or_default().mutants = Some(mutants);
    }

    /// This table, with what another one knows of the rules: two commands may have worked at the same time.
    #[must_use]
    pub fn with_rules_of(mut self, other: &Self) -> Self {
        for (name, line) in &other.lines {
            self.lines.entry(name.clone()).or_default().checked.clone_from(&line.checked);
        }
        self
    }

    /// This table, with what another one knows of mutants.
    #[must_use]
    pub fn with_mutants_of(mut self, other: &Self) -> Self {
        for (name, line) in other.lines.iter().filter(|(_, line)| line.mutants.is_some()) {
            self.lines.entry(name.clone()).or_default().mutants.clone_from(&line.mutants);
        }
        self
    }

    /// Leaves only exercises that there are.
    pub fn keep(&mut self, exercises: &[Exercise]) {
        self.lines.retain(|name, _| exercises.iter().any(|exercise| exercise.name == *name));
    }

    /// As it is committed: a line for each exercise, by name, so that two branches rarely meet in one.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for (name, line) in &self.lines {
            let mut parts = Vec::new();
            parts.extend(line.checked.as_ref().map(|content| format!("checked = \"{content}\"")));
            parts.extend(line.mutants.as_ref().map(|m| {
                let (of, viable, killed, excused) = (&m.of, m.viable, m.killed, m.excused);
                format!(
                    "mutants = {{ of = \"{of}\", viable = {viable}, killed = {killed}, excused = {excused} }}"
                )
            }));
            if !parts.is_empty() {
                let _ = writeln!(text, "{name} = {{ {} }}", parts.join(", "));
            }
        }
        text
    }
}

/// A hash of everything that is the exercise's own, and of `shared`, which is what of the set it uses.
#[must_use]
pub fn content(material: &Material<'_>, shared: &BTreeMap<PathBuf, Vec<u8>>) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |name: &str, bytes: &[u8]| {
        // Lengths keep two neighbours from being read as one.
        hasher.update(&(name.len() as u64).to_le_bytes()).update(name.as_bytes());
        hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    };
    add("rules", &RULES.to_le_bytes());
    // Its topic's place changes when topics are added before it.
    let entry = Exercise { topic: 0, ..material.exercise.clone() };
    add("entry", format!("{entry:?}").as_bytes());
    let answers = material.answers.iter().map(|answer| (answer.name.as_str(), &answer.work));
    for (name, work) in
        [("start", &material.start), ("solution", &material.solution)].into_iter().chain(answers)
    {
        add(name, work.text.as_bytes());
        work.files.iter().for_each(|(path, bytes)| add(&slashes(path), bytes));
    }
    material.survivors.iter().for_each(|(what, why)| add(what, why.as_bytes()));
    material.companions.iter().for_each(|(path, text)| add(&slashes(path), text.as_bytes()));
    for (path, bytes) in shared {
        add(&slashes(path), bytes);
    }
    hasher.finalize().to_hex().chars().take(16).collect()
}

fn slashes(path: &std::path::Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_read_again() {
        let mut table = Table::default();
        table.note("b", "22");
        table.note("a", "11");
        table.note_mutants("a", Mutants { of: "33".to_owned(), viable: 9, killed: 8, excused: 1 });
        let text = table.text();
        assert!(text.contains("\na = { checked = \"11\", mutants = { of = \"33\", viable = 9,"), "{text}");
        assert_eq!(Table::read(&text), table);
        assert!(table.knows("a", "11") && !table.knows("a", "22") && table.mutants("a", "11").is_none());
        let mut elsewhere = Table::default();
        elsewhere.note("a", "44");
        let both = elsewhere.clone().with_mutants_of(&table);
        assert!(both.knows("a", "44") && both.mutants("a", "33").is_some() && !both.knows("b", "22"));
        assert!(table.clone().with_rules_of(&elsewhere).knows("a", "44"));
        table.forget("b");
        assert!(!Table::read(&table.text()).knows("b", "22"));
    }

    #[test]
    fn what_is_no_table_knows_nothing() {
        assert_eq!(Table::read("<<<<<<< ours\na = 1\n"), Table::default());
    }
}
