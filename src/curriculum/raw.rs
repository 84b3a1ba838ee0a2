//! The keys of `info.toml` and `topic.toml` of the second format, as they are written. It must not judge
//! what they say.

mod machine;

use serde::Deserialize;
use toml::Spanned;

use super::document::{Key, Shape};
use machine::MACHINE_RUN;
pub(super) use machine::RawMachineRun;

/// A word with its place in the file.
pub(super) type Word = Spanned<String>;

/// `info.toml`. The tables of its lists are read one by one, so that a fault in one hides no other.
pub(super) const INFO: Shape = Shape {
    of: "info.toml",
    keys: &[Key::must("format_version"), Key::must("stages"), Key::must("topics")],
    open: false,
};

pub(super) const STAGE: Shape =
    Shape { of: "a stage", keys: &[Key::must("id"), Key::must("title"), Key::must("goal")], open: false };

pub(super) const TOPIC: Shape = Shape {
    of: "a topic",
    keys: &[
        Key::must("id"),
        Key::must("stage"),
        Key::must("title"),
        Key::may("requires"),
        Key::of("reading", &READING),
    ],
    open: false,
};

const READING: Shape = Shape {
    of: "a reading",
    keys: &[Key::must("title"), Key::must("url"), Key::must("minutes")],
    open: false,
};

/// `topic.toml`.
pub(super) const TOPIC_FILE: Shape = Shape { of: "topic.toml", keys: &[Key::may("exercises")], open: false };

pub(super) const EXERCISE: Shape = Shape {
    of: "an exercise",
    keys: &[
        Key::must("name"),
        Key::may("formerly"),
        Key::must("kind"),
        Key::must("tier"),
        Key::must("minutes"),
        Key::may("after"),
        Key::must("checks"),
        Key::may("crates"),
        Key::may("needs"),
        Key::of("limits", &LIMITS),
        Key::may("deny"),
        Key::may("permit"),
        Key::of("options", &OPTIONS),
        Key::may("fails_with"),
        Key::may("note"),
        Key::may("hints"),
        Key::of("traps", &TRAP),
        Key::may("locked"),
        Key::may("step"),
        Key::may("carry"),
        Key::of("source", &SOURCE_FACT),
        Key::of("doc", &DOC),
        Key::of("emit", &EMIT_FACT),
        Key::of("machine", &MACHINE_RUN),
        Key::of("metadata", &FACT),
    ],
    open: false,
};

const LIMITS: Shape = Shape {
    of: "`limits`",
    keys: &[Key::may("seconds"), Key::may("build_seconds"), Key::may("memory_mb")],
    open: false,
};

const OPTIONS: Shape = Shape {
    of: "`options`",
    keys: &[Key::may("editions"), Key::may("profiles"), Key::may("features"), Key::may("seeds")],
    open: false,
};

const FACT: Shape = Shape {
    of: "a fact of `metadata`",
    keys: &[
        Key::must("fact"),
        Key::must("says"),
        Key::may("members"),
        Key::may("depends"),
        Key::may("free"),
        Key::may("inherits"),
        Key::may("shared"),
    ],
    open: false,
};

const TRAP: Shape = Shape {
    of: "a trap",
    keys: &[Key::must("fails"), Key::must("belief"), Key::must("says"), Key::may("answer")],
    open: false,
};

const SOURCE_FACT: Shape = Shape {
    of: "a fact about the source",
    keys: &[
        Key::must("fact"),
        Key::may("require"),
        Key::may("forbid"),
        Key::may("most"),
        Key::may("tokens"),
        Key::may("same_as_start"),
        Key::may("but_for"),
        Key::may("within"),
        Key::may("says"),
    ],
    open: false,
};

const DOC: Shape = Shape { of: "`doc`", keys: &[Key::may("examples"), Key::may("refusals")], open: false };

const EMIT_FACT: Shape = Shape {
    of: "a fact about what is emitted",
    keys: &[
        Key::must("fact"),
        Key::must("kind"),
        Key::may("function"),
        Key::may("contains"),
        Key::may("absent"),
        Key::may("arch"),
        Key::may("says"),
    ],
    open: false,
};

/// `[[stages]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStage {
    pub(super) id: Word,
    pub(super) title: Word,
    pub(super) goal: Word,
}

