//! Rules on companions that judge: probes (R17), witnesses (R19), variants (R22). It must not compile them: the solution
//! and the wrong answers do that.

use super::{Answer, Material};
use crate::check::{miri, predict, reject, witness};
use crate::message::Finding;
use crate::toolchain::Tool;

/// R17: both kinds, each with what it shows; marks in `reject/` and only there.
#[must_use]
pub fn probes(material: &Material<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if material.has_check(&["accept", "reject"]) {
        for kind in ["accept", "reject"] {
            let there = material.probes(kind);
            if there.is_empty() || !material.has_check(&[kind]) {
                let what = format!("there is nothing in `{kind}/` that is judged");
                let mend = "write one caller that must compile and one that must not, for each requirement";
                found.push(material.entry("R17", what, mend));
            }
        }
    }
    for kind in ["accept", "reject", "items"] {
        for probe in material.probes(kind) {
            if probe.shows().is_empty() {
                let what = "it does not open with a comment that says what it shows";
                found.push(material.at("R17", &probe.path, Some(1), what, "write that comment"));
            }
            if reject::marks(&probe.text).is_empty() == (kind == "reject") {
                let what = if kind == "reject" { "it marks no error" } else { "it marks an error" };
                let mend = "errors are marked in `reject/`, at the end of their lines: `//~ E0597`";
                found.push(material.at("R17", &probe.path, None, what, mend));
            }
        }
    }
    found
}

/// R19: a class for each witness.
#[must_use]
pub fn witnesses(material: &Material<'_>, has_miri: bool) -> Vec<Finding> {
    if !material.has_check(&["witness"]) {
        return Vec::new();
    }
    let path = material.exercise.companions.join(witness::FILE);
    let mut found = Vec::new();
    let table = material.companions.get(&path).and_then(|text| text.parse::<toml::Table>().ok());
    let Some(table) = table.filter(|table| !table.is_empty()) else {
        let what = format!("{} is missing or empty", path.display());
        return vec![material.entry(
            "R19",
            what,
            "name each witness and its class: `stale_entry = \"dangling\"`",
        )];
    };
    for (name, class) in &table {
        let classes: Vec<&str> = class.as_str().unwrap_or_default().split('|').map(str::trim).collect();
        let known = |class: &&str| *class == "sound" || miri::class::Kind::words().any(|word| word == *class);
        if !classes.iter().all(known) {
            let what = format!("`{name}` wants {class}, which is no class of Miri's reports");
            let mend = format!(
                "write one of {}, or \"sound\"",
                miri::class::Kind::words().collect::<Vec<_>>().join(", ")
            );
            found.push(material.at("R19", &path, None, what, mend));
        }
    }
    let panics = |answer: &Answer| answer.name.contains("panic") || answer.work.text.contains("panic!(");
    let mut wrong = material.answers.iter().filter(|answer| answer.name.starts_with("wrong_"));
    if !wrong.any(panics) {
        let what = "no wrong answer has a witness that only panics";
        found.push(material.entry("R19", what, "add one and call it so: a panic is not undefined behaviour"));
    }
    if !has_miri {
        let what = "the witnesses were not run: Miri is not here";
        found.push(material.skipped("R19", what, Tool::Miri.install()));
    }
    found
}

/// R22: planted faults and right variants, each with a word on what it is.
#[must_use]
pub fn variants(material: &Material<'_>) -> Vec<Finding> {
    if !material.has_check(&["mutants"]) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (kind, least) in [("broken", 3), ("correct", 1)] {
        let there = material.probes(&format!("variants/{kind}"));
        if there.len() < least {
            let what = format!("{} files in `variants/{kind}/`, {least} are the least", there.len());
            found.push(material.entry(
                "R22",
                what,
                "write variants of the given code, one fault in each broken one",
            ));
        }
        for variant in there.iter().filter(|variant| variant.shows().is_empty()) {
            let what = "it does not open with a comment that says what it is";
            found.push(material.at("R22", &variant.path, Some(1), what, "write that comment"));
        }
    }
    found
}

/// R18: every item has a why, at its end, and at least three of ten go against the common guess: a declared wrong
/// answer gets them wrong, or the item says so with `//@ guess:`.
#[must_use]
pub fn predictions(material: &Material<'_>) -> Vec<Finding> {
    let items = material.probes("items");
    if !material.has_check(&["predict"]) || items.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for item in &items {
        if predict::item::why(item).is_empty() {
            found.push(material.at(
                "R18",
                &item.path,
                None,
                "it has no why",
                "end it with `//@ why: ` lines",
            ));
        }
        let shown = predict::item::for_learners(&item.text).trim_end().lines().count();
        let facts = ["//@ why:", "//@ key:", "//@ guess:"];
        let ours = |line: &&str| facts.iter().any(|fact| line.starts_with(fact));
        let kept = item.text.lines().filter(|line| !ours(line)).collect::<Vec<_>>().join("\n");
        if kept.trim_end().lines().count() != shown {
            let what = "lines of the item stand behind its why, and learners would not see them";
            found.push(material.at("R18", &item.path, None, what, "put the `//@ why:` lines at the end"));
        }
    }
    let traps = material.exercise.traps.iter().flat_map(|trap| &trap.fails);
    let mut missed: Vec<usize> =
        traps.filter_map(|failure| failure.strip_prefix("item:")?.parse().ok()).collect();
    let guessed = items.iter().filter(|item| !item.facts("guess").is_empty());
    missed.extend(guessed.filter_map(|item| item.stem.parse::<usize>().ok()));
    missed.sort_unstable();
    missed.dedup();
    if missed.len() * 10 < items.len() * 3 {
        let what = format!(
            "{} of {} items go against a common guess; three of ten are the least",
            missed.len(),
            items.len()
        );
        let mend =
            "add items that people get wrong, each with a trap or a line `//@ guess: ` with what they say";
        found.push(material.entry("R18", what, mend));
    }
    found
}
