//! All rules over some exercises of a set: first those on what is written, then what has to be judged, all at once. It
//! must not hold a rule itself.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::layout::Peers;
use super::links::Links;
use super::solution::Runs;
use super::table::Table;
use super::{
    Bench, Material, Trial, answers, budgets, coverage, identity, inputs, layout, leftovers, licences,
    mutants, probes, solution, start, table, texts, trivial,
};
use crate::check::Outcome;
use crate::curriculum::Curriculum;
use crate::message::{Finding, Review, Weight};
use crate::toolchain::Tool;

/// What is wanted of a review.
pub struct Wish<'w> {
    /// The set.
    pub curriculum: &'w Curriculum,
    /// Whether the rules on the whole set are judged as well.
    pub whole: bool,
    /// Whether exercises are judged that the table knows.
    pub fresh: bool,
    /// How often solutions are judged.
    pub runs: Runs,
    /// What is known of links.
    pub links: &'w Links,
    /// Which line of a plan each topic is for; none where the set has no plan.
    pub coverage: Option<String>,
    /// Other sets, whose lines may not be ours; none where nobody named them.
    pub peers: Option<Peers>,
    /// The set's support crate.
    pub kit: BTreeMap<PathBuf, Vec<u8>>,
    /// The set's dependency table.
    pub crates: BTreeMap<PathBuf, Vec<u8>>,
    /// Under which terms the crates come; none where nobody wrote it down.
    pub licences: Option<String>,
    /// Whether the crates of the table are here.
    pub has_crates: bool,
}

/// Judges this material by all rules. What keeps them is noted in the table, by its content.
pub fn review(
    wish: &Wish<'_>,
    materials: &[Material<'_>],
    table: &mut Table,
    bench: &dyn Bench,
    begin: &dyn Fn(usize),
    done: &(dyn Fn() + Sync),
) -> Review {
    let mut found = Vec::new();
    let mut trials: Vec<Trial<'_>> = Vec::new();
    let mut review = Review { exercises: materials.len(), ..Review::default() };
    let mut contents = Vec::new();
    for material in materials {
        found.extend(written(wish, material, bench));
        let content = table::content(material, &shared(&wish.kit, &wish.crates, material));
        found.extend(mutation(material, table, &content, bench));
        if !wish.fresh && table.knows(&material.exercise.name, &content) {
            review.known += 1;
        } else if !wish.has_crates && !material.exercise.crates.is_empty() {
            let what = "not judged: it uses crates that are not here";
            found.push(material.skipped("R05", what, "`cargo roadmap fetch` brings them"));
        } else {
            trials.extend(judged(wish, material, bench));
            contents.push((material.exercise.name.clone(), content));
        }
    }
    if wish.whole {
        found.extend(identity::topics(wish.curriculum));
        found.extend(wish.coverage.iter().flat_map(|text| coverage::lines(wish.curriculum, text)));
        found.extend(layout::table(&wish.crates));
        found.extend(licences::terms(&wish.crates, wish.licences.as_deref()));
        found.extend(answers::met_twice(wish.curriculum));
    }
    begin(trials.len());
    review.judged = trials.len();
    let mut slow = Vec::new();
    for (trial, result) in trials.iter().zip(bench.judge(&trials, done)) {
        let material = materials.iter().find(|material| material.id == trial.id);
        if let (Some(material), Ok([outcome])) = (material, result.as_deref())
            && trial.is_plain(material)
            && solution::seems_slow(material, outcome)
        {
            slow.push(solution::alone(material, bench));
        }
        found.extend(read(trial, result, materials));
    }
    for trial in slow {
        let trial = [trial];
        for result in bench.judge(&trial, &|| {}) {
            found.extend(read(&trial[0], result, materials));
        }
    }
    for (name, content) in contents {
        // What was skipped has to be judged where the tool is.
        let kept = |finding: &Finding| {
            finding.of != name || finding.weight == Weight::Warning || finding.rule == "R15"
        };
        if found.iter().all(kept) { table.note(&name, &content) } else { table.forget(&name) }
    }
    found.sort_by(|a, b| (&a.file, a.line, a.rule).cmp(&(&b.file, b.line, b.rule)));
    found.dedup();
    review.findings = found;
    review
}

fn read(trial: &Trial<'_>, result: Result<Vec<Outcome>, String>, materials: &[Material<'_>]) -> Vec<Finding> {
    match result {
        Ok(outcomes) => (trial.read)(&outcomes),
        Err(said) => {
            let material = materials.iter().find(|material| material.id == trial.id);
            let say = |material: &Material<'_>| {
                material.entry("R05", said.clone(), "it could not be judged at all")
            };
            material.map(say).into_iter().collect()
        }
    }
}

