//! Rules on what learners read: hints (R24, R25), reading (R26), length and wording (R27). It must not judge whether a
//! text is good.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::links::Links;
use super::words::{code_of, count, holds, pieces, quoted, shared_run};
use super::{Material, start};
use crate::message::Finding;

/// How many tokens in a row give an answer away.
const RUN: usize = 6;

/// R24: three rungs of their lengths, the first without code.
#[must_use]
pub fn rungs(material: &Material<'_>) -> Vec<Finding> {
    let hints = &material.exercise.hints;
    let mut found = Vec::new();
    if hints.len() != 3 {
        let what = format!("{} hints, three are wanted", hints.len());
        let mend = "a question or where to look; the mechanism; the key line";
        return vec![material.at("R24", &material.entry, Some(material.line_of("hints =")), what, mend)];
    }
    for (place, (hint, (least, most))) in hints.iter().zip([(15, 60), (30, 120), (1, 200)]).enumerate() {
        let (rung, words) = (place + 1, count(hint));
        if !(least..=most).contains(&words) {
            let what = format!("hint {rung} has {words} words, {least} to {most} are wanted");
            found.push(hint_finding(
                material,
                "R24",
                hint,
                what,
                "say the one thing that helps at this point",
            ));
        }
    }
    let seen = seen_texts(material);
    for code in quoted(&hints[0]) {
        // Naming what the learner has before the eyes is no code.
        if !seen.iter().any(|text| text.contains(code)) {
            let what = format!("hint 1 holds code: `{code}`");
            found.push(hint_finding(
                material,
                "R24",
                &hints[0],
                what,
                "ask a question, or say where to look",
            ));
        }
    }
    found
}

fn hint_finding(
    material: &Material<'_>,
    rule: &'static str,
    hint: &str,
    what: impl Into<String>,
    mend: &str,
) -> Finding {
    material.at(rule, &material.entry, Some(material.line_of(hint)), what, mend)
}

/// What the learner can read: the start, the checks, the probes and items.
fn seen_texts(material: &Material<'_>) -> Vec<String> {
    let start = start::texts(material).into_iter().map(|(_, text)| text);
    start.chain(material.ours()).chain(material.companions.values().cloned()).collect()
}

/// All names in it.
fn known_names(material: &Material<'_>) -> BTreeSet<String> {
    let texts = seen_texts(material);
    texts.iter().flat_map(|text| pieces(text)).map(str::to_owned).collect()
}

/// Lines of code that the solution has and the start has not, in blocks of neighbours.
fn added(material: &Material<'_>) -> Vec<String> {
    let start: BTreeSet<String> = material
        .open(&material.start)
        .iter()
        .flat_map(|(_, text)| text.lines().map(|line| code_of(line).to_owned()).collect::<Vec<_>>())
        .collect();
    let mut blocks = vec![String::new()];
    for (_, text) in material.open(&material.solution) {
        for line in text.lines().map(code_of) {
            if line.is_empty() {
                continue;
            }
            match (start.contains(line), blocks.last_mut()) {
                (false, Some(block)) => block.extend([line, "\n"]),
                _ => blocks.push(String::new()),
            }
        }
        blocks.push(String::new());
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// R25: the first two rungs do not hold the answer.
#[must_use]
pub fn leaks(material: &Material<'_>) -> Vec<Finding> {
    let hints = &material.exercise.hints;
    let blocks = added(material);
    let mut found = Vec::new();
    for (place, hint) in hints.iter().take(2).enumerate() {
        let theirs = pieces(hint);
        let run = blocks.iter().find_map(|block| shared_run(&theirs, &pieces(block), RUN));
        if let Some(run) = run {
            let what = format!("hint {} gives the answer away: `{run}`", place + 1);
            found.push(hint_finding(
                material,
                "R25",
                hint,
                what,
                "show the mechanism in code of another domain",
            ));
        }
    }
    let Some(first) = hints.first() else { return found };
    let known = known_names(material);
    let said: BTreeSet<&str> = pieces(first).into_iter().collect();
    for name in calls(&blocks).difference(&known).filter(|name| said.contains(name.as_str())) {
        let what = format!("hint 1 names `{name}`, which is what the solution brings in");
        found.push(hint_finding(material, "R25", first, what, "ask for what it does, in other words"));
    }
    found
}

/// Names that are called or reached in these lines, or that no prose holds by chance.
fn calls(blocks: &[String]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for block in blocks {
        let found = pieces(block);
        for (place, name) in found.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|at| found.get(at)).copied().unwrap_or_default();
            let after = found.get(place + 1).copied().unwrap_or_default();
            let is_name = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
            let reached = matches!(before, "." | "::") || matches!(after, "(" | "!");
            if is_name && (name.contains('_') || (reached && name.len() > 4)) {
                names.insert((*name).to_owned());
            }
        }
    }
    names
}

/// The comment that opens a file, or the package's file with the reading in it, and where it stands.
#[must_use]
pub fn header(material: &Material<'_>) -> (PathBuf, String) {
    let sources = start::texts(material);
    let reads = |text: &str| text.lines().any(|line| read_link(line).is_some());
    let chosen = sources.iter().find(|(_, text)| reads(&comment(text))).or(sources.first());
    chosen.map_or_else(Default::default, |(path, text)| (material.in_set(path), comment(text)))
}

fn comment(text: &str) -> String {
    let mark = if text.starts_with('#') { "#" } else { "//" };
    let lines = text.lines().take_while(|line| line.starts_with(mark));
    lines.map(|line| line.trim_start_matches(['/', '!', '#']).trim().to_owned() + "\n").collect()
}

fn read_link(line: &str) -> Option<&str> {
    line.strip_prefix("Read: ")
}

