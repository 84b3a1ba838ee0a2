//! The sets that are there: the built-in one, the small one for tests, one of the first format.

use std::path::Path;
use std::time::Duration;

use cargo_roadmap::check;
use cargo_roadmap::curriculum::{Form, Format, SetSource, Tier, load};

use crate::support::{Files, WORDS};

fn dir(set: &str) -> SetSource {
    SetSource::dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sets").join(set))
}

#[test]
fn the_built_in_set_is_good() {
    let set = load(&SetSource::built_in(), &check::words()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((set.name.as_str(), set.format), ("cargo-roadmap", Format::Two));
    assert_eq!((set.stages.len(), set.topics.len()), (6, 48));
    assert_eq!(set.in_order().next().unwrap().1.name, "first_light");
    assert_eq!(set.order.len(), set.exercises.len());
    let edges: usize = set.topics.iter().map(|topic| topic.requires.len()).sum();
    assert_eq!(edges, 89, "the edges of the map");
    for topic in &set.topics {
        assert!(topic.title.chars().count() <= 44, "{} fits into a list of 80 columns", topic.title);
        assert!(!topic.reading.is_empty(), "{} says what to read", topic.id);
    }
}

#[test]
fn on_disk_and_in_the_binary_it_is_the_same_set() {
    let disk = SetSource::dir(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(disk.revision().unwrap(), SetSource::built_in().revision().unwrap());
    assert_eq!(disk.list("exercises"), SetSource::built_in().list("exercises"));
}

#[test]
fn the_small_set_shows_every_field() {
    let set = load(&dir("tiny"), WORDS).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(set.name, "tiny");
    let numbers: Vec<_> = set.stages.iter().map(|stage| (stage.number, stage.id.as_str())).collect();
    assert_eq!(numbers, [(1, "first"), (2, "second")]);
    assert_eq!(set.topics[2].dir, Path::new("exercises/2_second/01_loops"));
    let spin = set.exercise(set.find("spin_down").unwrap());
    assert_eq!((spin.tier, spin.form, spin.limits.run), (Tier::A, Form::File, Duration::from_secs(2)));
    assert_eq!(spin.limits.build, Duration::from_secs(60));
    assert_eq!(spin.path, Path::new("exercises/2_second/01_loops/spin_down.rs"));
    assert_eq!(spin.solution, Path::new("solutions/2_second/01_loops/spin_down.rs"));
    assert_eq!(spin.companions, Path::new("exercises/2_second/01_loops/spin_down"));
    assert_eq!(set.topic_of(set.find("seats").unwrap()).id, "numbers");
    let door = set.exercise(set.find("open_door").unwrap());
    assert_eq!(door.traps[0].answer.as_deref(), Some("wrong_no_name"));
    assert_eq!((door.hints.len(), door.options.editions.as_slice()), (3, &["2024".to_owned()][..]));
}

#[test]
fn a_set_of_the_first_format_is_read_as_rustlings_reads_it() {
    let set = load(&dir("format1"), WORDS).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(set.format, Format::One);
    assert_eq!(set.welcome.as_deref().unwrap().lines().count(), 2);
    assert_eq!(set.farewell.as_deref(), Some("That was all of them."));
    let topics: Vec<_> = set.topics.iter().map(|topic| (topic.id.as_str(), topic.title.as_str())).collect();
    assert_eq!(topics, [("01_doors", "doors"), ("02_stairs", "stairs")]);
    // The list goes back to the first directory: topics stay together in the file order, study does not.
    let file_order: Vec<_> = set.exercises.iter().map(|exercise| exercise.name.as_str()).collect();
    assert_eq!(file_order, ["open1", "open2", "1_step"]);
    let order: Vec<_> = set.in_order().map(|(_, exercise)| exercise.name.as_str()).collect();
    assert_eq!(order, ["open1", "1_step", "open2"]);
    let [open, strict, step] = &set.exercises[..] else { panic!("three exercises") };
    assert_eq!(
        (open.kind.as_str(), open.checks.as_slice()),
        ("read", &["compile", "run", "clippy"].map(str::to_owned)[..])
    );
    assert_eq!(step.checks, ["compile", "test", "run", "clippy"]);
    assert!(step.permit.contains("warnings") && !strict.permit.contains("warnings"));
    assert!(step.permit.contains("unsafe") && step.permit.contains("dead_code"));
    assert_eq!(step.deny, ["unsafe_code", "clippy::todo"]);
    assert_eq!(
        strict.deny,
        ["unsafe_code", "clippy::todo", "clippy::pedantic"],
        "`-D warnings` denies what is warned of"
    );
    assert!(step.permit.contains("no_tests"), "cargo is content with a file that has no tests");
    assert_eq!(step.options.editions, ["2021"]);
    assert_eq!(step.path, Path::new("exercises/02_stairs/1_step.rs"));
    assert_eq!(open.solution, Path::new("solutions/01_doors/open1.rs"), "which need not exist");
}

#[test]
fn the_first_format_is_liberal() {
    let set = Files::format_one().edit("info.toml", "= 1\n", "= 1\nauthors = [\"x\"]\n").load().unwrap();
    assert_eq!((set.topics[0].id.as_str(), set.topics[1].id.as_str()), ("00_start", "exercises"));
    assert_eq!(set.topics[1].dir, Path::new("exercises"));
}

#[test]
fn windows_line_ends_and_blank_edges_change_no_text() {
    let windows = Files::good().greet("hints = [\"\"\"\r\nOne.\r\nTwo.\r\n\"\"\"]").load().unwrap();
    assert_eq!(windows.exercises[0].hints, ["One.\nTwo."]);
}

#[test]
fn the_revision_follows_names_and_contents() {
    let revision = |files: &Files| files.load().unwrap().revision;
    let good = Files::good();
    assert_eq!(revision(&good), revision(&good.clone().with("README.md", "not a part of the set")));
    let greet = "exercises/1_first/01_words/greet.rs";
    assert_ne!(revision(&good), revision(&good.clone().with(greet, "fn greet() { }\n")));
    assert_ne!(revision(&good), revision(&good.clone().with("exercises/1_first/01_words/greet/new.txt", "")));
    assert_eq!(revision(&good).len(), 64);
}
