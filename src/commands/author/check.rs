//! `author check`: all rules over the chosen exercises.

use super::super::error::{CommandError, code};
use super::super::ground::Ground;
use super::bench::Judge;
use super::ground::Place;
use crate::author::layout::Peers;
use crate::author::links::{self, Links};
use crate::author::review::review;
use crate::author::solution::Runs;
use crate::author::table::FILE;
use crate::author::{Wish, coverage, licences, material, texts};
use crate::cli::AuthorCheck;
use crate::message::{Message, Weight};
use crate::output::Reporter;
use crate::process::{Cancel, Runner};

/// Judges what was selected, and everything where nothing was.
pub(super) fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    options: &AuthorCheck,
) -> Result<u8, CommandError> {
    let place = Place::open(ground, reporter, runner)?;
    let chosen = place.choose(&options.selectors, options.stage.as_deref())?;
    let judge = Judge::new(ground, &place, place.may_run, runner, options.fresh)?;
    let mut materials = Vec::new();
    for &id in &chosen {
        materials.push(material::read(&place.set, &place.curriculum, id, &judge)?);
    }
    let uses_crates = materials.iter().any(|material| !material.exercise.crates.is_empty());
    let fetched = if uses_crates { judge.engine.fetch_crates(&Cancel::new(), &|_| {})? } else { Ok(()) };
    let docs = place.tools.sysroot.join("share/doc/rust/html");
    let links = Links::new(place.beside(links::FILE).as_deref(), docs.is_dir().then_some(docs));
    let wish = Wish {
        curriculum: &place.curriculum,
        whole: chosen.len() == place.curriculum.exercises.len(),
        fresh: options.fresh || options.runs.is_some(),
        runs: options.runs.map_or(Runs::GATE, |runs| Runs { same: runs.max(1), salts: runs.max(1) }),
        links: &links,
        coverage: place.beside(coverage::FILE),
        peers: options.peers.as_ref().map(|dir| Peers::read(&ground.cwd.join(dir))),
        kit: judge.engine.kit.clone(),
        crates: judge.engine.crates.files.clone(),
        licences: place.beside(licences::FILE),
        has_crates: fetched.is_ok(),
    };
    let mut table = place.table();
    let bar = reporter.bar(0);
    let found =
        review(&wish, &materials, &mut table, &judge, &|steps| bar.set_length(steps as u64), &|| bar.inc(1));
    bar.finish_and_clear();
    if options.record {
        let mut table = place.table().with_rules_of(&table);
        table.keep(&place.curriculum.exercises);
        place.record(FILE, &table.text())?;
        let all: Vec<String> = materials.iter().flat_map(texts::links_of).collect();
        place.record(links::FILE, &links.with(all.iter().map(String::as_str)))?;
    }
    let broken = found.count(Weight::Error) > 0;
    reporter.tell(&Message::Reviewed(found))?;
    Ok(if broken { code::NOT_PASSED } else { code::PASSED })
}
