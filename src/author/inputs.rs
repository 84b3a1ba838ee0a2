//! The rule on salted inputs (R21): that enough tests draw theirs. It must not run them: the solution is judged under
//! several salts in [`super::solution`].

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::parts::{self, Body};
use super::{Material, words};
use crate::curriculum::Form;
use crate::message::Finding;

/// R21: at least a third of the tests that look at values draw them.
#[must_use]
pub fn salted(material: &Material<'_>) -> Vec<Finding> {
    if !material.has_check(&["test"]) || material.has_check(&["predict"]) {
        return Vec::new();
    }
    // The tests of a package draw where they have the support crate: what is about manifests, or read by a macro
    // while compiling, has no input to draw.
    let packed = material.exercise.form == Form::Package;
    let has_kit = |(path, bytes): (&PathBuf, &Vec<u8>)| {
        path.ends_with("Cargo.toml") && String::from_utf8_lossy(bytes).contains("kit")
    };
    if packed && !material.start.files.iter().any(has_kit) {
        return Vec::new();
    }
    let mut all = 0;
    let mut drawn = 0;
    for text in material.ours() {
        let bodies = parts::bodies(&text);
        let sources = drawing(&text, &bodies);
        for test in bodies.iter().filter(|body| body.is_test && looks_at_values(&text, body)) {
            all += 1;
            drawn += usize::from(sources.contains(test.name.as_str()));
        }
    }
    // One or two tests have no third.
    if drawn >= all / 3 {
        return Vec::new();
    }
    let what = format!("{drawn} of {all} tests with values draw their input; a third is the least");
    let mend = "draw with `::kit::Rng::salted(\"…\")`, and work out what is wanted by another route";
    vec![material.entry("R21", what, mend)]
}

/// The functions that draw, themselves or through others of the same file.
fn drawing<'b>(text: &str, bodies: &'b [Body]) -> BTreeSet<&'b str> {
    let inside: Vec<(&str, BTreeSet<&str>)> = bodies
        .iter()
        .map(|body| (body.name.as_str(), words::pieces(&text[body.inside.clone()]).into_iter().collect()))
        .collect();
    let mut drawing: BTreeSet<&str> =
        inside.iter().filter(|(_, used)| used.contains("salted")).map(|(name, _)| *name).collect();
    loop {
        let more: Vec<&str> = inside
            .iter()
            .filter(|(name, used)| {
                !drawing.contains(name) && drawing.iter().any(|other| used.contains(other))
            })
            .map(|(name, _)| *name)
            .collect();
        if more.is_empty() {
            return drawing;
        }
        drawing.extend(more);
    }
}

/// Whether a test compares: one that counts allocations, drops or polls has no input to draw.
fn looks_at_values(text: &str, body: &Body) -> bool {
    let used = words::pieces(&text[body.inside.clone()]);
    let has = |word: &str| used.contains(&word);
    let counts = ["allocations", "inspect", "tally", "size_of", "CallCount", "Drops", "no_stray_panics"];
    (has("assert_eq") || has("assert")) && !counts.iter().any(|word| has(word))
}
