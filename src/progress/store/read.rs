//! From bytes to progress, whatever was done to the bytes. It must not fail: what cannot be read is a
//! [`Flaw`], and everything else is kept.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use toml::{Table, Value};

use super::super::{Carried, Entry, Evidence, Progress};
use super::{VERSION, salvage};
use crate::check::predict::calibration::First;

/// What was read and what was wrong with it.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) progress: Progress,
    pub(super) flaws: Vec<Flaw>,
}

/// Something that is not as we would have written it.
#[derive(Debug, PartialEq)]
pub(super) enum Flaw {
    /// There is nothing in it: a crash of the whole machine leaves such files.
    Empty,
    /// Bytes that are no text.
    NotText,
    /// Conflict markers of git; both sides were read.
    Conflict,
    /// An exercise stands in it twice, as after a union merge; both were read.
    Twice,
    /// Lines or values that say nothing to us.
    Unreadable,
    /// A layout of a later version.
    Newer(i64),
}

impl Flaw {
    /// Whether something may have been lost, so that the file should be kept.
    pub(super) fn is_loss(&self) -> bool {
        matches!(self, Self::Empty | Self::NotText | Self::Unreadable)
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty."),
            Self::NotText => f.write_str("holds bytes that are no text; all that is text was read."),
            Self::Conflict => f.write_str("holds a merge conflict; the passes of both sides were kept."),
            Self::Twice => f.write_str("holds some things twice, as after a merge; both were read."),
            Self::Unreadable => f.write_str("is damaged: some of it could not be read, the rest was."),
            Self::Newer(version) => write!(
                f,
                "was written by a newer cargo roadmap (layout {version}): it is read as far as this one \
                 understands it, and nothing is recorded. Update with `cargo install cargo-roadmap`."
            ),
        }
    }
}

/// Reads a state file.
pub(super) fn read(bytes: &[u8]) -> Reading {
    let mut reading = Reading::default();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes);
    if matches!(text, std::borrow::Cow::Owned(_)) {
        reading.flaws.push(Flaw::NotText);
    }
    if text.trim().is_empty() {
        reading.flaws.push(Flaw::Empty);
    }
    let sides = salvage::sides(&text);
    if sides.len() > 1 {
        reading.flaws.push(Flaw::Conflict);
    }
    let mut found = Tally::default();
    for side in &sides {
        reading.progress.unite(found.side(side));
    }
    if found.twice {
        reading.flaws.push(Flaw::Twice);
    }
    if found.unreadable {
        reading.flaws.push(Flaw::Unreadable);
    }
    if found.version > VERSION {
        reading.flaws.push(Flaw::Newer(found.version));
    }
    reading
}

/// What is noticed on the way.
#[derive(Default)]
struct Tally {
    unreadable: bool,
    twice: bool,
    version: i64,
}

impl Tally {
    /// One side of a conflict, or the whole file. Lines are read one by one where the whole is not TOML,
    /// and also where something could swallow lines of ours: a table header or a string over several
    /// lines that somebody put above them.
    fn side(&mut self, text: &str) -> Progress {
        let whole = text.parse::<Table>().ok();
        let is_plain = !text.lines().any(|line| line.trim_start().starts_with('['))
            && !text.contains("\"\"\"")
            && !text.contains("'''");
        let mut progress = Progress::default();
        let is_whole = whole.is_some();
        if let Some(table) = whole {
            progress = self.progress(table);
        }
        if !(is_whole && is_plain) {
            let salvaged = salvage::lines(text);
            if !is_whole {
                self.unreadable |= salvaged.unreadable;
                // Every line is sound alone and not together: some of them say the same thing.
                self.twice |= salvaged.tables.len() > 1 || !salvaged.unreadable;
            }
            for mut table in salvaged.tables {
                if is_whole {
                    // The whole has everything else already, and in its right place.
                    table.retain(|key, _| key == "exercises");
                }
                progress.unite(self.progress(table));
            }
        }
        progress
    }

    fn progress(&mut self, mut table: Table) -> Progress {
        let mut progress = Progress::default();
        match table.remove("version") {
            None => {}
            Some(Value::Integer(version)) => self.version = self.version.max(version),
            Some(_) => self.unreadable = true,
        }
        match table.remove("current") {
            None => {}
            Some(Value::String(name)) => progress.current = Some(name),
            Some(_) => self.unreadable = true,
        }
        match table.remove("exercises") {
            None => {}
            Some(Value::Table(exercises)) => {
                for (name, value) in exercises {
                    let Value::Table(value) = value else {
                        self.unreadable = true;
                        continue;
                    };
                    progress.entries.insert(name, self.entry(value));
                }
            }
            Some(_) => self.unreadable = true,
        }
        progress.rest = table;
        progress
    }

    fn entry(&mut self, mut table: Table) -> Entry {
        let evidence = table.remove("passed").and_then(|value| self.known(pass(value)));
        let history = match table.remove("earlier") {
            None => Vec::new(),
            Some(Value::Array(values)) => {
                values.into_iter().filter_map(|value| self.known(pass(value))).collect()
            }
            Some(_) => {
                self.unreadable = true;
                Vec::new()
            }
        };
        let number = |value: Value| value.as_integer().and_then(|number| usize::try_from(number).ok());
        let hints = table.remove("hints").and_then(|value| self.known(number(value))).unwrap_or(0);
        let tried = table.remove("tried").and_then(|value| self.known(time(&value)));
        let from = |value: &Value| value.as_str().and_then(Carried::read);
        let carried = table.remove("carried").and_then(|value| self.known(from(&value)));
        let first = match table.remove("first") {
            None => BTreeMap::new(),
            Some(Value::Table(items)) => {
                items.into_iter().filter_map(|item| self.known(foretold(item))).collect()
            }
            Some(_) => {
                self.unreadable = true;
                BTreeMap::new()
            }
        };
        Entry { evidence, history, hints, tried, carried, first, rest: table }
    }

    /// Notices what could not be understood.
    fn known<T>(&mut self, value: Option<T>) -> Option<T> {
        self.unreadable |= value.is_none();
        value
    }
}

/// A pass needs its time; without a hash it counts too, and shows as changed.
fn pass(value: Value) -> Option<Evidence> {
    let Value::Table(mut table) = value else { return None };
    let at = table.remove("at").and_then(|value| time(&value))?;
    let mut text = |key: &str| match table.remove(key) {
        Some(Value::String(text)) => text,
        _ => String::new(),
    };
    let (source, content, toolchain) = (text("source"), text("content"), text("toolchain"));
    let checks = match table.remove("checks") {
        Some(Value::Array(words)) => words.iter().filter_map(|w| w.as_str().map(str::to_owned)).collect(),
        _ => Vec::new(),
    };
    let partial = table.remove("partial").is_some_and(|value| value.as_bool() == Some(true));
    Some(Evidence { at, source, content, checks, partial, toolchain, rest: table })
}

/// An item's number, and its first answer: `right 80`, `wrong`.
fn foretold((item, value): (String, Value)) -> Option<(usize, First)> {
    let mut words = value.as_str()?.split(' ');
    let right = match words.next()? {
        "right" => true,
        "wrong" => false,
        _ => return None,
    };
    let sure = words.next().map(str::parse).transpose().ok()?;
    Some((item.parse().ok()?, (sure, right)))
}

fn time(value: &Value) -> Option<Timestamp> {
    match value {
        Value::Datetime(time) => time.to_string().parse().ok(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}