/// `[[topics]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTopic {
    pub(super) id: Word,
    pub(super) stage: Word,
    pub(super) title: Word,
    #[serde(default)]
    pub(super) requires: Vec<Word>,
    #[serde(default)]
    pub(super) reading: Vec<RawReading>,
}

/// An entry of `reading`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawReading {
    pub(super) title: Word,
    pub(super) url: Word,
    pub(super) minutes: Spanned<u32>,
}

/// `[[exercises]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExercise {
    pub(super) name: Word,
    #[serde(default)]
    pub(super) formerly: Vec<Word>,
    pub(super) kind: Word,
    pub(super) tier: Word,
    pub(super) minutes: Spanned<u32>,
    #[serde(default)]
    pub(super) after: Vec<Word>,
    pub(super) checks: Spanned<Vec<Word>>,
    #[serde(default)]
    pub(super) crates: Vec<Word>,
    #[serde(default)]
    pub(super) needs: Vec<Word>,
    #[serde(default)]
    pub(super) limits: RawLimits,
    #[serde(default)]
    pub(super) deny: Vec<Word>,
    #[serde(default)]
    pub(super) permit: Vec<Word>,
    #[serde(default)]
    pub(super) options: RawOptions,
    #[serde(default)]
    pub(super) fails_with: Vec<Word>,
    pub(super) note: Option<Word>,
    #[serde(default)]
    pub(super) hints: Vec<Word>,
    #[serde(default)]
    pub(super) traps: Vec<RawTrap>,
    #[serde(default)]
    pub(super) locked: Vec<Word>,
    pub(super) step: Option<Spanned<u32>>,
    pub(super) carry: Option<Word>,
    #[serde(default)]
    pub(super) source: Vec<RawSourceFact>,
    #[serde(default)]
    pub(super) doc: RawDoc,
    #[serde(default)]
    pub(super) emit: Vec<RawEmitFact>,
    #[serde(default)]
    pub(super) machine: Vec<RawMachineRun>,
    #[serde(default)]
    pub(super) metadata: Vec<RawFact>,
}

/// `[[exercises.source]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSourceFact {
    pub(super) fact: Word,
    pub(super) require: Option<Spanned<Vec<Word>>>,
    pub(super) forbid: Option<Spanned<Vec<Word>>>,
    pub(super) most: Option<Spanned<u32>>,
    pub(super) tokens: Option<Spanned<u32>>,
    pub(super) same_as_start: Option<Spanned<bool>>,
    #[serde(default)]
    pub(super) but_for: Vec<Word>,
    pub(super) within: Option<Word>,
    pub(super) says: Option<Word>,
}

/// `doc`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDoc {
    #[serde(default)]
    pub(super) examples: Vec<Word>,
    #[serde(default)]
    pub(super) refusals: Vec<Word>,
}

/// `[[exercises.emit]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEmitFact {
    pub(super) fact: Word,
    pub(super) kind: Word,
    pub(super) function: Option<Word>,
    #[serde(default)]
    pub(super) contains: Vec<Word>,
    #[serde(default)]
    pub(super) absent: Vec<Word>,
    #[serde(default)]
    pub(super) arch: Vec<Word>,
    pub(super) says: Option<Word>,
}

/// `[[exercises.metadata]]`: exactly one of the lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFact {
    pub(super) fact: Word,
    pub(super) says: Word,
    pub(super) members: Option<Vec<Word>>,
    pub(super) depends: Option<Vec<Word>>,
    pub(super) free: Option<Vec<Word>>,
    pub(super) inherits: Option<Vec<Word>>,
    pub(super) shared: Option<Vec<Word>>,
}

/// `limits`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLimits {
    pub(super) seconds: Option<Spanned<u64>>,
    pub(super) build_seconds: Option<Spanned<u64>>,
    pub(super) memory_mb: Option<Spanned<u64>>,
}

/// `options`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawOptions {
    pub(super) editions: Option<Spanned<Vec<Word>>>,
    pub(super) profiles: Option<Spanned<Vec<Word>>>,
    #[serde(default)]
    pub(super) features: Vec<Word>,
    pub(super) seeds: Option<Spanned<u32>>,
}

/// `[[exercises.traps]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTrap {
    pub(super) fails: Spanned<Vec<Word>>,
    pub(super) belief: Word,
    pub(super) says: Word,
    pub(super) answer: Option<Word>,
}
