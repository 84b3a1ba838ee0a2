//! `list`: the whole map.

use super::error::{CommandError, code};
use super::ground::Ground;
use super::site::Site;
use crate::curriculum::{Format, Tier};
use crate::message::{Map, MapExercise, MapStage, MapTopic, Message};
use crate::output::Reporter;
use crate::process::Runner;
use crate::progress::states;

/// Tells stages, topics and exercises with their states.
pub fn run(ground: &Ground, reporter: &mut Reporter, runner: &dyn Runner) -> Result<u8, CommandError> {
    let site = Site::open_or_make(ground, runner, reporter)?;
    reporter.tell(&Message::Map(Box::new(map(&site))))?;
    Ok(code::PASSED)
}

/// The map of a site as it is now.
#[must_use]
pub fn map(site: &Site) -> Map {
    let current = site.current().map(|id| site.curriculum.exercise(id).name.clone());
    let stages = site.curriculum.stages.iter().enumerate();
    Map {
        set: site.curriculum.name.clone(),
        format_version: match site.curriculum.format {
            Format::One => 1,
            Format::Two => 2,
        },
        current,
        stages: stages
            .map(|(place, stage)| MapStage {
                id: stage.id.clone(),
                title: stage.title.clone(),
                state: states::stage(&site.curriculum, &site.progress, place),
                topics: topics(site, place),
            })
            .collect(),
    }
}

fn topics(site: &Site, stage: usize) -> Vec<MapTopic> {
    let topics = site.curriculum.topics.iter().enumerate().filter(|(_, topic)| topic.stage == stage);
    topics
        .map(|(place, topic)| MapTopic {
            id: topic.id.clone(),
            title: topic.title.clone(),
            state: states::topic(&site.curriculum, &site.progress, place),
            requires: topic.requires.clone(),
            exercises: exercises(site, place),
        })
        .collect()
}

fn exercises(site: &Site, topic: usize) -> Vec<MapExercise> {
    let lines = site.curriculum.of_topic(topic).map(|(_, exercise)| {
        let state = states::exercise(&site.progress, &exercise.name);
        MapExercise {
            name: exercise.name.clone(),
            path: exercise.path.clone(),
            kind: exercise.kind.clone(),
            tier: if exercise.tier == Tier::A { 'A' } else { 'B' },
            checks: exercise.checks.clone(),
            minutes: exercise.minutes,
            // Only a done one can have changed; the others need not be read.
            changed: state != states::ExerciseState::Pending && site.changed(exercise),
            state,
        }
    });
    lines.collect()
}
