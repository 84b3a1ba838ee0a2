//! The second format: a map in `info.toml`, the exercises of a topic in its own `topic.toml`. It must not
//! hold a rule; those are in `validate`.

use std::collections::BTreeSet;
use std::path::Path;

use super::build;
use super::crates;
use super::document::{Document, Table, take_list};
use super::info_toml::INFO;
use super::order::{NoOrder, order};
use super::raw::{self, RawStage, RawTopic};
use super::source::SetSource;
use super::topics::{MOST_EXERCISES, TopicRead, read_all};
use super::validate::exercise::Known;
use super::validate::files::{Files, strays};
use super::validate::map::{self, Ids};
use super::validate::names::{self, Taken};
use super::validate::{At, Faults, texts};
use super::{Curriculum, Exercise, Format, Topic};

/// More topics than any map has.
const MOST_TOPICS: usize = 5_000;

/// Reads the set whose `info.toml` this is.
pub(super) fn read<'t>(
    source: &SetSource,
    doc: &'t Document<'t>,
    mut table: Table<'t>,
    known_checks: &[&str],
    faults: &mut Faults,
) -> Option<Curriculum> {
    doc.check(&mut table, &raw::INFO, faults);
    let (raw_stages, raw_topics) = read_map(doc, &mut table, faults)?;
    let mut taken = Taken::default();
    // Two topics of one name, or one that requires itself, make circles that are none of their own.
    let before = faults.count();
    judge_map(doc, &raw_stages, &raw_topics, &mut taken, faults);
    let map_is_sound = faults.count() == before;
    let (stages, topics) = build::map(&raw_stages, &raw_topics);
    let files = Files::of(source, faults)?;
    let dirs: BTreeSet<_> = topics.iter().map(|topic| topic.dir.to_string_lossy().into_owned()).collect();
    strays(&files, &dirs, faults);
    let ids: Ids<'_> = topics.iter().enumerate().map(|(place, topic)| (topic.id.as_str(), place)).collect();
    let crates = crates::names(source, faults);
    let known = Known { checks: known_checks, topics: &ids, files: &files, crates: &crates };
    let mut exercises = Vec::new();
    let mut offsets = Vec::new();
    for (topic, read) in topics.iter().zip(read_all(source, &known, &topics)) {
        claim_names(source, topic, &read, &mut taken, faults);
        if read.too_many {
            let what = format!("the set has more than {MOST_EXERCISES} exercises");
            faults.push(
                topic.dir.join("topic.toml"),
                None,
                what,
                "split the set, or remove generated entries",
            );
            return None;
        }
        faults.append(read.faults);
        exercises.extend(read.exercises);
        offsets.extend(read.offsets);
    }
    let order = order(&topics, &exercises).unwrap_or_else(|why| {
        if !map_is_sound {
            return Vec::new();
        }
        let told = Told { source, doc, raw_topics: &raw_topics, topics: &topics, exercises: &exercises };
        told.no_order(&why, &offsets, faults);
        Vec::new()
    });
    let name = source.name().to_owned();
    // Worked out beside this, and filled in by whoever asked.
    let revision = String::new();
    let (format, welcome, farewell) = (Format::Two, None, None);
    Some(Curriculum { name, format, revision, stages, topics, exercises, order, crates, welcome, farewell })
}

/// The stages and topics as they are written; none if one of them is not even readable, for then all
/// directories would have other numbers and seem to be missing.
fn read_map<'t>(
    doc: &'t Document<'t>,
    table: &mut Table<'t>,
    faults: &mut Faults,
) -> Option<(Vec<RawStage>, Vec<RawTopic>)> {
    let before = faults.count();
    let stages = take_list(table, "stages", &mut At { doc, faults });
    let topics = take_list(table, "topics", &mut At { doc, faults });
    if stages.len() + topics.len() > MOST_TOPICS {
        let what = format!("the set has more than {MOST_TOPICS} topics");
        faults.push(INFO, None, what, "split the set");
        return None;
    }
    let stages: Vec<_> = stages.into_iter().filter_map(|it| doc.read(it, &raw::STAGE, faults)).collect();
    let topics: Vec<_> = topics.into_iter().filter_map(|it| doc.read(it, &raw::TOPIC, faults)).collect();
    (faults.count() == before).then_some((stages, topics))
}

