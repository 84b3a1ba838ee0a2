//! What is remembered of each exercise: the evidence of a pass, what was reset, which hints were seen.
//! It must not compute states (`states` does) or know how it is kept (`store` does).

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::check::predict::calibration::First;
use crate::check::{Outcome, Word};
use crate::curriculum::Curriculum;

/// All that is remembered. Names that no exercise has are kept as they are: they belong to another
/// version of the set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The exercise the learner is at.
    pub current: Option<String>,
    /// By the exercise's name.
    pub entries: BTreeMap<String, Entry>,
    /// Keys of the state file that this version does not know.
    pub rest: toml::Table,
}

/// What is remembered of one exercise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The pass that counts.
    pub evidence: Option<Evidence>,
    /// Passes that were reset, oldest first.
    pub history: Vec<Evidence>,
    /// How many rungs of hints were seen.
    pub hints: usize,
    /// When it was first judged without passing. Later attempts are not counted: the file would change
    /// with every save.
    pub tried: Option<Timestamp>,
    /// Where the code came from with which a step of a project began.
    pub carried: Option<Carried>,
    /// What was foretold of each item when it was first judged: what is mended later was told by then.
    pub first: BTreeMap<usize, First>,
    /// Keys that this version does not know.
    pub rest: toml::Table,
}

/// From where a step of a project goes on. Both are fine; which it was is part of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// The learner's own code of the step before.
    Own,
    /// The set's solution of the step before.
    Reference,
}

impl Carried {
    /// The word in the state file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Reference => "reference",
        }
    }

    pub(super) fn read(word: &str) -> Option<Self> {
        [Self::Own, Self::Reference].into_iter().find(|carried| carried.as_str() == word)
    }
}

/// Why we believe that an exercise was solved.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// When it was judged, in whole seconds.
    pub at: Timestamp,
    /// A hash of the learner's part.
    pub source: String,
    /// A hash of everything of ours that judged it.
    pub content: String,
    /// The checks that passed.
    pub checks: Vec<String>,
    /// Whether one check could not judge, or a weaker one stood in.
    pub partial: bool,
    /// The toolchain that judged it.
    pub toolchain: String,
    /// Keys that this version does not know.
    pub rest: toml::Table,
}

/// The answer to a request for a hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Counted from 1; 0 where the exercise has no hints.
    pub number: usize,
    /// Whether all were seen before, so that this is the last one once more.
    pub again: bool,
}

impl Progress {
    /// What is remembered of the exercise with this name.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.get(name)
    }

    /// The pass of this exercise that counts.
    #[must_use]
    pub fn evidence(&self, name: &str) -> Option<&Evidence> {
        self.entry(name).and_then(|entry| entry.evidence.as_ref())
    }

    /// How many rungs of hints were seen.
    #[must_use]
    pub fn hints(&self, name: &str) -> usize {
        self.entry(name).map_or(0, |entry| entry.hints)
    }

    /// Remembers an outcome and says whether that changed anything. A pass is stored as evidence; a
    /// partial one too, but never in the place of a full one. Nothing else touches an earlier pass.
    pub fn record(&mut self, outcome: &Outcome, now: Timestamp) -> bool {
        let now = whole_seconds(now);
        let foretold = self.record_predictions(outcome);
        foretold
            | match outcome.word() {
                Word::Passed | Word::Partial => {
                    Evidence::of(outcome, now).is_some_and(|evidence| self.store(&outcome.exercise, evidence))
                }
                // Nothing was found out about the learner's work.
                Word::Cancelled | Word::Unavailable => false,
                Word::Failed | Word::TimedOut | Word::OutOfMemory | Word::Crashed => {
                    let known = self.entry(&outcome.exercise);
                    let is_known =
                        known.is_some_and(|entry| entry.evidence.is_some() || entry.tried.is_some());
                    if !is_known {
                        self.entries.entry(outcome.exercise.clone()).or_default().tried = Some(now);
                    }
                    !is_known
                }
            }
    }

    /// Keeps the first answer to each item, whatever became of the rest. Says whether one is new.
    fn record_predictions(&mut self, outcome: &Outcome) -> bool {
        let mut told = outcome.checks.iter().flat_map(|result| &result.judgement.predicted).peekable();
        if told.peek().is_none() {
            return false;
        }
        let first = &mut self.entries.entry(outcome.exercise.clone()).or_default().first;
        let known = first.len();
        for told in told {
            first.entry(told.item).or_insert((told.sure, told.right));
        }
        first.len() > known
    }

    fn store(&mut self, name: &str, evidence: Evidence) -> bool {
        let entry = self.entries.entry(name.to_owned()).or_default();
        if entry.evidence.as_ref().is_some_and(|old| old.says_as_much_as(&evidence)) {
            return false;
        }
        entry.evidence = Some(evidence);
        true
    }

    /// Makes an exercise pending again; its evidence goes to the history, its hints begin anew.
    /// Says whether there was anything to reset.
    pub fn reset(&mut self, name: &str) -> bool {
        let Some(entry) = self.entries.get_mut(name) else { return false };
        let before = entry.clone();
        entry.history.extend(entry.evidence.take());
        entry.hints = 0;
        entry.tried = None;
        entry.carried = None;
        let changed = *entry != before;
        if entry.is_blank() {
            self.entries.remove(name);
        }
        changed
    }

    /// Takes the latest reset of an exercise back. Says whether there was one; a newer pass stays.
    pub fn undo_reset(&mut self, name: &str) -> bool {
        let Some(entry) = self.entries.get_mut(name) else { return false };
        if entry.evidence.is_some() {
            return false;
        }
        entry.evidence = entry.history.pop();
        entry.evidence.is_some()
    }

    /// Remembers from where a step goes on.
    pub fn carry(&mut self, name: &str, from: Carried) {
        self.entries.entry(name.to_owned()).or_default().carried = Some(from);
    }

    /// The next rung of hints for an exercise that has `of` of them, remembered as seen.
    pub fn see_hint(&mut self, name: &str, of: usize) -> Rung {
        if of == 0 {
            return Rung { number: 0, again: false };
        }
        let entry = self.entries.entry(name.to_owned()).or_default();
        let again = entry.hints >= of;
        if !again {
            entry.hints += 1;
        }
        Rung { number: entry.hints.min(of), again }
    }

    /// Moves what is remembered under an exercise's earlier names to the name it has now.
    pub fn follow_renames(&mut self, curriculum: &Curriculum) {
        self.rename(&renames(curriculum));
    }

    pub(super) fn rename(&mut self, renames: &BTreeMap<String, String>) {
        for (old, new) in renames {
            if let Some(entry) = self.entries.remove(old) {
                self.entries.entry(new.clone()).or_default().unite(entry);
            }
            if self.current.as_ref() == Some(old) {
                self.current = Some(new.clone());
            }
        }
    }

    /// Takes over what another reading of the same state knows: the other half of a merge, the copy
    /// before the last write. Where both know an exercise, the better evidence stays.
    pub fn unite(&mut self, other: Self) {
        self.current = self.current.take().or(other.current);
        for (name, entry) in other.entries {
            self.entries.entry(name).or_default().unite(entry);
        }
        fill(&mut self.rest, other.rest);
    }
}

