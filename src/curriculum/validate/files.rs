//! Rules for the files that a set must hold. They look names up in a list made once, and must not read.

use std::collections::BTreeSet;
use std::path::Path;

use super::{At, Faults, did_you_mean};
use crate::curriculum::Form;
use crate::curriculum::paths::checked;
use crate::curriculum::raw::RawExercise;
use crate::curriculum::source::SetSource;

/// The names of all files of a set, sorted.
#[derive(Debug, Default)]
pub(in crate::curriculum) struct Files {
    names: Vec<String>,
}

impl Files {
    /// The files of this set; none, and a fault, where they cannot be listed.
    pub(in crate::curriculum) fn of(source: &SetSource, faults: &mut Faults) -> Option<Self> {
        match source.names("") {
            Ok(names) => Some(Self { names }),
            Err(error) => {
                faults.source(&error);
                None
            }
        }
    }

    /// Whether there is this file.
    pub(in crate::curriculum) fn has(&self, path: &str) -> bool {
        self.names.binary_search_by(|name| name.as_str().cmp(path)).is_ok()
    }

    /// Whether there is any file below this directory.
    fn has_below(&self, dir: &str) -> bool {
        let below = format!("{dir}/");
        let place = self.names.partition_point(|name| name.as_str() < below.as_str());
        self.names.get(place).is_some_and(|name| name.starts_with(&below))
    }

    /// A package if and only if its directory holds a `Cargo.toml.in`.
    pub(super) fn form(&self, dir: &str, name: &str) -> Form {
        if self.has(&format!("{dir}/{name}/Cargo.toml.in")) { Form::Package } else { Form::File }
    }
}

/// The exercise lies where its topic does, once, and has a solution.
pub(super) fn present(raw: &RawExercise, dir: &str, files: &Files, at: &mut At<'_>) {
    let name = raw.name.get_ref();
    let (file, package) = (format!("{dir}/{name}.rs"), format!("{dir}/{name}"));
    let solution = |path: &str| path.replacen("exercises", "solutions", 1);
    match (files.has(&file), files.form(dir, name)) {
        (true, Form::Package) => at.say(
            raw.name.span(),
            format!("`{name}` is both a file and a package: {file} and {package}/Cargo.toml.in exist"),
            "keep one of the two",
        ),
        (false, Form::File) => at.say(
            raw.name.span(),
            format!("the exercise `{name}` has no file"),
            format!("write {file}, or for a package {package}/Cargo.toml.in, or take the entry out"),
        ),
        (true, Form::File) if !files.has(&solution(&file)) => at.say(
            raw.name.span(),
            format!("the exercise `{name}` has no solution"),
            format!("write {}", solution(&file)),
        ),
        (false, Form::Package) if !files.has_below(&solution(&package)) => at.say(
            raw.name.span(),
            format!("the exercise `{name}` has no solution"),
            format!("write the files that differ below {}/", solution(&package)),
        ),
        _ => {}
    }
}

/// What lies in the companions' directory because a check reads it, a file or a directory that holds some.
const COMPANIONS: &[(&str, &str)] =
    &[("golden", "golden.txt"), ("mutants", "variants/broken/"), ("mutants", "variants/correct/")];

/// A check whose files are not there would judge by nothing.
pub(super) fn companions(raw: &RawExercise, dir: &str, files: &Files, at: &mut At<'_>) {
    for word in raw.checks.get_ref() {
        for (_, wanted) in COMPANIONS.iter().filter(|(check, _)| check == word.get_ref()) {
            let path = format!("{dir}/{}/{wanted}", raw.name.get_ref());
            let there = match path.strip_suffix('/') {
                Some(below) => files.has_below(below),
                None => files.has(&path),
            };
            if !there {
                let what = format!("the check `{}` has nothing to judge by", word.get_ref());
                at.say(word.span(), what, format!("write {path}"));
            }
        }
    }
}

/// Patterns of our own files: only packages have them, and they stay inside.
pub(super) fn locked(raw: &RawExercise, form: Form, at: &mut At<'_>) {
    for pattern in &raw.locked {
        let text = pattern.get_ref();
        // A star stands for any letters; what is left must be a path like any other.
        if let Err(why) = checked(Path::new(&text.replace('*', "x"))) {
            let help = "name files of the package, as in `tests/**`";
            at.say(pattern.span(), format!("the pattern `{text}` is refused: {why}"), help);
        } else if form == Form::File {
            let what = format!("`{}` is a file exercise and has no files to lock", raw.name.get_ref());
            at.say(pattern.span(), what, "leave `locked` out: all below the line is ours anyway");
        }
    }
}

/// A `topic.toml` where no topic of the map lies would be passed over without a word.
pub(in crate::curriculum) fn strays(files: &Files, dirs: &BTreeSet<String>, faults: &mut Faults) {
    let maps = files.names.iter().filter(|name| name.starts_with("exercises/"));
    for name in maps.filter(|name| name.ends_with("/topic.toml")) {
        let dir = name.trim_end_matches("/topic.toml");
        if name.matches('/').count() == 3 && !dirs.contains(dir) && !faults.full() {
            let help = match did_you_mean(dir, dirs.iter().map(String::as_str)) {
                Some(near) => format!("the nearest directory of a topic is {near}"),
                None => "add the topic to info.toml; directories are numbered in its order".to_owned(),
            };
            faults.push(name.as_str(), None, "no topic of info.toml has this directory", help);
        }
    }
}
