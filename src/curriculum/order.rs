//! The order of study: a topological order of what waits for what, ties by the order in the files. It must
//! not know what has been done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::validate::{CurriculumError, Fault};
use super::{Curriculum, ExerciseId, Tier};

/// The exercises in the order of study; an error where something waits for itself.
pub(super) fn of(curriculum: &Curriculum) -> Result<Vec<ExerciseId>, CurriculumError> {
    let topics: BTreeMap<&str, usize> =
        curriculum.topics.iter().enumerate().map(|(place, topic)| (topic.id.as_str(), place)).collect();
    let behind = topics_behind(curriculum, &topics)?;
    let waits: Vec<Vec<usize>> =
        (0..curriculum.exercises.len()).map(|place| gates_of(curriculum, &topics, &behind, place)).collect();
    let mut done = vec![false; waits.len()];
    let mut order = Vec::with_capacity(done.len());
    let mut waiting: Vec<usize> = (0..done.len()).collect();
    // Each round takes the first exercise in file order that waits for nothing.
    while !waiting.is_empty() {
        let free = waiting.iter().position(|&place| waits[place].iter().all(|&gate| done[gate]));
        let Some(at) = free else { return Err(wait_for_each_other(curriculum, &waiting)) };
        let place = waiting.remove(at);
        done[place] = true;
        order.push(ExerciseId(place));
    }
    Ok(order)
}

fn wait_for_each_other(curriculum: &Curriculum, waiting: &[usize]) -> CurriculumError {
    let names: Vec<&str> = waiting.iter().map(|&place| curriculum.exercises[place].name.as_str()).collect();
    let what = format!("these exercises wait for each other: {}", names.join(", "));
    CurriculumError::one(Fault::new(Path::new("info.toml"), what, "take one `requires` or `after` out"))
}

/// For each topic, the topics that come before it, directly or not.
fn topics_behind(
    curriculum: &Curriculum,
    topics: &BTreeMap<&str, usize>,
) -> Result<Vec<BTreeSet<usize>>, CurriculumError> {
    let mut all: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); curriculum.topics.len()];
    for start in 0..curriculum.topics.len() {
        let mut open = vec![start];
        while let Some(place) = open.pop() {
            for id in &curriculum.topics[place].requires {
                if let Some(&next) = topics.get(id.as_str())
                    && all[start].insert(next)
                {
                    open.push(next);
                }
            }
        }
        if all[start].contains(&start) {
            let what =
                format!("the topic `{}` requires itself, by way of others", curriculum.topics[start].id);
            let fault = Fault::new(Path::new("info.toml"), what, "take one of the `requires` out");
            return Err(CurriculumError::one(fault));
        }
    }
    Ok(all)
}

/// What an exercise waits for: the tier A exercises of the topics before it, except those that themselves wait
/// for its topic.
fn gates_of(
    curriculum: &Curriculum,
    topics: &BTreeMap<&str, usize>,
    behind: &[BTreeSet<usize>],
    place: usize,
) -> Vec<usize> {
    let exercise = &curriculum.exercises[place];
    let ids = curriculum.topics[exercise.topic].requires.iter().chain(&exercise.after);
    let before: BTreeSet<usize> = ids.filter_map(|id| topics.get(id.as_str()).copied()).collect();
    let waits_for_us = |id: &String| {
        let other = topics.get(id.as_str()).copied();
        other.is_some_and(|other| other == exercise.topic || behind[other].contains(&exercise.topic))
    };
    let all = curriculum.exercises.iter().enumerate();
    all.filter(|(_, gate)| gate.tier == Tier::A && before.contains(&gate.topic))
        .filter(|(at, gate)| *at != place && !gate.after.iter().any(waits_for_us))
        .map(|(at, _)| at)
        .collect()
}
