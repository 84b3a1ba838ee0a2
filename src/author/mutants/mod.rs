//! Mutation of solutions (R15): what the checks do not notice shows what they do not test. It must not run anything.

pub mod operators;

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::table::Mutants;
use super::{Bench, Material, Trial, Work};
use crate::check::{Outcome, Word};
use crate::curriculum::Form;
use crate::message::{Finding, Mutation, Survivor};
use crate::toolchain::Tool;
use operators::{Mutant, mutants};

/// Checks by which a mutant is judged; what clippy or the formatter would say of it does not count.
const JUDGES: [&str; 8] = ["test", "accept", "reject", "run", "golden", "miri", "machine", "witness"];
/// The least share that has to be noticed, in per cent.
const LEAST: usize = 85;
/// A mutant that runs longer than this, in seconds, has been noticed.
const PATIENCE: u64 = 5;

/// A mutant of an exercise, to be judged.
struct Case {
    file: PathBuf,
    mutant: Mutant,
    work: Work,
}

/// Whether the rule on mutants holds for this exercise: its checks run or call what the learner writes. What a witness
/// shows, only Miri can tell.
#[must_use]
pub fn applies(material: &Material<'_>, has_miri: bool) -> bool {
    // Answers that tests compare with what a tool says are no code that could be changed for the worse.
    let is_code = material.exercise.kind != "predict" || material.has_check(&["predict"]);
    is_code
        && material.has_check(&["test", "accept", "reject", "run", "golden", "machine"])
        && !material.has_check(&["mutants", "doc"])
        && (has_miri || !material.has_check(&["witness"]))
}

fn cases(material: &Material<'_>, weaken: bool) -> Vec<Case> {
    let program = material.exercise.form == Form::Package || material.has_check(&["golden"]);
    let mut found = Vec::new();
    for (path, text) in material.open(&material.solution) {
        for mutant in mutants(&text, weaken, program) {
            let work = material.replaced(&material.solution, &path, &mutant.apply(&text));
            let file = if path == material.exercise.path {
                material.exercise.solution.clone()
            } else {
                path.clone()
            };
            found.push(Case { file, mutant, work });
        }
    }
    found
}

/// Judges all mutants of these exercises.
pub fn judge(
    materials: &[Material<'_>],
    bench: &dyn Bench,
    begin: &dyn Fn(usize),
    done: &(dyn Fn() + Sync),
) -> Vec<Mutation> {
    let mut all: Vec<(usize, Case)> = Vec::new();
    for (place, material) in materials.iter().enumerate() {
        let weaken = material.has_check(&["miri"]) && bench.has(&Tool::Miri);
        all.extend(cases(material, weaken).into_iter().map(|case| (place, case)));
    }
    let trials: Vec<Trial<'_>> =
        all.iter().map(|(place, case)| trial(&materials[*place], case, bench)).collect();
    begin(trials.len());
    let outcomes = bench.judge(&trials, done);
    let mut rows: Vec<Mutation> =
        materials.iter().map(|material| Mutation::of(&material.exercise.name)).collect();
    for ((place, case), outcome) in all.iter().zip(outcomes) {
        let row = &mut rows[*place];
        match outcome.ok().as_deref().and_then(|outcomes| outcomes.first()).map_or(Fate::Stillborn, fate) {
            Fate::Stillborn => row.stillborn += 1,
            Fate::Killed => (row.viable, row.killed) = (row.viable + 1, row.killed + 1),
            Fate::Survived => {
                row.viable += 1;
                let (line, what) = (case.mutant.line, case.mutant.what.clone());
                row.survivors.push(Survivor { file: case.file.clone(), line, what, reason: None });
            }
        }
    }
    for (row, material) in rows.iter_mut().zip(materials) {
        excuse(row, &material.survivors);
    }
    rows
}

fn trial<'m>(material: &Material<'m>, case: &Case, bench: &dyn Bench) -> Trial<'m> {
    let mut trial = Trial::new(material, case.work.clone(), Box::new(|_| Vec::new()));
    let has_miri = bench.has(&Tool::Miri);
    let checks = &mut trial.exercise.checks;
    checks.retain(|word| {
        JUDGES.contains(&word.as_str()) && (has_miri || !matches!(word.as_str(), "miri" | "witness"))
    });
    let limits = &mut trial.exercise.limits;
    limits.run = limits.run.min(std::time::Duration::from_secs(PATIENCE));
    limits.memory_mb = limits.memory_mb.min(1024);
    trial
}

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It does not compile, or could not be judged.
    Stillborn,
    Killed,
    Survived,
}

fn fate(outcome: &Outcome) -> Fate {
    let signatures = outcome.signatures();
    let compiler = |one: &String| one.contains('@') || one == "build" || one.starts_with("source:");
    match outcome.word() {
        Word::Passed | Word::Partial => Fate::Survived,
        Word::Unavailable | Word::Cancelled => Fate::Stillborn,
        _ if signatures.iter().any(compiler) => Fate::Stillborn,
        _ => Fate::Killed,
    }
}

/// Survivors that are the same program in other words, each with its reason.
fn excuse(row: &mut Mutation, reasons: &BTreeMap<String, String>) {
    for survivor in &mut row.survivors {
        survivor.reason = reasons.get(&survivor.what).cloned();
    }
    let known = |what: &&String| row.survivors.iter().any(|survivor| survivor.what == **what);
    row.stale = reasons.keys().filter(|what| !known(what)).cloned().collect();
}

/// R15: enough mutants compile, and enough of them are noticed.
#[must_use]
pub fn enough(material: &Material<'_>, seen: &Mutants) -> Vec<Finding> {
    let least = if material.exercise.step.is_some() { 12 } else { 6 };
    let mut found = Vec::new();
    // Where all work is in attributes, or in a script, there is nothing to change; its wrong answers stand for what can go wrong.
    let is_script = |path: &PathBuf| path.extension().is_some_and(|end| end == "sh");
    let is_elsewhere = seen.viable == 0 || material.solution.files.keys().any(is_script);
    if !is_elsewhere && seen.viable < least {
        let what = format!("{} mutants of the solution compile, {least} are the least", seen.viable);
        let mend = "there is too little in it that could go wrong: give the exercise more to decide";
        found.push(material.at("R15", &material.exercise.solution, None, what, mend));
    }
    let real = seen.viable - seen.excused.min(seen.viable);
    if seen.killed * 100 < real * LEAST {
        let what = format!(
            "the checks notice {} of {real} mutants of the solution, {LEAST} % are the least",
            seen.killed
        );
        let mend = format!(
            "`cargo roadmap author mutants {}` names the others: test what they change, or give the reason why it changes nothing in tests/answers/{}/survivors.toml",
            material.exercise.name, material.exercise.name
        );
        found.push(material.at("R15", &material.exercise.solution, None, what, mend));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_survivor_can_be_excused_and_an_idle_excuse_is_told() {
        let mut row = Mutation::of("a");
        let survivor =
            |what: &str| Survivor { file: "a.rs".into(), line: 1, what: what.to_owned(), reason: None };
        row.survivors = vec![survivor("one"), survivor("two")];
        let reasons = [("one", "same"), ("three", "gone")];
        excuse(&mut row, &reasons.map(|(what, why)| (what.to_owned(), why.to_owned())).into());
        assert_eq!(row.excused(), 1);
        assert_eq!(row.stale, ["three"]);
    }
}
