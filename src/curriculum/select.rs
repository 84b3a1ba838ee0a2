//! Finding exercises by what a person types. It must not know what the selection is for.

use std::collections::HashSet;

use super::{Curriculum, Exercise, ExerciseId};

impl Curriculum {
    /// The exercises that a word stands for, in the order of study. In this order it may be: `all`, the
    /// number or id of a stage, the id of a topic, the name of an exercise or one it had earlier, the
    /// beginning of names (`tally_`). `None` where it is none of these; a topic may well be empty.
    #[must_use]
    pub fn select(&self, selector: &str) -> Option<Vec<ExerciseId>> {
        if selector == "all" {
            return Some(self.order.clone());
        }
        if let Some(exercise) = self.exercises.iter().position(|exercise| exercise.name == selector) {
            return Some(vec![ExerciseId(exercise)]);
        }
        let is_stage = |number: usize, id: &str| id == selector || number.to_string() == selector;
        if let Some(stage) = self.stages.iter().position(|stage| is_stage(stage.number, &stage.id)) {
            return Some(self.those(|exercise| self.topics[exercise.topic].stage == stage));
        }
        if let Some(topic) = self.topics.iter().position(|topic| topic.id == selector) {
            return Some(self.those(|exercise| exercise.topic == topic));
        }
        if let Some(renamed) = self.find(selector) {
            return Some(vec![renamed]);
        }
        let found = self.those(|exercise| !selector.is_empty() && exercise.name.starts_with(selector));
        (!found.is_empty()).then_some(found)
    }

    fn those(&self, fits: impl Fn(&Exercise) -> bool) -> Vec<ExerciseId> {
        self.in_order().filter(|(_, exercise)| fits(exercise)).map(|(id, _)| id).collect()
    }

    /// Up to three names of exercises, topics or stages that somebody may have meant, nearest first.
    #[must_use]
    pub fn nearest(&self, word: &str) -> Vec<String> {
        let exercises = self.exercises.iter().map(|exercise| exercise.name.as_str());
        let topics = self.topics.iter().map(|topic| topic.id.as_str());
        let stages = self.stages.iter().map(|stage| stage.id.as_str());
        nearest(word, exercises.chain(topics).chain(stages))
    }

    /// Up to three ids of topics that somebody may have meant, nearest first.
    #[must_use]
    pub fn nearest_topics(&self, word: &str) -> Vec<String> {
        nearest(word, self.topics.iter().map(|topic| topic.id.as_str()))
    }
}

/// Up to three of these names that are like the word, nearest first.
fn nearest<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    // Comparing takes time with the square of the length; no name is longer than this.
    let word: String = word.chars().take(64).collect::<String>().to_lowercase();
    let mut scored: Vec<_> = names.map(|name| (closeness(&word, name), name)).collect();
    scored.retain(|(score, _)| *score > 0.75);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let mut seen = HashSet::new();
    scored.retain(|(_, name)| seen.insert(*name));
    scored.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

/// How near a name is: equal letters in the same order count, and a part of the name counts as near.
fn closeness(word: &str, name: &str) -> f64 {
    let near = strsim::jaro_winkler(word, name);
    if word.len() >= 3 && name.contains(word) { near.max(0.9) } else { near }
}
