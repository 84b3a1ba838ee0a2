//! A package that is judged: the learner's files with our own copy of the locked ones laid over them. It works on
//! bytes alone and must not touch the disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::sheet::{Note, Sheet};
use super::source_rules::{self, Refusal};
use crate::curriculum::Exercise;

/// Files by their paths inside of the package.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// One package, ready to be built.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// Where it lies for this run.
    pub dir: PathBuf,
    /// Where cargo builds it.
    pub target: PathBuf,
    /// What the learner may change, as the learner has it.
    pub theirs: Files,
    /// What is locked, as the set has it; tests carry the proof of this run.
    pub ours: Files,
    /// The locked test programs.
    pub tests: Vec<TestFile>,
    /// Why it may not be judged at all.
    pub refusals: Vec<Refusal>,
    /// What was noticed.
    pub notes: Vec<Note>,
}

/// A locked file that cargo makes a test program of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestFile {
    /// Inside of the package.
    pub path: PathBuf,
    /// Its tests, as the harness names them.
    pub names: Vec<String>,
}

impl Package {
    /// Puts the learner's files and the set's together. Paths are those of a workspace (`Cargo.toml`).
    #[must_use]
    pub fn new(exercise: &Exercise, learners: &Files, sets: &Files, nonce: &str) -> Self {
        let mut package = Self::default();
        for (path, bytes) in sets.iter().filter(|(path, _)| is_locked(exercise, path)) {
            let mut bytes = bytes.clone();
            if learners.get(path).is_some_and(|theirs| !same_text(theirs, &bytes)) {
                package.notes = vec![Note::LockedEdited];
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let names = if is_test(path) { source_rules::test_names(&text) } else { Vec::new() };
            if !names.is_empty() {
                bytes = format!("{}\n{}", text.trim_end(), Sheet::proof_module(nonce)).into_bytes();
                package.tests.push(TestFile { path: path.clone(), names });
            }
            package.ours.insert(path.clone(), bytes);
        }
        for (path, bytes) in learners {
            // A further file among the locked ones would be one more test program, or one more module of ours; a hidden
            // one could tell cargo what to do with our programs.
            if is_locked(exercise, path) || is_hidden(path) {
                continue;
            }
            package.refusals.extend(refusals(exercise, path, bytes));
            package.theirs.insert(path.clone(), bytes.clone());
        }
        let root = Path::new("Cargo.toml");
        if let Some(manifest) = package.ours.get_mut(root).or(package.theirs.get_mut(root))
            && let Some(alone) = fenced(manifest)
        {
            *manifest = alone;
        }
        package
    }

    /// All files, as they are laid out.
    #[must_use]
    pub fn files(&self) -> Files {
        self.theirs.iter().chain(&self.ours).map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    }

    /// The learner's Rust files.
    pub fn sources(&self) -> impl Iterator<Item = &PathBuf> {
        self.theirs.keys().filter(|path| path.extension().is_some_and(|end| end == "rs"))
    }
}

/// Makes a package the root of a workspace of its own. cargo looks up through all directories otherwise, past a
/// workspace that excludes the package as well, and finds the learner's.
fn fenced(manifest: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(manifest).ok()?;
    let table: toml::Table = text.parse().ok()?;
    let elsewhere = table.get("package").and_then(|package| package.get("workspace"));
    let alone = !table.contains_key("workspace") && elsewhere.is_none();
    alone.then(|| format!("{}\n\n[workspace]\n", text.trim_end()).into_bytes())
}

/// Whether a file of the package is judged from our own copy.
#[must_use]
pub fn is_locked(exercise: &Exercise, path: &Path) -> bool {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    exercise.locked.iter().any(|pattern| {
        let pattern = pattern.replace("Cargo.toml.in", "Cargo.toml");
        matches(&pattern.split('/').collect::<Vec<_>>(), &parts)
    })
}

/// `**` stands for any directories, `*` for any letters of one name.
fn matches(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], rest) => rest.is_empty(),
        (["**"], rest) => !rest.is_empty(),
        (["**", then @ ..], rest) => (0..=rest.len()).any(|skip| matches(then, &rest[skip..])),
        ([first, then @ ..], [name, rest @ ..]) => name_matches(first, name) && matches(then, rest),
        ([_, ..], []) => false,
    }
}

fn name_matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, then)) => name.strip_prefix(start).is_some_and(|rest| {
            rest.char_indices()
                .map(|(at, _)| at)
                .chain([rest.len()])
                .any(|at| name_matches(then, &rest[at..]))
        }),
    }
}

fn is_hidden(path: &Path) -> bool {
    path.iter().any(|part| part.as_encoded_bytes().starts_with(b"."))
}

/// cargo makes a test program of each file directly in a directory `tests`.
fn is_test(path: &Path) -> bool {
    let in_tests = path.parent().and_then(Path::file_name).is_some_and(|name| name == "tests");
    in_tests && path.extension().is_some_and(|end| end == "rs")
}

/// Line ends that git or an editor changed are no edit.
fn same_text(left: &[u8], right: &[u8]) -> bool {
    let plain = |bytes: &[u8]| bytes.iter().copied().filter(|byte| *byte != b'\r').collect::<Vec<_>>();
    plain(left) == plain(right)
}

/// What a learner's file holds that would fool the checks.
fn refusals(exercise: &Exercise, path: &Path, bytes: &[u8]) -> Vec<Refusal> {
    let text = String::from_utf8_lossy(bytes);
    let found = if path.extension().is_some_and(|end| end == "rs") {
        // `#![…]` speaks for a crate of the learner's here, and our tests are crates of their own.
        let found = source_rules::refusals(&text, &exercise.permit);
        found.into_iter().filter(|refusal| refusal.fact != "attributes").collect()
    } else if path.file_name().is_some_and(|name| name == "Cargo.toml") && !exercise.permit.contains("allow")
    {
        silenced_lints(&text)
    } else {
        Vec::new()
    };
    let says =
        |refusal: Refusal| Refusal { says: format!("{}: {}", path.display(), refusal.says), ..refusal };
    found.into_iter().map(says).collect()
}