/// All rules for the map.
fn judge_map(
    doc: &Document<'_>,
    stages: &[RawStage],
    topics: &[RawTopic],
    taken: &mut Taken,
    faults: &mut Faults,
) {
    let at = &mut At { doc, faults };
    for stage in stages {
        names::id(&stage.id, "a stage", at);
        taken.claim_at(&stage.id, "a stage", at);
        texts::line(&stage.title, "the title of a stage", at);
        texts::line(&stage.goal, "the goal of a stage", at);
    }
    let stage_ids: Ids<'_> = stages.iter().enumerate().map(|(i, s)| (s.id.get_ref().as_str(), i)).collect();
    let topic_ids: Ids<'_> = topics.iter().enumerate().map(|(i, t)| (t.id.get_ref().as_str(), i)).collect();
    for topic in topics {
        if at.faults.full() {
            break;
        }
        names::id(&topic.id, "a topic", at);
        taken.claim_at(&topic.id, "a topic", at);
        texts::line(&topic.title, "the title of a topic", at);
        map::topic(topic, &stage_ids, &topic_ids, at);
        topic.reading.iter().for_each(|reading| texts::reading(reading, at));
    }
}

/// Notes the names of a topic's exercises, and reports those that are taken.
fn claim_names(source: &SetSource, topic: &Topic, read: &TopicRead, taken: &mut Taken, faults: &mut Faults) {
    let file = topic.dir.join("topic.toml");
    let whose = format!("an exercise in {}", file.display());
    for (name, offset) in &read.names {
        if let Err((what, help)) = taken.claim(name, &whose) {
            if faults.full() {
                return;
            }
            faults.push(&file, Some(line_in(source, &file, *offset)), what, help);
        }
    }
}

/// The line of a place in a file whose text was let go after it was read: the rare case in which it is
/// wanted again.
fn line_in(source: &SetSource, file: &Path, offset: usize) -> usize {
    let bytes = source.bytes(file).unwrap_or_default();
    1 + bytes.iter().take(offset).filter(|&&byte| byte == b'\n').count()
}

/// Everything that was read, to say in its words why there is no order.
struct Told<'a> {
    source: &'a SetSource,
    doc: &'a Document<'a>,
    raw_topics: &'a [RawTopic],
    topics: &'a [Topic],
    exercises: &'a [Exercise],
}

impl Told<'_> {
    fn no_order(&self, why: &NoOrder, offsets: &[usize], faults: &mut Faults) {
        match why {
            NoOrder::Topics(circle) => self.topics(circle, faults),
            NoOrder::Exercises(circle) => self.exercises(circle, offsets, faults),
            NoOrder::TooMany => {
                let what = "the prerequisites are too many to be put in an order";
                faults.push(INFO, None, what, "require the last topic of a chain instead of all of it");
            }
        }
    }

    fn topics(&self, circle: &[usize], faults: &mut Faults) {
        let names: Vec<_> = circle.iter().map(|&topic| self.topics[topic].id.as_str()).collect();
        let first = self.raw_topics.iter().find(|raw| names.first() == Some(&raw.id.get_ref().as_str()));
        let line = first.map(|raw| self.doc.line(raw.id.span().start));
        let what = format!("these topics require each other: {}", chain(&names));
        faults.push(INFO, line, what, "take one of them out of the `requires` of another");
    }

    fn exercises(&self, circle: &[usize], offsets: &[usize], faults: &mut Faults) {
        let names: Vec<_> = circle.iter().map(|&it| self.exercises[it].name.as_str()).collect();
        let what = format!("these exercises wait for each other: {}", chain(&names));
        let Some(&first) = circle.first() else { return };
        let file = self.topics[self.exercises[first].topic].dir.join("topic.toml");
        let line = line_in(self.source, &file, offsets[first]);
        faults.push(file, Some(line), what, "take a topic out of the `after` of one of them");
    }
}

/// `a -> b -> c -> a`, cut where it is long.
fn chain(names: &[&str]) -> String {
    let shown: Vec<_> = names.iter().take(12).chain(names.first()).copied().collect();
    shown.join(" -> ")
}