/// R15, from the table: `author mutants` judges them, which takes longer than everything else.
fn mutation(material: &Material<'_>, table: &Table, content: &str, bench: &dyn Bench) -> Vec<Finding> {
    let name = &material.exercise.name;
    match table.mutants(name, content) {
        _ if !mutants::applies(material, true) => Vec::new(),
        None if !mutants::applies(material, bench.has(&Tool::Miri)) => {
            let what = "its mutants can only be judged with Miri, which is not here";
            vec![material.skipped("R15", what, Tool::Miri.install())]
        }
        Some(seen) => mutants::enough(material, seen),
        None => {
            let what = "the mutants of this content were not judged yet";
            let mend = format!("`cargo roadmap author mutants {name} --record`");
            vec![material.skipped("R15", what, mend)]
        }
    }
}

/// What of the set an exercise uses.
#[must_use]
pub fn shared(
    kit: &BTreeMap<PathBuf, Vec<u8>>,
    crates: &BTreeMap<PathBuf, Vec<u8>>,
    material: &Material<'_>,
) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut shared = BTreeMap::new();
    let sources =
        material.ours().into_iter().chain(material.open(&material.start).into_iter().map(|it| it.1));
    if sources.chain(material.companions.values().cloned()).any(|text| text.contains("kit::")) {
        shared.extend(kit.clone());
    }
    if !material.exercise.crates.is_empty() {
        shared.extend(crates.clone());
    }
    shared
}

/// The rules that need no more than reading.
fn written(wish: &Wish<'_>, material: &Material<'_>, bench: &dyn Bench) -> Vec<Finding> {
    let mut found = identity::name_and_size(material);
    found.extend(identity::order(material, wish.curriculum));
    found.extend(identity::note(material));
    found.extend(start::marks(material));
    found.extend(start::unlocked(material));
    found.extend(start::stubs(material));
    found.extend(solution::distance(material));
    found.extend(solution::clocks(material));
    found.extend(answers::counted(material));
    found.extend(probes::probes(material));
    found.extend(probes::witnesses(material, bench.has(&Tool::Miri)));
    found.extend(probes::variants(material));
    found.extend(probes::predictions(material));
    found.extend(inputs::salted(material));
    found.extend(layout::permits(material));
    found.extend(layout::manifests(material));
    found.extend(texts::rungs(material));
    found.extend(texts::leaks(material));
    found.extend(texts::reading(material, wish.links));
    found.extend(texts::wording(material));
    found.extend(leftovers::written(material));
    if let Some(peers) = &wish.peers {
        found.extend(layout::originality(material, peers));
    }
    found
}

/// The rules that need a judge.
fn judged<'m>(wish: &Wish<'_>, material: &'m Material<'m>, bench: &'m dyn Bench) -> Vec<Trial<'m>> {
    let mut trials = vec![start::failure(material, bench)];
    trials.extend(start::format(material));
    trials.extend(start::edited_checks(material, bench));
    trials.push(solution::passes(material, bench));
    trials.push(solution::passes_strictly(material));
    trials.push(solution::again_and_again(material, wish.runs));
    trials.extend(answers::judged(material, bench));
    trials.extend(trivial::fail(material, bench));
    trials.extend(layout::steps(material, wish.curriculum, bench));
    trials.extend(layout::without_tools(material));
    trials.extend(budgets::tight(material));
    trials
}
