//! Rules on what an exercise is called and where it stands (R01, R02, R03), and on its note (R34). It must not look at
//! code.

use std::path::PathBuf;

use super::{Material, rules};
use crate::curriculum::{Curriculum, Tier};
use crate::message::Finding;

/// R01: name, tier and minutes. The reader of sets sees to uniqueness, topics and tiers.
#[must_use]
pub fn name_and_size(material: &Material<'_>) -> Vec<Finding> {
    let exercise = material.exercise;
    let mut found = Vec::new();
    let name = &exercise.name;
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let is_name = (3..=32).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(letter);
    if !is_name {
        let what = format!("`{name}` is no name of 3 to 32 small letters, digits and `_`");
        found.push(material.entry("R01", what, "choose a short name that says what it is about"));
    }
    if !(5..=120).contains(&exercise.minutes) {
        let what = format!("{} minutes; an exercise takes 5 to 120", exercise.minutes);
        let mend = "split it into steps, join it with another, or estimate again";
        found.push(material.at("R01", &material.entry, Some(material.line_of("minutes =")), what, mend));
    }
    found
}

/// R02: how many exercises a topic has. Topics without any are not written yet.
#[must_use]
pub fn topics(curriculum: &Curriculum) -> Vec<Finding> {
    let mut found = Vec::new();
    for (place, topic) in curriculum.topics.iter().enumerate() {
        let tiers: Vec<Tier> = curriculum.of_topic(place).map(|(_, exercise)| exercise.tier).collect();
        let mut say = |what: String, mend: &str| {
            found.push(Finding {
                rule: "R02",
                weight: rules::weight("R02"),
                of: topic.id.clone(),
                file: topic.dir.join("topic.toml"),
                line: None,
                what,
                mend: mend.to_owned(),
            });
        };
        if tiers.is_empty() {
            continue;
        }
        if !(3..=8).contains(&tiers.len()) {
            let what = format!("the topic has {} exercises; 3 to 8 are wanted", tiers.len());
            say(what, "write the missing ones, or split the topic");
        }
        if !tiers.contains(&Tier::A) {
            say("the topic has no exercise of tier A".to_owned(), "give the first one to learn from tier A");
        }
    }
    found
}

/// R03: what the reader of sets cannot know: a step of tier A that waits for one of tier B.
#[must_use]
pub fn order(material: &Material<'_>, curriculum: &Curriculum) -> Vec<Finding> {
    let previous = curriculum.previous_step(material.exercise);
    let waits = previous.filter(|step| step.tier == Tier::B && material.exercise.tier == Tier::A);
    let say = |step: &crate::curriculum::Exercise| {
        let what = format!("tier A carries on from `{}`, which is tier B", step.name);
        material.entry("R03", what, "give both steps the same tier")
    };
    waits.map(say).into_iter().collect()
}

/// R34: the note says what the exercise is for, what it leaves out, and which beliefs its traps are about.
#[must_use]
pub fn note(material: &Material<'_>) -> Vec<Finding> {
    let exercise = material.exercise;
    let mut found = Vec::new();
    let file: &PathBuf = &material.entry;
    let line = Some(material.line_of("note ="));
    for part in ["Goal:", "Out of scope:", "Misconceptions:"] {
        let said = exercise.note.split_once(part).map(|(_, rest)| rest.lines().next().unwrap_or_default());
        if said.is_none_or(|words| words.trim().is_empty()) {
            let what = format!("the note has no `{part}`");
            found.push(material.at(
                "R34",
                file,
                line,
                what,
                "write three lines: Goal, Out of scope, Misconceptions",
            ));
        }
    }
    found
}