/// R26: one reading, and all links known to lead somewhere.
#[must_use]
pub fn reading(material: &Material<'_>, links: &Links) -> Vec<Finding> {
    let (file, text) = header(material);
    let mut found = Vec::new();
    let reads = text.lines().filter(|line| read_link(line).is_some()).count();
    if reads != 1 {
        let what = format!("{reads} `Read:` lines in the header, one is wanted");
        let mend = "end the header with `// Read: title` and the link below it";
        found.push(material.at("R26", &file, Some(1), what, mend));
    }
    if !links.has_list() {
        let what = "the links were not looked up: the set has no links.txt";
        found.push(material.skipped(
            "R26",
            what,
            "list every link there, one a line, after having opened it",
        ));
    }
    let mend = "open it, see that the place exists, and add it to links.txt (`--record` adds what the toolchain's documentation has)";
    for (line, text) in text.lines().enumerate() {
        for (url, fault) in urls(text).into_iter().filter_map(|url| Some((url, links.fault(url)?))) {
            found.push(material.at("R26", &file, Some(line + 1), format!("{url} {fault}"), mend));
        }
    }
    for url in material.topic.reading.iter().map(|reading| reading.url.as_str()).filter(|url| !url.is_empty())
    {
        if let Some(fault) = links.fault(url) {
            let what = format!("{url}, a reading of the topic `{}`, {fault}", material.topic.id);
            found.push(material.at("R26", Path::new("info.toml"), None, what, mend));
        }
    }
    found
}

/// All links that the header of an exercise and its topic name.
#[must_use]
pub fn links_of(material: &Material<'_>) -> Vec<String> {
    let (_, text) = header(material);
    let of_topic = material.topic.reading.iter().map(|reading| reading.url.clone());
    urls(&text).into_iter().map(str::to_owned).chain(of_topic).collect()
}

/// The addresses in a text.
#[must_use]
pub fn urls(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| c.is_whitespace() || "<>()\"`".contains(c));
    let trimmed = words.map(|word| word.trim_end_matches(['.', ',', ';']));
    // A scheme alone is a word about addresses.
    let names = |word: &&str| {
        ["https://", "http://"].iter().any(|scheme| word.len() > scheme.len() && word.starts_with(scheme))
    };
    trimmed.filter(names).collect()
}

/// R27: short, without versions and without names that say nothing.
#[must_use]
pub fn wording(material: &Material<'_>) -> Vec<Finding> {
    let exercise = material.exercise;
    let (file, text) = header(material);
    let mut found = Vec::new();
    let most = if exercise.step.is_some() { 300 } else { 120 };
    let prose: String = text.lines().filter(|line| urls(line).is_empty()).collect::<Vec<_>>().join("\n");
    if count(&prose) > most {
        let what = format!("the header has {} words, {most} are the most", count(&prose));
        found.push(material.at(
            "R27",
            &file,
            Some(1),
            what,
            "say what to do, and leave the rest to the tests",
        ));
    }
    let says = exercise.traps.iter().map(|trap| trap.says.as_str());
    let spoken = exercise.hints.iter().map(String::as_str).chain(says);
    let in_entry = spoken.map(|text| (material.entry.clone(), material.line_of(text), text));
    for (file, line, text) in in_entry.chain([(file.clone(), 1, prose.as_str())]) {
        if let Some(version) = version(text) {
            let what = format!("a version number in prose: {version}");
            found.push(material.at("R27", &file, Some(line), what, "say it so that it stays true"));
        }
    }
    let sources = [&material.start, &material.solution].map(|work| material.open(work));
    let code = sources.iter().flatten().map(|(path, text)| (material.in_set(path), text.as_str()));
    let texts = exercise.hints.iter().map(|hint| (material.entry.clone(), hint.as_str()));
    for (file, text) in code.chain(texts) {
        // A bar is also a thing; beside the others it is none.
        let words = ["foo", "baz", "bar"].into_iter().filter(|word| holds(text, word)).collect::<Vec<_>>();
        for word in words.iter().filter(|_| words != ["bar"]) {
            let line = text.lines().position(|line| holds(line, word)).map(|line| line + 1);
            let what = format!("the name `{word}` says nothing");
            found.push(material.at("R27", &file, line, what, "name it after what it is"));
        }
    }
    found.dedup();
    found
}

/// `1.85.0`, or `Rust 1.85`.
fn version(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
    let parts = |word: &str| {
        let parts: Vec<String> = word.split('.').map(str::to_owned).collect();
        let numeric = |part: &String| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        if parts.iter().all(numeric) { parts.len() } else { 0 }
    };
    words.iter().enumerate().find_map(|(place, word)| {
        // Addresses of machines have four parts.
        let (bare, before) = (bare(word), place.checked_sub(1).map(|at| words[at]));
        let of_rust = matches!(before, Some("Rust" | "rustc" | "version")) && parts(&bare) == 2;
        (of_rust || parts(&bare) == 3).then_some(bare)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_seen_and_other_numbers_are_not() {
        assert_eq!(version("since Rust 1.85, closures").as_deref(), Some("1.85"));
        assert_eq!(version("serde 1.0.200 does").as_deref(), Some("1.0.200"));
        assert_eq!(version("about 1.5 seconds, on 127.0.0.1"), None);
    }

    #[test]
    fn calls_are_what_is_reached_or_cannot_be_prose() {
        let found = calls(&["list.retain(|it| it.is_new); let total = sum(2);".to_owned()]);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["is_new", "retain"]);
    }

    #[test]
    fn addresses_are_found_without_their_sentence() {
        assert_eq!(urls("see <https://a.b/c#d>, or http://e.f."), ["https://a.b/c#d", "http://e.f"]);
        assert_eq!(urls("begins with `https://`"), [""; 0]);
    }
}
