//! The set's own dependency table, `crates/Cargo.toml.in`, and its lock file beside it: what exercises may
//! name in `crates`. It must not build or fetch anything.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use super::document::Document;
use super::source::SetSource;
use super::validate::Faults;
use super::{Curriculum, Form};

/// The table. cargo leaves directories with a `Cargo.toml` out of a published package, hence the name.
pub const TABLE: &str = "crates/Cargo.toml.in";

/// Which version of everything, the crates below the crates included.
pub const LOCK: &str = "crates/Cargo.lock";

/// How large the archives are, so that it can be said before they are fetched.
pub const SIZES: &str = "crates/sizes.toml";

/// The crates that the table names. A set without a table has none; a table without a lock file would bring
/// other versions tomorrow and is refused.
pub(super) fn names(source: &SetSource, faults: &mut Faults) -> Vec<String> {
    if !source.has(TABLE) {
        return Vec::new();
    }
    if !source.has(LOCK) {
        let what = "the dependency table has no lock file beside it";
        faults.push(TABLE, None, what, format!("write {LOCK}: `cargo generate-lockfile` makes it"));
    }
    let bytes = match source.bytes(TABLE) {
        Ok(bytes) => bytes,
        Err(error) => {
            faults.source(&error);
            return Vec::new();
        }
    };
    let Some(doc) = Document::new(TABLE, &bytes, faults) else { return Vec::new() };
    let Some(table) = doc.parse(faults) else { return Vec::new() };
    dependencies(table.get_ref()).map(|(name, _)| name).collect()
}

fn dependencies<'a>(table: &'a DeTable<'_>) -> impl Iterator<Item = (String, &'a DeValue<'a>)> {
    let table = table.get("dependencies").and_then(|value| value.get_ref().as_table());
    table.into_iter().flatten().map(|(name, value)| (name.get_ref().to_string(), value.get_ref()))
}

/// The lines of the table's `[dependencies]` for what the file exercises of a set name.
#[must_use]
pub fn lines_of_files(curriculum: &Curriculum, table: &str) -> String {
    let files = curriculum.exercises.iter().filter(|exercise| exercise.form == Form::File);
    dependency_lines(table, &files.flat_map(|it| it.crates.iter().map(String::as_str)).collect())
}

/// The lines of the table's `[dependencies]` for these crates, for a manifest that needs them; empty where it says
/// nothing of them.
fn dependency_lines(table: &str, named: &BTreeSet<&str>) -> String {
    let Ok(parsed) = toml::from_str::<toml::Table>(table) else { return String::new() };
    let dependencies = parsed.get("dependencies").and_then(toml::Value::as_table);
    let wanted = dependencies.into_iter().flatten().filter(|(name, _)| named.contains(name.as_str()));
    let lines = wanted.map(|(name, value)| format!("{name} = {value}"));
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// A package of a lock file that comes from a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// The crate.
    pub name: String,
    /// Its version.
    pub version: String,
}

impl Locked {
    /// `regex 1.13.2`.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// The sizes of archives in bytes, by [`Locked::label`].
#[must_use]
pub fn sizes(text: &str) -> BTreeMap<String, u64> {
    toml::from_str(text).unwrap_or_default()
}

/// The packages that a lock file would have fetched. A text that is none has no packages.
#[must_use]
pub fn locked(lock: &str) -> Vec<Locked> {
    let Ok(parsed) = toml::from_str::<toml::Table>(lock) else { return Vec::new() };
    let packages = parsed.get("package").and_then(toml::Value::as_array);
    let text = |package: &toml::Value, key: &str| Some(package.get(key)?.as_str()?.to_owned());
    packages
        .into_iter()
        .flatten()
        .filter(|package| package.get("source").is_some())
        .filter_map(|package| {
            Some(Locked { name: text(package, "name")?, version: text(package, "version")? })
        })
        .collect()
}

/// The packages of a lock file that these crates are built from, themselves included, for any system: `name version`.
#[must_use]
pub fn below(lock: &str, names: &BTreeSet<&str>) -> BTreeSet<String> {
    let parsed: toml::Table = toml::from_str(lock).unwrap_or_default();
    let packages = parsed.get("package").and_then(toml::Value::as_array);
    let text = |package: &toml::Value, key: &str| package.get(key)?.as_str().map(str::to_owned);
    let mut known: BTreeMap<String, Vec<(String, Vec<String>)>> = BTreeMap::new();
    for package in packages.into_iter().flatten() {
        let (Some(name), Some(version)) = (text(package, "name"), text(package, "version")) else { continue };
        let list = package.get("dependencies").and_then(toml::Value::as_array);
        let words = list.into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned));
        known.entry(name).or_default().push((version, words.collect()));
    }
    let mut found = BTreeSet::new();
    let mut todo: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    while let Some(word) = todo.pop() {
        // `name`, or `name version` where there are several.
        let mut parts = word.split(' ');
        let (name, version) = (parts.next().unwrap_or_default(), parts.next());
        for (here, below) in known.get(name).into_iter().flatten() {
            if version.is_none_or(|version| version == here) && found.insert(format!("{name} {here}")) {
                todo.extend(below.iter().cloned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_names_what_comes_from_a_registry_and_not_the_package_itself() {
        let lock = "version = 4\n[[package]]\nname = \"own\"\nversion = \"0.0.0\"\n\
                    [[package]]\nname = \"regex\"\nversion = \"1.2.3\"\nsource = \"registry+x\"\n";
        assert_eq!(locked(lock), [Locked { name: "regex".into(), version: "1.2.3".into() }]);
        assert_eq!(locked("not a lock file ["), []);
    }

    #[test]
    fn what_a_crate_is_built_from_is_found_in_the_lock_file() {
        let package = |name: &str, version: &str, below: &str| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\ndependencies = [{below}]\n")
        };
        let lock = [
            package("one", "1.0.0", "\"two 2.0.0\", \"three\""),
            package("two", "1.0.0", ""),
            package("two", "2.0.0", "\"one\""),
            package("three", "3.0.0", ""),
            package("four", "4.0.0", ""),
        ];
        let found = below(&lock.concat(), &["one"].into());
        assert_eq!(found.iter().collect::<Vec<_>>(), ["one 1.0.0", "three 3.0.0", "two 2.0.0"]);
        assert!(below("not a lock file [", &["one"].into()).is_empty());
    }

    #[test]
    fn the_lines_of_the_table_are_kept_with_their_features() {
        let table = "[package]\nname = \"x\"\n[dependencies]\nregex = \"1\"\n\
                     serde = { version = \"1\", features = [\"derive\"] }\n";
        let lines = dependency_lines(table, &["regex", "serde"].into());
        assert!(lines.contains("regex = \"1\"\n"), "{lines}");
        assert!(lines.contains("features = [\"derive\"]"), "{lines}");
        assert_eq!(
            dependency_lines(table, &["regex"].into()),
            "regex = \"1\"\n",
            "what nobody names stays out"
        );
    }
}