/// Lints that a manifest sets to `allow`: the same as `#![allow]` in every file.
fn silenced_lints(manifest: &str) -> Vec<Refusal> {
    let Ok(parsed) = manifest.parse::<toml::Table>() else { return Vec::new() };
    let lints = |table: &toml::Table| table.get("lints").and_then(toml::Value::as_table).cloned();
    let workspace = parsed.get("workspace").and_then(toml::Value::as_table).and_then(lints);
    let silenced = |value: &toml::Value| {
        let level = value.as_str().or_else(|| value.get("level")?.as_str());
        level == Some("allow")
    };
    let tools = [lints(&parsed), workspace].into_iter().flatten().flatten();
    let named = tools.filter_map(|(_, tool)| tool.as_table().cloned()).flatten();
    named
        .filter(|(_, value)| silenced(value))
        .map(|(lint, _)| Refusal {
            fact: "allow",
            line: 1 + manifest.lines().position(|line| line.contains(lint.as_str())).unwrap_or(0),
            says: format!("`{lint} = \"allow\"` silences the lint instead of answering it"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    }

    fn exercise(locked: &[&str]) -> Exercise {
        let locked = locked.iter().map(|&pattern| pattern.to_owned()).collect();
        Exercise { locked, ..crate::check::fixtures::exercise() }
    }

    #[test]
    fn patterns_of_locked_files() {
        let locked = |pattern: &str, path: &str| is_locked(&exercise(&[pattern]), Path::new(path));
        assert!(locked("tests/**", "tests/a.rs") && locked("tests/**", "tests/deep/a.rs"));
        assert!(!locked("tests/**", "tests") && !locked("tests/**", "src/tests/a.rs"));
        assert!(locked("**/tests/**", "core/tests/a.rs") && locked("**/tests/**", "tests/a.rs"));
        assert!(locked("Cargo.toml.in", "Cargo.toml") && !locked("Cargo.toml.in", "core/Cargo.toml"));
        assert!(locked("tests/*.rs", "tests/a.rs") && !locked("tests/*.rs", "tests/a.txt"));
        assert!(!locked("tests/*.rs", "tests/deep/a.rs") && locked("b*n*s/*", "benches/x.rs"));
    }

    #[test]
    fn our_copy_of_the_tests_is_judged_and_carries_the_proof() {
        let sets = files(&[("tests/a.rs", "#[test]\nfn one() {}\n"), ("src/lib.rs", "// start\n")]);
        let learners = files(&[
            ("tests/a.rs", "#[test]\nfn one() { /* easier */ }\n"),
            ("tests/b.rs", "fn main() {}"),
            ("src/lib.rs", "pub fn a() {}\n"),
        ]);
        let package = Package::new(&exercise(&["tests/**"]), &learners, &sets, "c0ffee");
        assert_eq!(package.notes, [Note::LockedEdited]);
        assert_eq!(package.theirs, files(&[("src/lib.rs", "pub fn a() {}\n")]));
        let laid = String::from_utf8(package.files()[Path::new("tests/a.rs")].clone()).unwrap();
        assert!(laid.starts_with("#[test]\nfn one() {}\n") && laid.contains("mod zz_c0ffee"), "{laid}");
        assert_eq!(package.tests[0].names, ["one"]);
    }

    #[test]
    fn what_would_fool_the_checks_is_refused_with_its_file() {
        let learners = files(&[
            ("src/main.rs", "#![warn(missing_docs)]\n//! Words.\nfn main() { std::process::exit(0) }\n"),
            (
                "Cargo.toml",
                "[package]\nname = \"x\"\n[lints.clippy]\nunwrap_used = \"allow\"\nall = \"warn\"\n",
            ),
        ]);
        let package = Package::new(&exercise(&[]), &learners, &Files::new(), "c0ffee");
        let said: Vec<_> = package.refusals.iter().map(|it| (it.fact, it.line)).collect();
        assert_eq!(said, [("allow", 4), ("exit", 3)]);
        assert!(package.refusals[1].says.starts_with("src/main.rs: "));
    }

    #[test]
    fn a_package_is_the_root_of_a_workspace_whose_manifest_says_nothing_of_one() {
        let laid = |manifest: &str| {
            let learners = files(&[("Cargo.toml", manifest), ("core/Cargo.toml", "[package]\n")]);
            let package = Package::new(&exercise(&[]), &learners, &Files::new(), "x");
            assert_eq!(package.theirs[Path::new("core/Cargo.toml")], b"[package]\n");
            String::from_utf8(package.theirs[Path::new("Cargo.toml")].clone()).unwrap()
        };
        assert_eq!(laid("[package]\nname = \"a\""), "[package]\nname = \"a\"\n\n[workspace]\n");
        for root in ["[workspace]\nmembers = []\n", "[package]\nworkspace = \"..\"\n", "not a manifest ["] {
            assert_eq!(laid(root), root);
        }
    }

    #[test]
    fn windows_line_ends_are_no_edit() {
        let sets = files(&[("tests/a.rs", "#[test]\nfn one() {}\n")]);
        let learners = files(&[("tests/a.rs", "#[test]\r\nfn one() {}\r\n")]);
        assert!(Package::new(&exercise(&["tests/**"]), &learners, &sets, "x").notes.is_empty());
    }
}
