//! Rules on the solution: that it passes, in every way (R10), how far it is from the start (R11), how long it takes
//! (R12), that it does so again and again (R13), under any salt (R21). It must not look at other answers.

use std::collections::BTreeSet;
use std::time::Duration;

use super::start::{listed, waits_for_miri};
use super::{Bench, Material, Trial, parts};
use crate::check::package::is_locked;
use crate::check::{Outcome, Word};
use crate::curriculum::Form;
use crate::message::Finding;
use crate::toolchain::Tool;

/// R10: the solution passes every check as the learner is judged.
#[must_use]
pub fn passes<'m>(material: &'m Material<'m>, bench: &'m dyn Bench) -> Trial<'m> {
    let read = move |outcomes: &[Outcome]| {
        let Some(outcome) = outcomes.first() else { return Vec::new() };
        if waits_for_miri(material, bench, outcome, &BTreeSet::new()) {
            let what = "the solution was judged without Miri, which is not here";
            return vec![material.skipped("R10", what, Tool::Miri.install())];
        }
        let bad = outcome.word() != Word::Passed;
        bad.then(|| not_passed(material, outcome, "as learners are judged")).into_iter().collect()
    };
    Trial::new(material, material.solution.clone(), Box::new(read))
}

/// R12: the solution alone, with nothing else going on; its builds are not those that were remembered.
#[must_use]
pub fn alone<'m>(material: &'m Material<'m>, bench: &'m dyn Bench) -> Trial<'m> {
    let read = move |outcomes: &[Outcome]| {
        outcomes.first().map(|outcome| time(material, outcome, bench.slowdown())).unwrap_or_default()
    };
    let mut trial = Trial::new(material, material.solution.clone(), Box::new(read));
    trial.salts = vec![0];
    trial
}

/// Whether a judgement of the solution took so long that it has to be looked at alone.
#[must_use]
pub fn seems_slow(material: &Material<'_>, outcome: &Outcome) -> bool {
    !time(material, outcome, 1.0).is_empty()
}

fn not_passed(material: &Material<'_>, outcome: &Outcome, how: &str) -> Finding {
    let reason = outcome.decisive().map(|result| result.judgement.reason.clone()).unwrap_or_default();
    let word = outcome.decisive().map(|result| result.check.clone()).unwrap_or_default();
    let what =
        format!("the solution does not pass {how}: `{word}` {} ({reason})", listed(&outcome.signatures()));
    let mend = "mend the solution, or the check that refuses it";
    material.at("R10", &material.exercise.solution, None, what, mend)
}

/// R12: what its checks took, and the memory it may use.
fn time(material: &Material<'_>, outcome: &Outcome, slowdown: f64) -> Vec<Finding> {
    let exercise = material.exercise;
    let most = match exercise.form {
        _ if material.has_check(&["miri", "witness"]) => 180,
        Form::Package => 45,
        Form::File => 5,
    };
    let took: Duration = outcome.checks.iter().map(|result| result.took).sum();
    let mut found = Vec::new();
    if took > Duration::from_secs(most).mul_f64(slowdown) {
        let what = format!("judging the solution takes {:.1} s, {most} s are the most", took.as_secs_f64());
        found.push(material.entry("R12", what, "ask for less in the tests, or split the exercise"));
    }
    // A compiler reserves far more addresses than it uses, and the limit is on addresses.
    let tests = material.start.files.values().map(|bytes| String::from_utf8_lossy(bytes));
    let most = if tests.into_iter().any(|text| text.contains("Command::new(")) { 16 * 1024 } else { 2048 };
    if exercise.limits.memory_mb > most {
        let what = format!("it may use {} MiB, {most} are the most", exercise.limits.memory_mb);
        found.push(material.entry("R12", what, "lower `memory_mb`"));
    }
    found
}

/// R10: the same in debug and release, with clippy and rustfmt, whatever its checks are.
#[must_use]
pub fn passes_strictly<'m>(material: &'m Material<'m>) -> Trial<'m> {
    let read = move |outcomes: &[Outcome]| {
        let fine =
            |outcome: &&Outcome| !matches!(outcome.word(), Word::Passed | Word::Partial | Word::Unavailable);
        let bad = outcomes.iter().find(fine);
        let how = "in debug and release, with clippy and rustfmt";
        bad.map(|outcome| not_passed(material, outcome, how)).into_iter().collect()
    };
    let mut trial = Trial::new(material, material.solution.clone(), Box::new(read));
    let checks = &mut trial.exercise.checks;
    checks.retain(|word| !matches!(word.as_str(), "miri" | "witness"));
    // What runs in a machine alone is built for it alone, and the linter builds for this one.
    let bare = checks.iter().all(|check| check == "machine");
    let words = if bare { &["fmt"][..] } else { &["clippy", "fmt"] };
    for word in words {
        if !checks.iter().any(|check| check == word) {
            checks.push((*word).to_owned());
        }
    }
    trial.exercise.options.profiles = vec!["debug".to_owned(), "release".to_owned()];
    trial
}