impl Entry {
    /// Whether there is nothing to remember.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    fn unite(&mut self, other: Self) {
        for evidence in other.history {
            if !self.history.iter().any(|known| known.is_same_pass(&evidence)) {
                self.history.push(evidence);
            }
        }
        self.history.sort_by_key(|evidence| evidence.at);
        // What one side has reset, the other side merely had not reset yet.
        let candidates = [self.evidence.take(), other.evidence].into_iter().flatten();
        self.evidence = candidates
            .filter(|candidate| !self.history.iter().any(|reset| reset.is_same_pass(candidate)))
            .reduce(Evidence::better);
        self.hints = self.hints.max(other.hints);
        // Two sides that differ both count: whoever took the reference once has seen it.
        let carried = [self.carried, other.carried];
        let seen = carried.contains(&Some(Carried::Reference)).then_some(Carried::Reference);
        self.carried = seen.or(self.carried).or(other.carried);
        self.tried = [self.tried, other.tried].into_iter().flatten().min();
        for (item, first) in other.first {
            self.first.entry(item).or_insert(first);
        }
        fill(&mut self.rest, other.rest);
    }
}

impl Evidence {
    /// What an outcome proves; nothing where no check passed, even if none failed.
    fn of(outcome: &Outcome, at: Timestamp) -> Option<Self> {
        let passed = outcome.checks.iter().filter(|result| result.judgement.verdict.word() == Word::Passed);
        let checks: Vec<String> = passed.map(|result| result.check.clone()).collect();
        (!checks.is_empty()).then(|| Self {
            at,
            source: outcome.source.clone(),
            content: outcome.content.clone(),
            checks,
            partial: outcome.word() == Word::Partial,
            toolchain: outcome.toolchain.clone(),
            rest: toml::Table::new(),
        })
    }

    /// Whether `new` need not be stored: the same work judged by the same checks, or only partly judged.
    fn says_as_much_as(&self, new: &Self) -> bool {
        if self.partial != new.partial {
            return new.partial;
        }
        self.source == new.source && self.content == new.content && self.checks == new.checks
    }

    fn is_same_pass(&self, other: &Self) -> bool {
        self.at == other.at && self.source == other.source && self.content == other.content
    }

    fn better(self, other: Self) -> Self {
        let is_whole = |evidence: &Self| !evidence.source.is_empty() && !evidence.content.is_empty();
        let rank = |evidence: &Self| (!evidence.partial, evidence.at, is_whole(evidence));
        if rank(&other) > rank(&self) { other } else { self }
    }
}

/// Earlier names and what they became. A name that some exercise has today is nobody's earlier name.
pub(super) fn renames(curriculum: &Curriculum) -> BTreeMap<String, String> {
    let is_taken = |name: &String| curriculum.exercises.iter().any(|exercise| exercise.name == *name);
    let pairs = curriculum
        .exercises
        .iter()
        .flat_map(|exercise| exercise.formerly.iter().map(|old| (old.clone(), exercise.name.clone())));
    pairs.filter(|(old, _)| !is_taken(old)).collect()
}

/// Times in the state file are read by people: a fraction of a second says nothing to them.
fn whole_seconds(time: Timestamp) -> Timestamp {
    Timestamp::from_second(time.as_second()).unwrap_or(time)
}

fn fill(table: &mut toml::Table, from: toml::Table) {
    for (key, value) in from {
        table.entry(key).or_insert(value);
    }
}
