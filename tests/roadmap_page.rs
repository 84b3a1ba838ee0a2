//! docs/roadmap.md maps each line of the roadmap to its exercises. It is made of docs/coverage.toml and the set:
//! `UPDATE=1 cargo test --test roadmap_page` writes it anew.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads and writes files, and ends where something is missing"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use cargo_roadmap::check;
use cargo_roadmap::curriculum::{self, Curriculum, SetSource};
use serde::Deserialize;

const HEAD: &str = "# The roadmap, line by line

What each line of the study plan became. A topic stands with its exercises in the order of study.

This page is made of docs/coverage.toml and the set: `UPDATE=1 cargo test --test roadmap_page` writes it anew.
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    lines: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    part: String,
    #[serde(rename = "line")]
    words: String,
    topics: Vec<String>,
    note: Option<String>,
}

fn docs(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

fn coverage() -> Vec<Line> {
    let text = std::fs::read_to_string(docs("coverage.toml")).unwrap();
    toml::from_str::<Coverage>(&text).unwrap_or_else(|error| panic!("docs/coverage.toml: {error}")).lines
}

fn set() -> Curriculum {
    curriculum::load(&SetSource::built_in(), &check::words()).unwrap()
}

/// The names of a topic's exercises.
fn exercises(set: &Curriculum, topic: &str) -> Vec<String> {
    let place = set.topics.iter().position(|it| it.id == topic);
    let place = place.unwrap_or_else(|| panic!("docs/coverage.toml: there is no topic `{topic}`"));
    set.of_topic(place).map(|(_, exercise)| format!("`{}`", exercise.name)).collect()
}

fn page(set: &Curriculum) -> String {
    let mut page = HEAD.to_owned();
    let mut part = String::new();
    for line in coverage() {
        if line.part != part {
            _ = write!(page, "\n## {}\n\n| line | topic | exercises |\n|---|---|---|\n", line.part);
            part.clone_from(&line.part);
        }
        let note = line.note.map(|note| format!(" {note}")).unwrap_or_default();
        if line.topics.is_empty() {
            _ = writeln!(page, "| {} | |{note} |", line.words);
        }
        for (place, topic) in line.topics.iter().enumerate() {
            let (what, note) = if place == 0 { (line.words.as_str(), note.as_str()) } else { ("", "") };
            let stop = if note.is_empty() { "" } else { "." };
            _ = writeln!(page, "| {what} | {topic} | {}{stop}{note} |", exercises(set, topic).join(", "));
        }
    }
    page
}

#[test]
fn the_page_of_the_roadmap_says_what_the_set_holds() {
    let wanted = page(&set());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(docs("roadmap.md"), &wanted).unwrap();
    }
    let there = std::fs::read_to_string(docs("roadmap.md")).unwrap_or_default().replace("\r\n", "\n");
    let help = "docs/roadmap.md is not what the set holds; UPDATE=1 cargo test --test roadmap_page";
    assert!(there == wanted, "{help}");
}

#[test]
fn each_line_leads_to_an_exercise_and_each_topic_to_a_line() {
    let set = set();
    let mut named = BTreeSet::new();
    for line in coverage() {
        assert!(!line.topics.is_empty() || line.note.is_some(), "`{}` leads nowhere", line.words);
        for topic in line.topics {
            assert!(!exercises(&set, &topic).is_empty(), "`{}`: {topic} has no exercise", line.words);
            named.insert(topic);
        }
    }
    let all: BTreeSet<String> = set.topics.iter().map(|topic| topic.id.clone()).collect();
    assert_eq!(named, all, "topics on the left are named by docs/coverage.toml, on the right by the set");
}
