//! Every tool hidden in turn: exactly the checks that need it are unavailable, and say how to install it. Nothing passes
//! that was not judged, and nothing that could be judged is left out.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test reads the environment and ends where something unexpected is missing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cargo_roadmap::check::{self, Outcome, Word};
use cargo_roadmap::curriculum::facts::MachineKind;
use cargo_roadmap::curriculum::{self, Curriculum, Exercise, ExerciseId, Form, SetSource};
use cargo_roadmap::engine::job::reference_of;
use cargo_roadmap::engine::{Engine, Job, missing_tools};
use cargo_roadmap::process::Cancel;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::toolchain::{Surroundings, Toolchain};

/// A tool's program, and the check words that cannot do without it, as docs/checks.md says.
const TOOLS: [(&str, &[&str]); 3] =
    [("clippy-driver", &["clippy"]), ("rustfmt", &["fmt"]), ("rustdoc", &["doc"])];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn env() -> BTreeMap<std::ffi::OsString, std::ffi::OsString> {
    let names = ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME"];
    names.iter().filter_map(|&name| Some((name.into(), std::env::var_os(name)?))).collect()
}

fn real_tools(runner: &OsRunner) -> Toolchain {
    let mut env = env();
    env.insert("ROADMAP_MIRI_TOOLCHAIN".into(), "there-is-none-of-this-name".into());
    Toolchain::find(&Surroundings { env, cwd: root() }, runner, None).unwrap()
}

/// The same toolchain, one of its programs missing.
fn without(tools: &Toolchain, hidden: &str, dir: &Path) -> Toolchain {
    let bin = dir.join(hidden);
    std::fs::create_dir_all(&bin).unwrap();
    for entry in std::fs::read_dir(&tools.bin).unwrap().flatten() {
        if entry.file_name() != hidden {
            std::os::unix::fs::symlink(entry.path(), bin.join(entry.file_name())).unwrap();
        }
    }
    Toolchain { bin, identity: format!("without {hidden}"), ..tools.clone() }
}

fn judged(engine: &Engine<'_>, set: &SetSource, curriculum: &Curriculum, id: ExerciseId) -> Outcome {
    let exercise = curriculum.exercise(id);
    let start = set.text(&exercise.path).unwrap();
    let below = &start[start.rfind(check::sheet::LINE).unwrap()..];
    let theirs = format!("{}{below}", set.text(&exercise.solution).unwrap());
    let job = Job::new(set, curriculum, id, theirs, BTreeMap::new()).unwrap();
    engine.judge(&job, &Cancel::new(), &|_| {}).unwrap()
}

fn unavailable(outcome: &Outcome) -> BTreeSet<&str> {
    let results = outcome.checks.iter();
    results
        .filter(|result| result.judgement.verdict.word() == Word::Unavailable)
        .map(|result| result.check.as_str())
        .collect()
}

/// A target's libraries, hidden: exactly the exercises with a run in this kind of machine cannot be judged whole.
const TARGETS: [(&str, MachineKind); 3] = [
    ("wasm32-unknown-unknown", MachineKind::Wasm),
    ("riscv32i-unknown-none-elf", MachineKind::Rv32),
    ("x86_64-unknown-none", MachineKind::RealMode),
];

/// The same toolchain, one of its targets missing: cargo and rustc are where they were.
fn without_target(tools: &Toolchain, hidden: &str, dir: &Path) -> Toolchain {
    let sysroot = dir.join(hidden);
    let (theirs, ours) = (tools.sysroot.join("lib/rustlib"), sysroot.join("lib/rustlib"));
    std::fs::create_dir_all(&ours).unwrap();
    for entry in std::fs::read_dir(theirs).unwrap().flatten() {
        if entry.file_name() != hidden {
            std::os::unix::fs::symlink(entry.path(), ours.join(entry.file_name())).unwrap();
        }
    }
    Toolchain { sysroot, identity: format!("without {hidden}"), ..tools.clone() }
}

/// The solution of a package.
fn package_judged(engine: &Engine<'_>, set: &SetSource, curriculum: &Curriculum, id: ExerciseId) -> Outcome {
    let files = reference_of(set, curriculum, curriculum.exercise(id)).unwrap();
    let job = Job::new(set, curriculum, id, String::new(), files).unwrap();
    engine.judge(&job, &Cancel::new(), &|_| {}).unwrap()
}

/// File exercises that need nothing else that may be absent.
fn plain(exercise: &Exercise) -> bool {
    exercise.form == Form::File && exercise.crates.is_empty() && exercise.needs.is_empty()
}

