//! Rules on what learners begin with: how it fails (R05), how it looks (R06), that edited checks change nothing (R08),
//! how its stubs are written (R09). It must not look at solutions.

use std::collections::BTreeSet;

use super::output::fits_a_screen;
use super::texts::header;
use super::{Bench, Material, Trial, Work, parts};
use crate::check::package::is_locked;
use crate::check::sheet::{LINE, part_above_the_line};
use crate::check::{Note, Outcome, Word};
use crate::curriculum::Form;
use crate::message::Finding;
use crate::toolchain::Tool;

/// R05: the start fails for exactly what is declared. What it shows is looked at for R28.
#[must_use]
pub fn failure<'m>(material: &'m Material<'m>, bench: &'m dyn Bench) -> Trial<'m> {
    let read = move |outcomes: &[Outcome]| {
        let Some(outcome) = outcomes.first() else { return Vec::new() };
        let wanted = &material.exercise.fails_with;
        if waits_for_miri(material, bench, outcome, wanted) {
            let what = "how the start fails can only be seen with Miri, which is not here";
            return vec![material.skipped("R05", what, Tool::Miri.install())];
        }
        let mut found = fits_a_screen(material, bench, outcome);
        let passed = matches!(outcome.word(), Word::Passed | Word::Partial);
        let got = outcome.signatures();
        if passed || got != *wanted {
            let came =
                if passed { "it passes".to_owned() } else { format!("it fails with {}", listed(&got)) };
            let reason = outcome.decisive().map(|result| result.judgement.reason.clone()).unwrap_or_default();
            let what = format!("the start should fail with {}, and {came} ({reason})", listed(wanted));
            let line = Some(material.line_of("fails_with"));
            let mend = "change the start, or write what it fails with into `fails_with`";
            found.push(material.at("R05", &material.entry, line, what, mend));
        }
        found
    };
    Trial::new(material, material.start.clone(), Box::new(read))
}

/// Whether what is wanted can only be seen with Miri, and Miri is not here.
pub(super) fn waits_for_miri(
    material: &Material<'_>,
    bench: &dyn Bench,
    outcome: &Outcome,
    wanted: &BTreeSet<String>,
) -> bool {
    let needs = outcome.word() == Word::Partial || wanted.iter().any(|failure| failure.starts_with("miri:"));
    needs && !bench.has(&Tool::Miri) && crate::check::miri::is_wanted(material.exercise)
}

