//! The keys of a run in a machine, as they are written. It must not judge what they say.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Word;
use crate::curriculum::document::{Key, Shape};

pub(super) const MACHINE_RUN: Shape = Shape {
    of: "a run of `machine`",
    keys: &[
        Key::must("run"),
        Key::must("kind"),
        Key::may("session"),
        Key::may("output"),
        Key::may("input"),
        Key::may("exit"),
        Key::of("set", &REGISTERS),
        Key::may("steps"),
        Key::may("says"),
    ],
    open: false,
};

const REGISTERS: Shape = Shape {
    of: "`set`",
    keys: &[
        Key::may("cs"),
        Key::may("ds"),
        Key::may("es"),
        Key::may("ss"),
        Key::may("sp"),
        Key::may("dx"),
        Key::may("df"),
    ],
    open: false,
};

/// `[[exercises.machine]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::curriculum) struct RawMachineRun {
    pub(in crate::curriculum) run: Word,
    pub(in crate::curriculum) kind: Word,
    pub(in crate::curriculum) session: Option<Word>,
    pub(in crate::curriculum) output: Option<Word>,
    pub(in crate::curriculum) input: Option<Word>,
    pub(in crate::curriculum) exit: Option<Spanned<u32>>,
    #[serde(default)]
    pub(in crate::curriculum) set: BTreeMap<String, Spanned<u16>>,
    pub(in crate::curriculum) steps: Option<Spanned<u64>>,
    pub(in crate::curriculum) says: Option<Word>,
}
