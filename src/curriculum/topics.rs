//! The `topic.toml` files of a set, read side by side: with hundreds of exercises their texts are most of
//! the time that a start takes. Each is read and judged for itself; it must not compare topics.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::build;
use super::document::{Document, take_list};
use super::raw::{self, RawExercise};
use super::source::SetSource;
use super::validate::exercise::{Known, judge};
use super::validate::steps;
use super::validate::{At, Faults};
use super::{Exercise, Topic};

/// More exercises than anybody studies.
pub(super) const MOST_EXERCISES: usize = 20_000;

/// What one `topic.toml` says.
#[derive(Debug, Default)]
pub(super) struct TopicRead {
    pub(super) exercises: Vec<Exercise>,
    /// All names and former names, each with its exercise in this file and the place where it stands.
    pub(super) names: Vec<(String, usize)>,
    /// Where each exercise is named.
    pub(super) offsets: Vec<usize>,
    pub(super) faults: Faults,
    /// Whether the set has more exercises than are read.
    pub(super) too_many: bool,
}

/// Reads all topics that have a file, in the order of the topics.
pub(super) fn read_all(source: &SetSource, known: &Known<'_>, topics: &[Topic]) -> Vec<TopicRead> {
    let reader = Reader { source, known, count: AtomicUsize::new(0) };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get).min(4);
    // A thread is worth its start from a handful of files on.
    let workers = cores.min(topics.len().div_ceil(8)).max(1);
    let mut reads: Vec<TopicRead> = topics.iter().map(|_| TopicRead::default()).collect();
    std::thread::scope(|scope| {
        let share = |first: usize| {
            let mine = topics.iter().enumerate().skip(first).step_by(workers);
            mine.map(|(place, topic)| (place, reader.topic(place, topic))).collect::<Vec<_>>()
        };
        let others: Vec<_> = (1..workers).map(|first| scope.spawn(move || share(first))).collect();
        let mut done = share(0);
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        for (place, read) in done {
            reads[place] = read;
        }
    });
    reads
}

struct Reader<'k> {
    source: &'k SetSource,
    known: &'k Known<'k>,
    /// Exercises seen so far, in all topics.
    count: AtomicUsize,
}

impl Reader<'_> {
    /// Reads the exercises of one topic, if it has any.
    fn topic(&self, place: usize, topic: &Topic) -> TopicRead {
        let mut read = TopicRead::default();
        let dir = topic.dir.to_string_lossy();
        let file = format!("{dir}/topic.toml");
        if !self.known.files.has(&file) || self.is_full(0) {
            return read;
        }
        match self.source.bytes(&file) {
            Ok(bytes) => {
                if let Some(doc) = Document::new(&file, &bytes, &mut read.faults) {
                    self.document(&doc, place, topic, &dir, &mut read);
                }
            }
            Err(error) => read.faults.source(&error),
        }
        read
    }

    /// Whether so many more exercises are too many.
    fn is_full(&self, more: usize) -> bool {
        self.count.fetch_add(more, Ordering::Relaxed) + more > MOST_EXERCISES
    }

    fn document(&self, doc: &Document<'_>, place: usize, topic: &Topic, dir: &str, read: &mut TopicRead) {
        // Counted before they are parsed: refusing a hundred thousand must not take seconds. A short
        // file cannot hold too many.
        let long = doc.text.len() > MOST_EXERCISES;
        if long && doc.text.matches("[[exercises]]").count() > MOST_EXERCISES {
            read.too_many = true;
            return;
        }
        let Some(mut table) = doc.parse(&mut read.faults) else { return };
        doc.check(&mut table, &raw::TOPIC_FILE, &mut read.faults);
        let items = take_list(&mut table, "exercises", &mut At { doc, faults: &mut read.faults });
        if self.is_full(items.len()) {
            read.too_many = true;
            return;
        }
        for item in items {
            if let Some(raw) = doc.read::<RawExercise>(item, &raw::EXERCISE, &mut read.faults) {
                let at = &mut At { doc, faults: &mut read.faults };
                let form = judge(&raw, &topic.id, dir, self.known, at);
                read.offsets.push(raw.name.span().start);
                let words = std::iter::once(&raw.name).chain(&raw.formerly);
                read.names.extend(words.map(|word| (word.get_ref().clone(), word.span().start)));
                read.exercises.push(build::exercise(raw, place, dir, form));
            }
            if read.faults.full() {
                return;
            }
        }
        steps::in_order(&read.exercises, &read.offsets, &mut At { doc, faults: &mut read.faults });
    }
}
