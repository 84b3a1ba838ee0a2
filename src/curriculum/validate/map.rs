//! Rules for the map of stages and topics: references exist and lead in no circle. They must not look at
//! exercises beyond their `after`.

use std::collections::{HashMap, HashSet};

use super::{At, offer};
use crate::curriculum::raw::{RawExercise, RawTopic, Word};

/// Ids and the places they have in the map.
pub(in crate::curriculum) type Ids<'k> = HashMap<&'k str, usize>;

/// What a word refers to exists.
fn refers(word: &Word, of: &str, known: &Ids<'_>, at: &mut At<'_>) -> bool {
    let text = word.get_ref();
    let found = known.contains_key(text.as_str());
    if !found {
        // Sorted, because a map yields its keys in any order and messages should not.
        let mut ids: Vec<_> = known.keys().copied().collect();
        ids.sort_unstable();
        at.say(word.span(), format!("there is no {of} `{text}`"), offer(text, ids));
    }
    found
}

/// A topic's stage and prerequisites exist, each once, and it does not require itself.
pub(in crate::curriculum) fn topic(raw: &RawTopic, stages: &Ids<'_>, topics: &Ids<'_>, at: &mut At<'_>) {
    refers(&raw.stage, "stage", stages, at);
    list(&raw.requires, raw.id.get_ref(), topics, at);
}

/// The topics an exercise waits for exist, each once, and are not its own.
pub(super) fn after(raw: &RawExercise, own: &str, topics: &Ids<'_>, at: &mut At<'_>) {
    list(&raw.after, own, topics, at);
}

fn list(words: &[Word], own: &str, topics: &Ids<'_>, at: &mut At<'_>) {
    let mut seen = HashSet::new();
    for word in words {
        let text = word.get_ref().as_str();
        if !refers(word, "topic", topics, at) {
            continue;
        }
        if text == own {
            let what = format!("`{text}` waits for itself: the topic `{text}` is named in its own list");
            at.say(word.span(), what, "take it out");
        } else if !seen.insert(text) {
            at.say(word.span(), format!("the topic `{text}` stands here twice"), "take one of them out");
        }
    }
}
