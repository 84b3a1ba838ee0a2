//! The list: every exercise by topic, a search as one types, one of them chosen. It must not know what
//! choosing leads to.

use super::{Outline, State};
use crate::curriculum::ExerciseId;
use crate::message::{Key, KeyCode, List, ListRow, MapTopic};
use crate::progress::ExerciseState;

/// The list as it is being looked through.
#[derive(Clone, Debug, Default)]
pub(super) struct Finder {
    pub(super) filter: String,
    /// Whether keys write into the filter.
    pub(super) typing: bool,
    /// The chosen exercise among those found.
    pub(super) chosen: usize,
}

impl Finder {
    /// At this exercise, with nothing searched for.
    pub(super) fn at(outline: &Outline, current: ExerciseId) -> Self {
        let mut finder = Self::default();
        finder.chosen = finder.found(outline).iter().position(|&id| id == current).unwrap_or(0);
        finder
    }

    /// What the search finds, in the order of the set.
    pub(super) fn found(&self, outline: &Outline) -> Vec<ExerciseId> {
        let topics = topics(outline).filter_map(|topic| self.of_topic(outline, topic));
        topics.flatten().collect()
    }

    fn of_topic(&self, outline: &Outline, topic: &MapTopic) -> Option<Vec<ExerciseId>> {
        let wanted = self.filter.to_lowercase();
        let in_title = topic.title.to_lowercase().contains(&wanted);
        let names = topic.exercises.iter().map(|line| &line.name);
        let found: Vec<ExerciseId> = names
            .filter(|name| in_title || name.contains(&wanted))
            .filter_map(|name| outline.places.iter().position(|place| place.name == *name).map(ExerciseId))
            .filter(|id| outline.order.contains(id))
            .collect();
        (!found.is_empty()).then_some(found)
    }

    /// Whether a key belongs to the word that is searched for.
    pub(super) fn takes(key: Key) -> bool {
        match key.code {
            KeyCode::Char(_) => !key.ctrl && !key.alt,
            KeyCode::Backspace | KeyCode::Escape => true,
            _ => false,
        }
    }

    /// One key of the word that is searched for.
    pub(super) fn typed(&mut self, key: Key) {
        match key.code {
            KeyCode::Char(char) => self.filter.push(char),
            KeyCode::Backspace if self.filter.pop().is_some() => {}
            _ => {
                self.filter.clear();
                self.typing = false;
            }
        }
        self.chosen = 0;
    }

    /// Moves the choice, and stays inside the list.
    pub(super) fn step(&mut self, by: isize, outline: &Outline) {
        let last = self.found(outline).len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }
}

fn topics(outline: &Outline) -> impl Iterator<Item = &MapTopic> {
    outline.map.stages.iter().flat_map(|stage| &stage.topics)
}

impl State {
    /// The list as rows: topics as headings, exercises below them.
    pub(super) fn list(&self, finder: &Finder) -> List {
        let mut list = List { rows: Vec::new(), chosen: 0, filter: finder.filter.clone(), found: 0 };
        for topic in topics(&self.outline) {
            let Some(found) = finder.of_topic(&self.outline, topic) else { continue };
            let done = topic.exercises.iter().filter(|line| line.state == ExerciseState::Done).count();
            let (title, of) = (topic.title.clone(), topic.exercises.len());
            list.rows.push(ListRow::Topic { title, state: topic.state, done, of });
            for id in found {
                if list.found == finder.chosen {
                    list.chosen = list.rows.len();
                }
                list.found += 1;
                let Some((_, line)) = self.line(id) else { continue };
                list.rows.push(ListRow::Exercise {
                    name: line.name.clone(),
                    state: line.state,
                    minutes: line.minutes,
                    current: id == self.current,
                });
            }
        }
        list
    }
}
