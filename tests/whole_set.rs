//! A workspace with every solution in place, judged by `verify all` as a learner would: all pass, exactly those are partial
//! whose tool is missing here, and a second time nothing is judged again.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test starts our own program, ends where something is missing, and says what is partial"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use cargo_metadata::MetadataCommand;
use cargo_roadmap::author::licences;
use cargo_roadmap::check::{self, miri};
use cargo_roadmap::curriculum::{self, Curriculum, Form, SetSource};
use cargo_roadmap::engine::job::reference_of;
use cargo_roadmap::engine::missing_tools;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::toolchain::{Surroundings, Toolchain};
use serde_json::Value;

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap"))
}

fn roadmap(dir: &Path, args: &[&str]) -> Vec<u8> {
    let done = Command::new(program()).args(args).current_dir(dir).output().unwrap();
    println!("{}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// Puts the solution of every exercise into the workspace.
fn solve(set: &SetSource, curriculum: &Curriculum, workspace: &Path) {
    for exercise in &curriculum.exercises {
        let there = workspace.join(&exercise.path);
        if exercise.form == Form::File {
            let start = set.text(&exercise.path).unwrap();
            let below = &start[start.rfind(check::sheet::LINE).unwrap()..];
            std::fs::write(there, set.text(&exercise.solution).unwrap() + below).unwrap();
            continue;
        }
        std::fs::remove_dir_all(&there).unwrap();
        for (path, bytes) in reference_of(set, curriculum, exercise).unwrap() {
            let to = there.join(path);
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::write(to, bytes).unwrap();
        }
    }
}

fn named(answer: &Value, outcome: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let all = answer["exercises"].as_array().unwrap().iter();
    let of = all.filter(|exercise| outcome(exercise["outcome"].as_str().unwrap()));
    of.map(|exercise| exercise["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn with_every_solution_in_place_all_pass_and_exactly_what_needs_an_absent_tool_is_partial() {
    let home = tempfile::tempdir().unwrap();
    roadmap(home.path(), &["init"]);
    let workspace = home.path().join("roadmap");
    let set = SetSource::built_in();
    let curriculum = curriculum::load(&set, &check::words()).unwrap();
    solve(&set, &curriculum, &workspace);
    let runner = OsRunner::new(program());
    let env = std::env::vars_os().collect();
    let tools = Toolchain::find(&Surroundings { env, cwd: workspace.clone() }, &runner, None).unwrap();
    let lacking = curriculum.exercises.iter().filter(|exercise| {
        let waits_for_miri = tools.miri.is_none() && miri::is_wanted(exercise);
        waits_for_miri || !missing_tools(exercise, &tools).is_empty()
    });
    let lacking: BTreeSet<String> = lacking.map(|exercise| exercise.name.clone()).collect();

    // What crates there are comes to this machine first, as before a journey.
    roadmap(&workspace, &["fetch"]);
    let began = Instant::now();
    let first: Value =
        serde_json::from_slice(&roadmap(&workspace, &["verify", "all", "--format", "json"])).unwrap();
    println!("cold: {:.1} s", began.elapsed().as_secs_f64());
    let failed = named(&first, |outcome| !matches!(outcome, "passed" | "partial" | "unavailable"));
    assert!(failed.is_empty(), "{failed:?}: {first:#}");
    assert_eq!(
        named(&first, |outcome| outcome == "passed").len() + lacking.len(),
        curriculum.exercises.len()
    );
    assert_eq!(named(&first, |outcome| outcome != "passed"), lacking, "partial, and whose tool is missing");
    println!("partial for want of a tool: {lacking:?}");

    let began = Instant::now();
    let second: Value =
        serde_json::from_slice(&roadmap(&workspace, &["verify", "all", "--format", "json"])).unwrap();
    println!("unchanged: {:.3} s", began.elapsed().as_secs_f64());
    let again = second["exercises"].as_array().unwrap().iter().filter(|exercise| exercise["cached"] == false);
    let again: Vec<&Value> = again.map(|exercise| &exercise["name"]).collect();
    assert!(again.is_empty(), "judged again although nothing changed: {again:?}");
}

/// What `licences.toml` says of the crates is what their manifests say, as cargo reads them.
#[test]
fn the_terms_of_all_crates_are_those_of_their_manifests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = tempfile::tempdir().unwrap();
    std::fs::copy(root.join("crates/Cargo.toml.in"), home.path().join("Cargo.toml")).unwrap();
    std::fs::copy(root.join("crates/Cargo.lock"), home.path().join("Cargo.lock")).unwrap();
    std::fs::write(home.path().join("lib.rs"), "").unwrap();
    let told = MetadataCommand::new()
        .current_dir(home.path())
        .other_options(["--locked".to_owned()])
        .exec()
        .unwrap_or_else(|error| panic!("{error}"));
    let theirs: BTreeMap<String, String> = told
        .packages
        .into_iter()
        .filter(|package| package.source.is_some())
        .map(|package| (format!("{} {}", package.name, package.version), package.license.unwrap_or_default()))
        .collect();
    let ours: BTreeMap<String, String> =
        toml::from_str(&std::fs::read_to_string(root.join(licences::FILE)).unwrap()).unwrap();
    assert_eq!(ours, theirs);
}