/// Signatures as they stand in a `topic.toml`.
pub(super) fn listed(signatures: &BTreeSet<String>) -> String {
    let quoted: Vec<String> = signatures.iter().map(|one| format!("\"{one}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

/// R06: marks that are sentences, and a header that is not too long.
#[must_use]
pub fn marks(material: &Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let (file, text) = header(material);
    let most = if material.exercise.step.is_some() { 25 } else { 12 };
    if text.lines().count() > most {
        let what = format!("a header of {} lines, {most} are the most", text.lines().count());
        found.push(material.at(
            "R06",
            &file,
            Some(1),
            what,
            "say what to do, and leave the rest to the tests",
        ));
    }
    let mut count = 0;
    for (path, text) in texts(material) {
        for (line, mark) in text.lines().enumerate().filter_map(|(line, text)| Some((line, todo(text)?))) {
            count += 1;
            let sentence = mark.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
                && mark.split_whitespace().count() >= 2;
            if !sentence {
                let what = format!("`TODO: {mark}` is no sentence");
                let mend = "say in a sentence what is to be done here";
                found.push(material.at("R06", &material.in_set(&path), Some(line + 1), what, mend));
            }
        }
    }
    if !(1..=5).contains(&count) {
        let what = format!("{count} `TODO:` marks, 1 to 5 are wanted");
        found.push(material.at(
            "R06",
            &file,
            None,
            what,
            "mark each place to work at with `// TODO: ` and a sentence",
        ));
    }
    found
}

/// The open files of the start, those that are no Rust included: a manifest may hold a mark as well.
pub(super) fn texts(material: &Material<'_>) -> Vec<(std::path::PathBuf, String)> {
    if material.exercise.form == Form::File {
        return material.open(&material.start);
    }
    let open = material.start.files.iter().filter(|(path, _)| !is_locked(material.exercise, path));
    open.map(|(path, bytes)| (path.clone(), String::from_utf8_lossy(bytes).into_owned())).collect()
}

/// The sentence behind a mark that opens a comment.
pub(super) fn todo(line: &str) -> Option<&str> {
    let comment = line.split_once("// TODO:").or_else(|| line.split_once("# TODO:"))?;
    Some(comment.1.trim())
}

/// R06: rustfmt has nothing to change, unless that is the task.
#[must_use]
pub fn format<'m>(material: &'m Material<'m>) -> Option<Trial<'m>> {
    if material.has_check(&["fmt"]) {
        return None;
    }
    let read = move |outcomes: &[Outcome]| {
        let bad = outcomes.first().is_some_and(|outcome| outcome.word() == Word::Failed);
        let file = material.in_set(&material.exercise.path);
        let file = if material.exercise.form == Form::File { file } else { material.exercise.path.clone() };
        let mend = "run `rustfmt --edition 2024` on it, in its own directory";
        let say = || material.at("R06", &file, None, "rustfmt would change the start", mend);
        bad.then(say).into_iter().collect()
    };
    let mut trial = Trial::new(material, material.start.clone(), Box::new(read));
    trial.exercise.checks = vec!["fmt".to_owned()];
    Some(trial)
}

/// R08: the checks of the learner's copy may be emptied, and nothing changes but a note.
#[must_use]
pub fn edited_checks<'m>(material: &'m Material<'m>, bench: &'m dyn Bench) -> Option<Trial<'m>> {
    let (edited, note) = match material.exercise.form {
        Form::File => {
            let above = part_above_the_line(&material.start.text);
            let text = format!("{above}{LINE}\n#[test]\nfn all_is_well() {{}}\n");
            (Work { text, ..Work::default() }, Note::ChecksEdited)
        }
        Form::Package => {
            let mut edited = material.start.clone();
            let tests = edited.files.iter_mut().filter(|(path, _)| {
                is_locked(material.exercise, path) && path.extension().is_some_and(|end| end == "rs")
            });
            let mut count = 0;
            for (_, bytes) in tests {
                *bytes = b"#[test]\nfn all_is_well() {}\n".to_vec();
                count += 1;
            }
            if count == 0 {
                return None;
            }
            (edited, Note::LockedEdited)
        }
    };
    let read = move |outcomes: &[Outcome]| {
        let Some(outcome) = outcomes.first() else { return Vec::new() };
        // That the start fails as it should is looked at for R05.
        let passes = matches!(outcome.word(), Word::Passed | Word::Partial);
        let noted = outcome.notes.contains(&note);
        if (noted && !passes) || waits_for_miri(material, bench, outcome, &material.exercise.fails_with) {
            return Vec::new();
        }
        let came = if passes { "the start passes" } else { "nobody says so" };
        let what = format!("with its checks edited, {came}");
        vec![material.entry("R08", what, "lock the files that judge, and keep the tests in `mod checks`")]
    };
    Some(Trial::new(material, edited, Box::new(read)))
}

/// R08: no test program of a package is the learner's to change.
#[must_use]
pub fn unlocked(material: &Material<'_>) -> Vec<Finding> {
    let is_test = |path: &&std::path::PathBuf| {
        path.extension().is_some_and(|end| end == "rs")
            && path.parent().is_some_and(|dir| dir.ends_with("tests"))
    };
    let open = material.start.files.keys().filter(is_test).filter(|path| !is_locked(material.exercise, path));
    let say = |path: &std::path::PathBuf| {
        let mend = "name it in `locked`, as `tests/**` does";
        material.at("R08", &material.in_set(path), None, "it judges, and learners may change it", mend)
    };
    open.map(say).collect()
}

/// R09: a stub that does nothing yet says its parameters aloud.
#[must_use]
pub fn stubs(material: &Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in material.open(&material.start) {
        for body in parts::bodies(&text) {
            let inside = text[body.inside.clone()].trim();
            let hidden: Vec<&String> =
                body.parameters.iter().filter(|name| name.len() > 1 && name.starts_with('_')).collect();
            if inside.contains("todo!(") && !hidden.is_empty() {
                let what = format!("the stub `{}` hides `{}`", body.name, hidden[0]);
                let mend = format!(
                    "call it `{0}`, and name it in the stub: `todo!(\"… {{{0}:?}}\")`",
                    &hidden[0][1..]
                );
                found.push(material.at("R09", &material.in_set(&path), Some(body.line), what, mend));
            }
        }
    }
    found
}
