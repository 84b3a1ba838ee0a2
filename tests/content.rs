//! The built-in set keeps all rules for exercises: every start fails as it declares, every solution and every other right
//! answer passes, every wrong one is rejected for its declared reason. It is `cargo roadmap author` that judges; what
//! author.lock knows by its content is not judged again.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts our own program and ends where something is missing"
)]

use std::path::PathBuf;
use std::process::Command;

use cargo_roadmap::check;
use cargo_roadmap::curriculum::{self, Curriculum, SetSource};
use cargo_roadmap::scaffold::unwritten;

/// Where the set lies: cargo says it when it runs the tests.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

fn set() -> Curriculum {
    curriculum::load(&SetSource::dir(root()), &check::words()).unwrap_or_else(|error| panic!("{error}"))
}

/// `author` on this set; authors at work name the exercises to judge: `ONLY=first_light,move_map`.
fn author(command: &str) -> (serde_json::Value, String) {
    let only = std::env::var("ONLY").unwrap_or_default();
    let names = only.split(',').filter(|name| !name.is_empty());
    let done = Command::new(env!("CARGO_BIN_EXE_cargo-roadmap"))
        .current_dir(root())
        .args(["author", command, "--trust", "--format", "json"])
        .env("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR"))
        .args(names)
        .output()
        .unwrap();
    (serde_json::from_slice(&done.stdout).unwrap(), String::from_utf8_lossy(&done.stderr).into_owned())
}

#[test]
fn every_exercise_keeps_all_rules() {
    let (answer, words) = author("check");
    println!("{words}");
    let findings = answer["findings"].as_array().unwrap();
    let of = |weight: &str| -> Vec<String> {
        findings.iter().filter(|it| it["weight"] == weight).map(ToString::to_string).collect()
    };
    println!("skipped:\n{}", of("skipped").join("\n"));
    println!("{}", answer["summary"]);
    let looked_at = answer["summary"]["exercises"].as_u64().unwrap();
    let all = set().exercises.len() as u64;
    assert!(looked_at == all || std::env::var_os("ONLY").is_some(), "{looked_at} of {all} were looked at");
    assert!(of("error").is_empty(), "{}", of("error").join("\n"));
}

#[test]
fn the_first_sixteen_cover_the_topics_of_stage_one() {
    let curriculum = set();
    assert!(curriculum.exercises.len() >= 16);
    assert_eq!((curriculum.stages.len(), curriculum.topics.len()), (6, 48));
    for (place, topic) in curriculum.topics.iter().enumerate().filter(|(_, topic)| topic.stage == 0) {
        assert!(curriculum.of_topic(place).count() >= 2, "{} has fewer than two exercises", topic.id);
    }
    assert_eq!(curriculum.exercise(curriculum.order[0]).name, "first_light");
}

#[test]
fn no_text_of_a_scaffold_is_still_to_be_written() {
    let mut wrong = Vec::new();
    let mut dirs: Vec<PathBuf> =
        ["exercises", "solutions", "tests/answers"].map(|dir| root().join(dir)).into();
    let mut seen = 0;
    while let Some(dir) = dirs.pop() {
        for entry in std::fs::read_dir(dir).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                dirs.push(path);
                continue;
            }
            seen += 1;
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            wrong.extend(unwritten(&text).map(|line| format!("{}:{line}: write this text", path.display())));
        }
    }
    assert!(seen > 100, "only {seen} files were looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
