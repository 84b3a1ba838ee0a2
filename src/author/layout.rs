//! Rules on what an exercise may do and bring along: permits (R23), packages (R29), steps (R30), tools (R31), and whose
//! lines they are (R33). It must not build anything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Bench, Material, Trial, Work, rules};
use crate::check::package::{Files, is_locked};
use crate::check::{Outcome, Word, source_rules};
use crate::curriculum::crates::{LOCK, TABLE};
use crate::curriculum::{Curriculum, Form};
use crate::message::Finding;
use crate::toolchain::Tool;

/// R23: each permit is needed by somebody.
#[must_use]
pub fn permits(material: &Material<'_>) -> Vec<Finding> {
    let works = [&material.start, &material.solution];
    let answers = material.answers.iter().map(|answer| &answer.work);
    let mut needed = BTreeSet::new();
    for (_, text) in works.into_iter().chain(answers).flat_map(|work| material.open(work)) {
        needed.extend(source_rules::refusals(&text, &BTreeSet::new()).iter().map(|refusal| refusal.fact));
    }
    let unused = material.exercise.permit.iter().filter(|permit| !needed.contains(permit.as_str()));
    unused
        .map(|permit| {
            let what = format!("`{permit}` is permitted, and neither the start nor an answer needs it");
            let line = Some(material.line_of("permit ="));
            material.at("R23", &material.entry, line, what, "take the permit out")
        })
        .collect()
}

/// R29: the manifests of a package. `crates` are the set's.
#[must_use]
pub fn manifests(material: &Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if material.exercise.form != Form::Package {
        return found;
    }
    let works: [(&Path, &Files); 2] = [
        (&material.exercise.path, &material.start.files),
        (&material.exercise.solution, &material.solution.files),
    ];
    for (dir, files) in works {
        // An exercise about publishing may use what it publishes.
        let own = files.values().filter_map(|bytes| package_name(&String::from_utf8_lossy(bytes)));
        let known: Vec<String> = own.chain(material.exercise.crates.iter().cloned()).collect();
        let manifests =
            files.iter().filter(|(path, _)| path.file_name().is_some_and(|name| name == "Cargo.toml"));
        for (path, bytes) in manifests {
            let text = String::from_utf8_lossy(bytes);
            for what in faults_of(&text, path, &known) {
                let file = dir.join(path.with_extension("toml.in"));
                let mend = "take crates from crates/Cargo.toml.in, name them in `crates`, and paths inside the package";
                found.push(material.at("R29", &file, None, what, mend));
            }
        }
    }
    found.dedup_by(|a, b| a.what == b.what);
    found
}

/// The name of the package that a manifest describes.
fn package_name(text: &str) -> Option<String> {
    let manifest = text.starts_with('[').then(|| text.parse::<toml::Table>().ok())??;
    Some(manifest.get("package")?.get("name")?.as_str()?.to_owned())
}

fn faults_of(text: &str, path: &Path, crates: &[String]) -> Vec<String> {
    let Ok(manifest) = text.parse::<toml::Table>() else { return vec!["it is no TOML".to_owned()] };
    let mut tables = vec![&manifest];
    tables.extend(manifest.get("workspace").and_then(toml::Value::as_table));
    if let Some(targets) = manifest.get("target").and_then(toml::Value::as_table) {
        tables.extend(targets.values().filter_map(toml::Value::as_table));
    }
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let lists =
        tables.iter().flat_map(|table| kinds.map(|kind| table.get(kind).and_then(toml::Value::as_table)));
    let mut faults = Vec::new();
    for (name, wish) in lists.flatten().flatten() {
        let key = |key: &str| wish.get(key).and_then(toml::Value::as_str);
        if key("git").is_some() {
            faults.push(format!("`{name}` comes from git"));
        } else if let Some(to) = key("path") {
            let up = to.split('/').filter(|part| *part == "..").count();
            let depth = path.iter().count().saturating_sub(1);
            // The support crate lies beside the exercises.
            if up > depth && !to.ends_with("kit") {
                faults.push(format!("`{name}` leads out of the package: {to}"));
            }
        } else if wish.get("workspace").is_none() {
            let package = key("package").unwrap_or(name);
            if !crates.iter().any(|known| known == package) {
                faults.push(format!("`{package}` is not in the exercise's `crates`"));
            }
        }
    }
    faults
}