#[test]
fn exactly_the_checks_of_a_hidden_tool_are_unavailable() {
    let runner = OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")));
    let real = real_tools(&runner);
    let set = SetSource::dir(root());
    let curriculum = curriculum::load(&set, &check::words()).unwrap();
    let home = tempfile::tempdir().unwrap();
    for (hidden, words) in TOOLS {
        let tools = without(&real, hidden, home.path());
        let kit = set.list(Path::new("kit")).into_iter();
        let kit = kit.map(|path| (path.clone(), set.read(&path).unwrap().into_owned())).collect();
        let cache = Some(home.path().join("cache"));
        let engine = Engine { env: env(), cache, kit, ..Engine::new(&runner, &tools) };
        let mut partial = 0;
        for (place, exercise) in curriculum.exercises.iter().enumerate().filter(|(_, e)| plain(e)) {
            let needs: BTreeSet<&str> =
                exercise.checks.iter().map(String::as_str).filter(|word| words.contains(word)).collect();
            let missing = missing_tools(exercise, &tools);
            assert_eq!(
                missing.is_empty(),
                needs.is_empty(),
                "{}: {missing:?} without {hidden}",
                exercise.name
            );
            // Three of each are judged for real; all of them would take as long as the whole set.
            if needs.is_empty() || partial >= 3 {
                continue;
            }
            partial += 1;
            let outcome = judged(&engine, &set, &curriculum, ExerciseId(place));
            assert_eq!(unavailable(&outcome), needs, "{} without {hidden}", exercise.name);
            assert_eq!(outcome.word(), Word::Partial, "{} without {hidden}: the rest passes", exercise.name);
            let again = judged(&engine, &set, &curriculum, ExerciseId(place));
            assert!(again.cached, "{}: nothing changed since", exercise.name);
            let all = Engine {
                env: env(),
                cache: engine.cache.clone(),
                kit: engine.kit.clone(),
                ..Engine::new(&runner, &real)
            };
            let whole = judged(&all, &set, &curriculum, ExerciseId(place));
            assert_eq!(whole.word(), Word::Passed, "{}: {hidden} is there again", exercise.name);
        }
        assert!(partial > 0, "no exercise of the set needs {hidden}");
    }
}

#[test]
fn without_a_target_exactly_its_machines_do_not_run() {
    let runner = OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")));
    let real = real_tools(&runner);
    let set = SetSource::dir(root());
    let curriculum = curriculum::load(&set, &check::words()).unwrap();
    let home = tempfile::tempdir().unwrap();
    let kit = set.list(Path::new("kit")).into_iter();
    let kit: BTreeMap<_, _> = kit.map(|path| (path.clone(), set.read(&path).unwrap().into_owned())).collect();
    for (hidden, kind) in TARGETS {
        let tools = without_target(&real, hidden, home.path());
        let cache = Some(home.path().join("cache"));
        let engine = Engine { env: env(), cache, kit: kit.clone(), ..Engine::new(&runner, &tools) };
        let mut seen = 0;
        for (place, exercise) in curriculum.exercises.iter().enumerate() {
            let missing = missing_tools(exercise, &tools);
            let lacks = missing.iter().any(|tool| tool.name() == hidden);
            let runs = exercise.machine.iter().any(|run| run.kind == kind);
            let says = exercise.needs.iter().any(|need| need.strip_prefix("target:") == Some(hidden));
            assert_eq!(lacks, runs || says, "{} without {hidden}", exercise.name);
            // One of each is judged for real.
            if !runs || seen > 0 {
                continue;
            }
            seen += 1;
            let outcome = package_judged(&engine, &set, &curriculum, ExerciseId(place));
            let words = BTreeSet::from(["machine"]);
            assert_eq!(unavailable(&outcome), words, "{} without {hidden}", exercise.name);
            assert_eq!(outcome.word(), Word::Partial, "{}: the rest passes", exercise.name);
            let told = outcome.decisive().unwrap();
            let install = format!("rustup target add {hidden}");
            assert!(told.judgement.reason.contains(&install), "{}", told.judgement.reason);
        }
        assert!(seen > 0, "no exercise of the set runs in a machine for {hidden}");
    }
}

#[test]
fn without_miri_exactly_what_miri_judges_is_left_open() {
    let runner = OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")));
    let tools = real_tools(&runner);
    assert!(tools.miri.is_none(), "a name that does not exist hides it");
    let set = SetSource::dir(root());
    let curriculum = curriculum::load(&set, &check::words()).unwrap();
    let home = tempfile::tempdir().unwrap();
    let kit = set.list(Path::new("kit")).into_iter();
    let kit = kit.map(|path| (path.clone(), set.read(&path).unwrap().into_owned())).collect();
    let cache = Some(home.path().join("cache"));
    let engine = Engine { env: env(), cache, kit, ..Engine::new(&runner, &tools) };
    let mut seen = Vec::new();
    for (place, exercise) in curriculum.exercises.iter().enumerate() {
        if !exercise.needs.iter().any(|need| need.starts_with("miri")) || exercise.form != Form::File {
            continue;
        }
        let outcome = judged(&engine, &set, &curriculum, ExerciseId(place));
        assert_eq!(outcome.word(), Word::Partial, "{}: {:#?}", exercise.name, outcome.decisive());
        seen.push(exercise.name.as_str());
    }
    assert!(seen.len() >= 3, "only {seen:?} need Miri");
}
