//! rustlings' own set, judged by rustlings and by us, side by side. It needs the network and minutes, so it is asked for:
//! `cargo test --test rustlings -- --ignored --nocapture`. Nothing of the set is kept here: cargo fetches it into a
//! directory that stays in `target`, or `RUSTLINGS_ROOT` names one where `cargo install --root` has put it.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts tools, reads the environment, and ends where something is missing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

const VERSION: &str = "6.5.0";

/// How many exercises that version has.
const EXERCISES: usize = 94;

/// Differences that have a good reason: the case, and the reason. None is known.
const REASONS: &[(&str, &str)] = &[];

/// The program, and the sources that it was built from.
fn rustlings() -> (PathBuf, PathBuf) {
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rustlings");
    let root = std::env::var_os("RUSTLINGS_ROOT").map_or(kept, PathBuf::from);
    let args = ["install", "rustlings", "--version", VERSION, "--locked", "--quiet", "--root"];
    let installed = Command::new("cargo").args(args).arg(&root).status().unwrap();
    assert!(installed.success(), "cargo could not install rustlings {VERSION}");
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.unwrap_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap()).join(".cargo"));
    (root.join("bin/rustlings"), home.join("registry/src"))
}

/// The unpacked sources of a crate; fetched where the program was installed before on another day.
fn sources(registry: &Path, name: &str) -> PathBuf {
    let wanted = format!("{name}-{VERSION}");
    let found = || {
        let registries = std::fs::read_dir(registry).into_iter().flatten().flatten();
        registries.map(|it| it.path().join(&wanted)).find(|path| path.is_dir())
    };
    found().or_else(|| {
        let dir = tempfile::tempdir().unwrap();
        let manifest = format!(
            "[package]\nname = \"fetches\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[lib]\npath = \"l.rs\"\n\
             [dependencies]\nrustlings-macros = \"={VERSION}\"\nrustlings = \"={VERSION}\"\n"
        );
        std::fs::write(dir.path().join("Cargo.toml"), manifest).unwrap();
        std::fs::write(dir.path().join("l.rs"), "").unwrap();
        Command::new("cargo").arg("fetch").current_dir(dir.path()).status().unwrap();
        found()
    })
    .unwrap_or_else(|| panic!("{wanted} was not unpacked below {}", registry.display()))
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The set as a directory that both can work in; `answers` is the directory whose files the learner has.
fn lay(dir: &Path, registry: &Path, answers: &str) {
    let (program, macros) = (sources(registry, "rustlings"), sources(registry, "rustlings-macros"));
    for part in ["exercises", "solutions"] {
        copy(&program.join(part), &dir.join(part));
    }
    copy(&program.join(answers), &dir.join("exercises"));
    std::fs::copy(macros.join("info.toml"), dir.join("info.toml")).unwrap();
    // In the package the manifest of the exercises has another name, and looks at them from a directory below.
    let manifest = std::fs::read_to_string(program.join("dev-Cargo.toml")).unwrap();
    std::fs::write(dir.join("Cargo.toml"), manifest.replace("\"../", "\"")).unwrap();
}

/// The exercises that rustlings finds done.
fn by_rustlings(program: &Path, dir: &Path) -> BTreeSet<String> {
    let output = Command::new(program).arg("check-all").current_dir(dir).output().unwrap();
    let state = std::fs::read_to_string(dir.join(".rustlings-state.txt"));
    let state = state.unwrap_or_else(|error| panic!("{error}: {output:?}"));
    // It is what the next run of rustlings goes on with, and what ours would take over: not this time.
    std::fs::remove_file(dir.join(".rustlings-state.txt")).unwrap();
    cargo_roadmap::progress::rustlings::read(state.as_bytes()).unwrap().done.into_iter().collect()
}

/// Our outcome and, where it is no pass, the first reason, by exercise.
fn by_us(dir: &Path) -> BTreeMap<String, (bool, String)> {
    let own = env!("CARGO_BIN_EXE_cargo-roadmap");
    let made = Command::new(own).arg("init").current_dir(dir).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    let args = ["--format", "json", "verify", "all"];
    let output = Command::new(own).args(args).current_dir(dir.join("roadmap")).output().unwrap();
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let outcomes = told["exercises"].as_array().unwrap_or_else(|| panic!("{told}"));
    let read = |it: &serde_json::Value| {
        let checks = it["checks"].as_array().unwrap();
        let failed = checks.iter().find(|check| check["verdict"] != "passed");
        let why = failed.map(|check| format!("{}: {}", check["check"], check["reason"])).unwrap_or_default();
        (it["name"].as_str().unwrap().to_owned(), (it["outcome"] == "passed", why))
    };
    outcomes.iter().map(read).collect()
}

#[test]
#[ignore = "fetches rustlings, and builds its set two times"]
fn rustlings_and_we_judge_its_set_alike() {
    let (program, registry) = rustlings();
    let mut unexplained = Vec::new();
    for (what, answers) in [("start", "exercises"), ("solution", "solutions")] {
        let dir = tempfile::tempdir().unwrap();
        lay(dir.path(), &registry, answers);
        let theirs = by_rustlings(&program, dir.path());
        let ours = by_us(dir.path());
        assert_eq!(ours.len(), EXERCISES, "{what}");
        let passed = ours.values().filter(|(passed, _)| *passed).count();
        println!("{what}: {} of {EXERCISES} pass by rustlings, {passed} by us", theirs.len());
        for (name, (passed, why)) in &ours {
            if *passed == theirs.contains(name) {
                continue;
            }
            let case = format!("{what} {name}");
            let reason = REASONS.iter().find(|(known, _)| *known == case).map(|(_, reason)| *reason);
            println!(
                "{case}: rustlings {}, we {passed} {why}; {}",
                !passed,
                reason.unwrap_or("no reason is known")
            );
            unexplained.extend(reason.is_none().then_some(case));
        }
        let wanted = if what == "start" { 1..=EXERCISES - 1 } else { EXERCISES..=EXERCISES };
        assert!(wanted.contains(&theirs.len()), "rustlings itself has judged only {} {what}s", theirs.len());
    }
    assert!(unexplained.is_empty(), "{unexplained:?}");
}