/// R29, over the whole set: the table of crates is locked, and to a registry.
#[must_use]
pub fn table(crates: &Files) -> Vec<Finding> {
    let finding = |line: Option<usize>, what: String, mend: &str| Finding {
        rule: "R29",
        weight: rules::weight("R29"),
        of: "crates".to_owned(),
        file: LOCK.into(),
        line,
        what,
        mend: mend.to_owned(),
    };
    if !crates.contains_key(Path::new(TABLE)) {
        return Vec::new();
    }
    let Some(lock) = crates.get(Path::new(LOCK)) else {
        let mend = "lock the table with cargo, and commit the file";
        return vec![finding(None, "the table of crates has no lock file".to_owned(), mend)];
    };
    let lock = String::from_utf8_lossy(lock);
    let sources =
        lock.lines().enumerate().filter_map(|(at, line)| Some((at, line.strip_prefix("source = ")?)));
    let odd = sources.filter(|(_, source)| !source.starts_with("\"registry+"));
    odd.map(|(at, source)| {
        finding(
            Some(at + 1),
            format!("it comes from {source}"),
            "take the crate from a registry, or leave it out",
        )
    })
    .collect()
}

/// R30: the tests of a step ask for something that the reference before it does not have.
#[must_use]
pub fn steps<'m>(
    material: &'m Material<'m>,
    curriculum: &Curriculum,
    bench: &dyn Bench,
) -> Option<Trial<'m>> {
    let exercise = material.exercise;
    let previous = curriculum.previous_step(exercise)?;
    let mut files = bench.reference_of(previous).ok()?;
    // The new manifest and tests around the old code.
    let ours = material.start.files.iter().filter(|(path, _)| is_locked(exercise, path));
    files.extend(ours.map(|(path, bytes)| (path.clone(), bytes.clone())));
    let read = move |outcomes: &[Outcome]| {
        let passes = outcomes.iter().any(|outcome| outcome.word() == Word::Passed);
        let what = "the reference of the step before passes this one's checks";
        let say = || material.entry("R30", what, "add a test for what this step brings");
        passes.then(say).into_iter().collect()
    };
    Some(Trial::new(material, Work { text: String::new(), files }, Box::new(read)))
}

/// R31: with Miri hidden, an exercise that needs it is not judged to its end, and neither passes nor fails.
#[must_use]
pub fn without_tools<'m>(material: &'m Material<'m>) -> Vec<Trial<'m>> {
    let needs = |need: &&String| need.trim_end_matches('?') == "miri";
    let trial = |_| {
        let read = move |outcomes: &[Outcome]| {
            let Some(outcome) = outcomes.first() else { return Vec::new() };
            if matches!(outcome.word(), Word::Partial | Word::Unavailable) {
                return Vec::new();
            }
            let what = format!("without Miri, which it needs, the solution is {}", outcome.word().as_str());
            vec![material.entry("R31", what, "take it out of `needs`, or judge by a check that uses it")]
        };
        let mut trial = Trial::new(material, material.solution.clone(), Box::new(read));
        trial.hides = Some(Tool::Miri);
        trial
    };
    material.exercise.needs.iter().filter(needs).map(trial).collect()
}

/// How many lines in a row are more than chance.
const WINDOW: usize = 8;

/// Windows of lines of other sets, each with the file it comes from.
#[derive(Debug, Default)]
pub struct Peers(BTreeMap<String, String>);

impl Peers {
    /// Reads all texts below a directory.
    #[must_use]
    pub fn read(dir: &Path) -> Self {
        let mut peers = Self::default();
        peers.add(dir);
        peers
    }

