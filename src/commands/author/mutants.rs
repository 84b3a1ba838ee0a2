//! `author mutants`: how many changes for the worse the checks of an exercise notice.

use super::super::error::{CommandError, code};
use super::super::ground::Ground;
use super::bench::Judge;
use super::ground::Place;
use crate::author::table::{self, FILE, Mutants, Table};
use crate::author::{Bench as _, Material, material, mutants, review};
use crate::cli::AuthorMutants;
use crate::message::{Message, Mutation};
use crate::output::Reporter;
use crate::process::{Cancel, Runner};
use crate::toolchain::Tool;

/// Judges the mutants of what was selected; those that the table knows are told from it.
pub(super) fn run(
    ground: &Ground,
    reporter: &mut Reporter,
    runner: &dyn Runner,
    options: &AuthorMutants,
) -> Result<u8, CommandError> {
    let place = Place::open(ground, reporter, runner)?;
    let chosen = place.choose(&options.selectors, options.stage.as_deref())?;
    let judge = Judge::new(ground, &place, place.may_run, runner, options.fresh)?;
    let mut table = place.table();
    let (mut rows, mut materials, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    for &id in &chosen {
        let material = material::read(&place.set, &place.curriculum, id, &judge)?;
        if !mutants::applies(&material, true) {
            continue;
        }
        // What Miri has judged elsewhere is known here as well.
        match known(&judge, &table, &material).filter(|_| !options.fresh) {
            Some(row) => rows.push(row),
            None if mutants::applies(&material, judge.has(&Tool::Miri)) => materials.push(material),
            None => waiting.push(material.exercise.name.as_str()),
        }
    }
    if materials.iter().any(|material| !material.exercise.crates.is_empty()) {
        // Without them their mutants are stillborn, and the rule says that there are too few.
        let _ = judge.engine.fetch_crates(&Cancel::new(), &|_| {})?;
    }
    if !waiting.is_empty() {
        let names = waiting.join(", ");
        let words = format!("skipped, since only Miri can judge their mutants, and it is not here: {names}.");
        reporter.tell(&Message::News(words))?;
    }
    let bar = reporter.bar(0);
    let begin = |steps| bar.set_length(steps as u64);
    for (mut row, material) in
        mutants::judge(&materials, &judge, &begin, &|| bar.inc(1)).into_iter().zip(&materials)
    {
        let seen = Mutants {
            of: content(&judge, material),
            viable: row.viable,
            killed: row.killed,
            excused: row.excused(),
        };
        row.faults = mutants::enough(material, &seen).into_iter().map(|finding| finding.what).collect();
        table.note_mutants(&material.exercise.name, seen);
        rows.push(row);
    }
    bar.finish_and_clear();
    if options.record {
        let mut table = place.table().with_mutants_of(&table);
        table.keep(&place.curriculum.exercises);
        place.record(FILE, &table.text())?;
    }
    rows.sort_by_key(|row| {
        place.curriculum.order.iter().position(|&id| place.curriculum.exercise(id).name == row.exercise)
    });
    let broken = rows.iter().any(|row| !row.faults.is_empty());
    reporter.tell(&Message::Mutated(rows))?;
    Ok(if broken { code::NOT_PASSED } else { code::PASSED })
}

fn content(judge: &Judge<'_>, material: &Material<'_>) -> String {
    table::content(material, &review::shared(&judge.engine.kit, &judge.engine.crates.files, material))
}

/// What the table says of this content.
fn known(judge: &Judge<'_>, table: &Table, material: &Material<'_>) -> Option<Mutation> {
    let seen = table.mutants(&material.exercise.name, &content(judge, material))?;
    Some(Mutation {
        viable: seen.viable,
        killed: seen.killed,
        known: Some(seen.excused),
        faults: mutants::enough(material, seen).into_iter().map(|finding| finding.what).collect(),
        ..Mutation::of(&material.exercise.name)
    })
}
