//! What a set of the first format says in its `Cargo.toml`: the edition and the levels of lints. It must
//! not take anything else from it, and never builds with it.

use toml::de::{DeTable, DeValue};

use super::document::Document;
use super::source::SetSource;
use super::validate::Faults;

/// Where the manifest of the exercises may lie, the surest place first: in rustlings' own package and
/// repository, `Cargo.toml` is the manifest of the program.
const PLACES: &[&str] = &["dev-Cargo.toml", "dev/Cargo.toml", "Cargo.toml"];

/// The parts of a manifest that judging depends on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) edition: String,
    /// Lints at `deny` or `forbid`.
    pub(super) denied: Vec<String>,
    /// Lints at `warn`.
    pub(super) warned: Vec<String>,
    /// Lints at `allow`.
    pub(super) allowed: Vec<String>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { edition: "2024".to_owned(), denied: Vec::new(), warned: Vec::new(), allowed: Vec::new() }
    }
}

impl Manifest {
    /// The set's manifest; what it does not say, and a missing one, is as usual.
    pub(super) fn read(source: &SetSource, faults: &mut Faults) -> Self {
        let mut manifest = Self::default();
        let Some(&place) = PLACES.iter().find(|place| source.has(place)) else { return manifest };
        let bytes = match source.bytes(place) {
            Ok(bytes) => bytes,
            Err(error) => {
                faults.source(&error);
                return manifest;
            }
        };
        if let Some(doc) = Document::new(place, &bytes, faults)
            && let Some(table) = doc.parse(faults)
        {
            manifest.take(table.get_ref());
        }
        manifest
    }

    fn take(&mut self, table: &DeTable<'_>) {
        let edition = below(table, "package").and_then(|package| package.get("edition")?.get_ref().as_str());
        if let Some(edition) = edition.filter(|edition| matches!(*edition, "2015" | "2018" | "2021" | "2024"))
        {
            edition.clone_into(&mut self.edition);
        }
        let Some(lints) = below(table, "lints") else { return };
        for (tool, prefix) in [("rust", ""), ("clippy", "clippy::")] {
            for (name, value) in below(lints, tool).into_iter().flatten() {
                let level = match value.get_ref() {
                    DeValue::Table(table) => table.get("level").and_then(|level| level.get_ref().as_str()),
                    value => value.as_str(),
                };
                let lint = format!("{prefix}{}", name.get_ref().replace('-', "_"));
                // A lint's name ends up on the command line of clippy: nothing else may.
                if !lint.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_:".contains(c)) {
                    continue;
                }
                match level {
                    Some("deny" | "forbid") => self.denied.push(lint),
                    Some("warn") => self.warned.push(lint),
                    Some("allow") => self.allowed.push(lint),
                    _ => {}
                }
            }
        }
    }
}

fn below<'a, 't>(table: &'a DeTable<'t>, key: &str) -> Option<&'a DeTable<'t>> {
    table.get(key)?.get_ref().as_table()
}
