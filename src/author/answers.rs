//! Rules on the other answers: those that are right (R14), those that are wrong for a known reason (R16). It must not
//! look at the solution.

use super::output::fits_a_screen;
use super::start::{listed, waits_for_miri};
use super::{Answer, Bench, Material, Trial};
use crate::check::{Outcome, Word};
use crate::curriculum::{Curriculum, Tier, Trap};
use crate::message::{Finding, Weight};
use crate::toolchain::Tool;

/// R14 and R16: how many there are, and that each wrong one has its trap.
#[must_use]
pub fn counted(material: &Material<'_>) -> Vec<Finding> {
    let exercise = material.exercise;
    let count = |start: &str| material.answers.iter().filter(|answer| answer.name.starts_with(start)).count();
    let dir = format!("tests/answers/{}/", exercise.name);
    let mut found = Vec::new();
    let differs = !material.has_check(&["predict"]) && exercise.checks != ["fmt"];
    if exercise.tier == Tier::A && differs && count("alt_") == 0 {
        let mend = format!("write a right answer that is built differently into {dir}alt_….rs");
        found.push(material.entry("R14", "tier A, and no other right answer", mend));
    }
    if count("wrong_") < 2 {
        let what = format!("{} wrong answers, two are wanted", count("wrong_"));
        let mend = format!("write what people get wrong into {dir}wrong_….rs, each with a trap");
        found.push(material.entry("R16", what, mend));
    }
    for answer in material.answers.iter().filter(|answer| answer.name.starts_with("wrong_")) {
        if trap_of(material, answer).is_none() {
            let what = format!("`{}` has no trap that says what it stands for", answer.name);
            let mend = "add a `[[exercises.traps]]` with `fails`, `belief`, `says` and this `answer`";
            found.push(material.at("R16", &answer.path, None, what, mend));
        }
    }
    for answer in exercise.traps.iter().filter_map(|trap| trap.answer.as_ref()) {
        if !material.answers.iter().any(|there| there.name == *answer) {
            let what = format!("the trap's answer `{answer}` is not in {dir}");
            let line = Some(material.line_of(answer));
            found.push(material.at("R16", &material.entry, line, what, "write it, or correct the name"));
        }
    }
    for answer in material
        .answers
        .iter()
        .filter(|answer| !answer.name.starts_with("wrong_") && !answer.name.starts_with("alt_"))
    {
        let what = format!("`{}` is neither `alt_…` nor `wrong_…`", answer.name);
        found.push(material.at("R16", &answer.path, None, what, "rename it after what it is"));
    }
    found
}

fn trap_of<'m>(material: &Material<'m>, answer: &Answer) -> Option<&'m Trap> {
    material.exercise.traps.iter().find(|trap| trap.answer.as_deref() == Some(answer.name.as_str()))
}

/// R14 and R16: each answer is judged.
#[must_use]
pub fn judged<'m>(material: &'m Material<'m>, bench: &'m dyn Bench) -> Vec<Trial<'m>> {
    let trial = |answer: &'m Answer| {
        let read = move |outcomes: &[Outcome]| {
            let Some(outcome) = outcomes.first() else { return Vec::new() };
            match trap_of(material, answer) {
                Some(trap) => wrong(material, bench, answer, trap, outcome),
                None => right(material, bench, answer, outcome),
            }
        };
        Trial::new(material, answer.work.clone(), Box::new(read))
    };
    // A wrong answer without a trap has been told of; there is nothing to compare it with.
    let known = |answer: &&Answer| answer.name.starts_with("alt_") || trap_of(material, answer).is_some();
    material.answers.iter().filter(known).map(trial).collect()
}

fn right(material: &Material<'_>, bench: &dyn Bench, answer: &Answer, outcome: &Outcome) -> Vec<Finding> {
    if waits_for_miri(material, bench, outcome, &std::collections::BTreeSet::new()) {
        let what = format!("`{}` was judged without Miri, which is not here", answer.name);
        return vec![material.skipped("R14", what, Tool::Miri.install())];
    }
    if outcome.word() == Word::Passed {
        return Vec::new();
    }
    let reason = outcome.decisive().map(|result| result.judgement.reason.clone()).unwrap_or_default();
    let what = format!("the right answer fails with {} ({reason})", listed(&outcome.signatures()));
    let mend = "let the tests judge what was asked for, by any route; or mend the answer";
    vec![material.at("R14", &answer.path, None, what, mend)]
}

fn wrong(
    material: &Material<'_>,
    bench: &dyn Bench,
    answer: &Answer,
    trap: &Trap,
    outcome: &Outcome,
) -> Vec<Finding> {
    if waits_for_miri(material, bench, outcome, &trap.fails) {
        let what = format!("how `{}` fails can only be seen with Miri, which is not here", answer.name);
        return vec![material.skipped("R16", what, Tool::Miri.install())];
    }
    let mut found = fits_a_screen(material, bench, outcome);
    let got = outcome.signatures();
    let passed = matches!(outcome.word(), Word::Passed | Word::Partial);
    if passed || got != trap.fails {
        let came = if passed { "it passes".to_owned() } else { format!("it fails with {}", listed(&got)) };
        let reason = outcome.decisive().map(|result| result.judgement.reason.clone()).unwrap_or_default();
        let what = format!("should fail with {}, and {came} ({reason})", listed(&trap.fails));
        let mend = "correct the trap's `fails`, the answer, or the tests that should tell it apart";
        found.push(material.at("R16", &answer.path, None, what, mend));
    } else if outcome.trap.as_ref() != Some(&trap.says) {
        let what = "the learner is told what another trap says";
        found.push(material.at("R16", &answer.path, None, what, "let the two traps have different failures"));
    }
    found
}

/// R16, over the whole set: every misconception is met twice. A warning while the catalogue is not whole.
#[must_use]
pub fn met_twice(curriculum: &Curriculum) -> Vec<Finding> {
    let mut met: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for exercise in &curriculum.exercises {
        for trap in &exercise.traps {
            let names = met.entry(&trap.belief).or_default();
            if !names.contains(&exercise.name.as_str()) {
                names.push(&exercise.name);
            }
        }
    }
    let once = met.into_iter().filter(|(_, names)| names.len() == 1);
    once.map(|(belief, names)| Finding {
        rule: "R16",
        weight: Weight::Warning,
        of: names[0].to_owned(),
        file: "info.toml".into(),
        line: None,
        what: format!("the belief `{belief}` is met only in `{}`", names[0]),
        mend: "meet it in a second exercise, or use the id of the belief that it is a case of".to_owned(),
    })
    .collect()
}
