//! The state file's text, read block by block and written in one way only. It must not touch the disk.

use std::collections::BTreeMap;

use crate::progress::{Entry, Progress};

const HEADER: &str = "# What you have passed, and with what evidence. Written by `cargo roadmap`; worth committing.\n\
    # One block for each exercise, so that two branches merge; unknown keys are kept.\n";

/// What a text held.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) progress: Progress,
    /// Something in it could not be read.
    pub(super) damaged: bool,
    /// It held both sides of a merge.
    pub(super) merged: bool,
}

/// Reads everything that is whole. Line ends, a byte order mark and the marks of a merge are no damage.
pub(super) fn read(bytes: &[u8]) -> Read {
    let text = String::from_utf8_lossy(bytes);
    let mut damaged = text.contains('\u{fffd}');
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let is_mark =
        |line: &&str| ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark));
    let merged = text.lines().any(|line| is_mark(&line));
    if !merged
        && !damaged
        && let Ok(progress) = toml::from_str::<Progress>(&text)
    {
        return Read { progress, damaged: false, merged: false };
    }
    let mut progress = Progress::default();
    for block in blocks(text.lines().filter(|line| !is_mark(line))) {
        match toml::from_str::<Progress>(&block) {
            Ok(part) => progress.unite(part),
            Err(_) => damaged |= salvage(&block, &mut progress),
        }
    }
    Read { progress, damaged, merged }
}

/// The text in pieces that stand alone: the lines before the first table, then each exercise with its
/// sub-tables.
fn blocks<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut blocks = vec![String::new()];
    let mut owner = String::new();
    for line in lines {
        if line.starts_with('[') {
            let name = line.trim_matches(|c| "[] \t".contains(c));
            let exercise: String = name.split('.').take(2).collect::<Vec<_>>().join(".");
            // The second side of a merge brings the same exercise again: that is a block of its own.
            if exercise != owner || name == exercise {
                blocks.push(String::new());
            }
            owner = exercise;
        }
        if let Some(block) = blocks.last_mut() {
            block.push_str(line);
            block.push('\n');
        }
    }
    blocks
}

/// A block that does not parse: its lines one after the other, as long as they do. Says whether anything was lost.
fn salvage(block: &str, progress: &mut Progress) -> bool {
    let lines: Vec<&str> = block.lines().collect();
    // A merge inside a block leaves a key twice; then either half stands alone.
    let mut lost = true;
    for end in (1..lines.len()).rev() {
        if let Ok(part) = toml::from_str::<Progress>(&lines[..end].join("\n")) {
            progress.unite(part);
            break;
        }
    }
    if let Some((head, rest)) = lines.split_first()
        && head.starts_with('[')
    {
        for start in 1..rest.len() {
            let text = format!("{head}\n{}", rest[start..].join("\n"));
            if let Ok(part) = toml::from_str::<Progress>(&text) {
                progress.unite(part);
                lost = false;
                break;
            }
        }
    }
    lost
}

/// The text of a state: always the same for the same state.
pub(super) fn write(progress: &Progress) -> String {
    let mut text = String::from(HEADER);
    let mut head = progress.clone();
    let entries: BTreeMap<String, Entry> = std::mem::take(&mut head.entries);
    text.push_str(&toml::to_string(&head).unwrap_or_default());
    for (name, entry) in entries {
        let one = Progress { entries: BTreeMap::from([(name, entry)]), ..Progress::default() };
        text.push('\n');
        text.push_str(&only_tables(&toml::to_string(&one).unwrap_or_default()));
    }
    text
}

/// The lines from the first table on: the head was written once.
fn only_tables(text: &str) -> String {
    let mut lines = text.lines().skip_while(|line| !line.starts_with('[')).collect::<Vec<_>>().join("\n");
    lines.push('\n');
    lines
}
