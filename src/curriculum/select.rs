//! Names that people type, and what they mean. It must not fail on anything typed.

use super::{Curriculum, ExerciseId};

impl Curriculum {
    /// What a selector names, in the order of study: `all`, a stage's number or id, a topic's id, an exercise's name (an
    /// earlier one too), or the beginning of some exercises' names. None where it names nothing.
    #[must_use]
    pub fn select(&self, selector: &str) -> Option<Vec<ExerciseId>> {
        if selector == "all" {
            return Some(self.order.clone());
        }
        let is_stage = |stage: &super::Stage| stage.id == selector || stage.number.to_string() == selector;
        if let Some(stage) = self.stages.iter().position(is_stage) {
            return Some(self.chosen(|id| self.topic_of(id).stage == stage));
        }
        if let Some(topic) = self.topics.iter().position(|topic| topic.id == selector) {
            return Some(self.chosen(|id| self.exercise(id).topic == topic));
        }
        if let Some(id) = self.find(selector) {
            return Some(vec![id]);
        }
        let found = self.chosen(|id| !selector.is_empty() && self.exercise(id).name.starts_with(selector));
        (!found.is_empty()).then_some(found)
    }

    fn chosen(&self, wanted: impl Fn(ExerciseId) -> bool) -> Vec<ExerciseId> {
        self.order.iter().copied().filter(|&id| wanted(id)).collect()
    }

    /// Names that look like this one, the likeliest first, three at most.
    #[must_use]
    pub fn nearest(&self, word: &str) -> Vec<String> {
        let exercises = self.exercises.iter().map(|exercise| exercise.name.as_str());
        let topics = self.topics.iter().map(|topic| topic.id.as_str());
        let stages = self.stages.iter().map(|stage| stage.id.as_str());
        let mut scored: Vec<(f64, &str)> = exercises
            .chain(topics)
            .chain(stages)
            .map(|name| (strsim::jaro_winkler(name, word), name))
            .filter(|(score, _)| *score > 0.75)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.into_iter().map(|(_, name)| name.to_owned()).take(3).collect()
    }
}