/// R11: only what is open was changed, and not too much of it.
#[must_use]
pub fn distance(material: &Material<'_>) -> Vec<Finding> {
    let exercise = material.exercise;
    let mut found = Vec::new();
    for (path, bytes) in &material.solution.files {
        if is_locked(exercise, path) && material.start.files.get(path) != Some(bytes) {
            let what = format!("the solution changes {}, which is locked", path.display());
            let file = exercise.solution.join(path);
            found.push(material.at("R11", &file, None, what, "solve it in the open files"));
        }
    }
    let most = match (exercise.form, exercise.minutes) {
        (Form::Package, _) | (_, 46..) => 1500,
        (Form::File, ..=10) => 40,
        (Form::File, ..20) => 150,
        (Form::File, _) => 600,
    };
    let (from, to) = (material.open(&material.start), material.open(&material.solution));
    let of = |list: &[(std::path::PathBuf, String)], path: &std::path::Path| {
        list.iter().find(|(other, _)| other == path).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let paths: BTreeSet<_> = from.iter().chain(&to).map(|(path, _)| path.clone()).collect();
    let far: usize = paths.iter().map(|path| parts::distance(&of(&from, path), &of(&to, path))).sum();
    if far > most {
        let what = format!(
            "{far} tokens lie between start and solution; {most} are the most for {} minutes",
            exercise.minutes
        );
        let mend = "give more of it in the start, estimate the minutes anew, or split the exercise";
        found.push(material.at("R11", &exercise.solution, None, what, mend));
    }
    found
}

/// How often the solution is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runs {
    /// With the same salt.
    pub same: usize,
    /// With another salt each.
    pub salts: usize,
}

impl Runs {
    /// What the gate does.
    pub const GATE: Self = Self { same: 3, salts: 5 };
}

/// R13 and R21: run after run the same, and the same under every salt. Built once.
#[must_use]
pub fn again_and_again<'m>(material: &'m Material<'m>, runs: Runs) -> Trial<'m> {
    let read = move |outcomes: &[Outcome]| {
        let first = outcomes.first().map(Outcome::signatures).unwrap_or_default();
        let mut found = Vec::new();
        let place = outcomes
            .iter()
            .position(|o| !matches!(o.word(), Word::Passed | Word::Partial | Word::Unavailable));
        // Where the first run fails R10 says so already.
        if let Some(place) = place.filter(|&place| place > 0) {
            let came = listed(&outcomes[place].signatures());
            let same = place < runs.same;
            let (rule, what) = if same {
                (
                    "R13",
                    format!(
                        "run {} of the solution fails with {came}, the first with {}",
                        place + 1,
                        listed(&first)
                    ),
                )
            } else {
                ("R21", format!("the solution fails under salt {} with {came}", salt(place, runs)))
            };
            let mend =
                "look for what decides it: order, time, addresses, or an input that the tests did not mean";
            found.push(material.entry(rule, what, mend));
        }
        found
    };
    let mut trial = Trial::new(material, material.solution.clone(), Box::new(read));
    // Miri is slow and its own seeds are named; clippy and the formatter do not run anything.
    let again = ["test", "run", "golden", "accept", "mutants", "predict", "doc"];
    trial.exercise.checks.retain(|word| again.contains(&word.as_str()));
    trial.salts = (0..runs.same + runs.salts).map(|place| salt(place, runs)).collect();
    trial
}

/// The salt of a run: 0 for those that are the same.
fn salt(place: usize, runs: Runs) -> u64 {
    let number = (place + 1).saturating_sub(runs.same);
    // Any odd factor spreads them; what counts is that they are the same tomorrow.
    (number as u64).wrapping_mul(0x9e37_79b9) % 1_000_000
}

/// R13: no test of ours reads a clock.
#[must_use]
pub fn clocks(material: &Material<'_>) -> Vec<Finding> {
    let ours = material.ours();
    let texts = ours.iter().chain(material.companions.values());
    let reads = |text: &&String| {
        let names = parts::names(text);
        names.contains("SystemTime") || (names.contains("Instant") && names.contains("elapsed"))
    };
    let mend = "count with `kit` what has to be few; a watchdog belongs into `limits`";
    let say = || material.entry("R13", "a test reads a clock", mend);
    texts.clone().find(reads).map(|_| say()).into_iter().collect()
}