    fn add(&mut self, dir: &Path) {
        for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
            let path = entry.path();
            let is_text = path.extension().is_some_and(|end| end == "rs" || end == "md" || end == "toml");
            if path.is_dir() && !path.is_symlink() {
                self.add(&path);
            } else if is_text && let Ok(text) = std::fs::read_to_string(&path) {
                for (_, window) in windows(&text) {
                    self.0.entry(window).or_insert_with(|| path.display().to_string());
                }
            }
        }
    }
}

/// Eight lines in a row, without blanks and lines of nothing but brackets, and the line where they begin.
fn windows(text: &str) -> Vec<(usize, String)> {
    let says = |line: &&str| line.chars().filter(|c| c.is_alphanumeric()).count() > 2;
    let lines: Vec<(usize, String)> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| says(line))
        .map(|(at, line)| (at + 1, line.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect();
    let join = |window: &[(usize, String)]| {
        let texts: Vec<&str> = window.iter().map(|(_, text)| text.as_str()).collect();
        (window[0].0, texts.join("\n"))
    };
    lines.windows(WINDOW).map(join).collect()
}

/// R33: no window of lines is another set's.
#[must_use]
pub fn originality(material: &Material<'_>, peers: &Peers) -> Vec<Finding> {
    let mut found = Vec::new();
    let own = [(&material.exercise.path, &material.start), (&material.exercise.solution, &material.solution)];
    for (dir, work) in own {
        let mut texts = vec![(dir.clone(), work.text.clone())];
        let files = work.files.iter();
        texts
            .extend(files.map(|(path, bytes)| (dir.join(path), String::from_utf8_lossy(bytes).into_owned())));
        for (file, text) in texts {
            let shared =
                windows(&text).into_iter().find_map(|(line, window)| Some((line, peers.0.get(&window)?)));
            if let Some((line, theirs)) = shared {
                let what = format!("{WINDOW} lines are those of {theirs}");
                found.push(material.at("R33", &file, Some(line), what, "write it anew, from the task alone"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifests_may_name_crates_of_the_table_and_nothing_else() {
        let manifest = "[dependencies]\nregex = \"1\"\nserde = \"1\"\nkit = { path = \"../../../kit\" }\n\
                        core = { path = \"../core\" }\nodd = { git = \"https://e.f\" }\nshared.workspace = true\n";
        let faults = faults_of(manifest, Path::new("Cargo.toml"), &["regex".to_owned()]);
        assert_eq!(
            faults,
            [
                "`core` leads out of the package: ../core",
                "`odd` comes from git",
                "`serde` is not in the exercise's `crates`"
            ]
        );
        let inside =
            faults_of("[dependencies]\ncore = { path = \"../core\" }\n", Path::new("app/Cargo.toml"), &[]);
        assert_eq!(inside, Vec::<String>::new());
    }

    #[test]
    fn a_table_of_crates_is_locked_to_a_registry() {
        let lock = "[[package]]\nname = \"a\"\nsource = \"registry+https://e.f\"\n\n[[package]]\nname = \"b\"\n\
                    source = \"git+https://e.f\"\n";
        let file = |path: &str, text: &str| (path.into(), text.as_bytes().to_vec());
        let lines = |files: Files| -> Vec<_> { table(&files).into_iter().map(|it| it.line).collect() };
        assert_eq!(lines(Files::from([file(TABLE, ""), file(LOCK, lock)])), [Some(7)]);
        assert_eq!(lines(Files::from([file(TABLE, ""), file(LOCK, &lock.replace("git+", "registry+"))])), []);
        assert_eq!(lines(Files::from([file(TABLE, "")])), [None]);
        assert_eq!(lines(Files::new()), []);
    }

    #[test]
    fn eight_lines_that_say_something_are_a_window() {
        let text = "let   value_0 = 0;\n\n}\n".repeat(8);
        let found = windows(&text);
        assert_eq!((found.len(), found[0].0), (1, 1));
        assert!(found[0].1.starts_with("let value_0 = 0;\nlet value_0"));
        assert_eq!(windows(&text[..text.len() - 30]), []);
    }
}
