//! Probes and predictions with real tools behind them: what they must not say while they judge, and answers
//! that try to pass by another way than being right.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test ends where something is missing, and reads its environment"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use cargo_roadmap::check::{self, Outcome, Word};
use cargo_roadmap::curriculum::{self, SetSource};
use cargo_roadmap::engine::{Engine, Event, Job};
use cargo_roadmap::process::Cancel;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::toolchain::{Surroundings, Toolchain};

/// Judges a learner's part of a built-in exercise; brings the outcome and everything that was told meanwhile.
fn judged(name: &str, change: impl Fn(&str) -> String) -> (Outcome, Vec<Event>) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let set = SetSource::dir(root.clone());
    let curriculum = curriculum::load(&set, &check::words()).unwrap();
    let exercise = curriculum.exercise(curriculum.find(name).unwrap());
    let runner = OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")));
    let wanted = ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "TMPDIR"];
    let env: BTreeMap<_, _> =
        wanted.iter().filter_map(|&name| Some((name.into(), std::env::var_os(name)?))).collect();
    let tools = Toolchain::find(&Surroundings { env: env.clone(), cwd: root }, &runner, None).unwrap();
    let read = |path: PathBuf| (path.clone(), set.read(&path).unwrap().into_owned());
    let engine = Engine {
        env,
        cache: Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("probes")),
        kit: set.list(Path::new("kit")).into_iter().map(read).collect(),
        fresh: true,
        ..Engine::new(&runner, &tools)
    };
    let ours = set.text(&exercise.path).unwrap();
    let below = &ours[ours.rfind(check::sheet::LINE).unwrap()..];
    let job = Job {
        exercise,
        format: curriculum.format,
        theirs: format!("{}{below}", change(&set.text(&exercise.solution).unwrap())),
        ours: ours.clone(),
        companions: set.list(&exercise.companions).into_iter().map(read).collect(),
        package: BTreeMap::new(),
    };
    let told = Mutex::new(Vec::new());
    let outcome = engine.judge(&job, &Cancel::new(), &|event| told.lock().unwrap().push(event)).unwrap();
    (outcome, told.into_inner().unwrap())
}

#[test]
fn what_probes_and_items_say_is_told_by_the_verdict_only() {
    // The probes are refused, and some items, as they should be; other items print what was asked for.
    let (outcome, told) = judged("lifetimes_by_need", str::to_owned);
    assert_eq!(outcome.word(), Word::Passed, "{outcome:?}");
    let errors = told.iter().filter(|event| matches!(event, Event::Diagnostics(_)));
    assert_eq!(errors.count(), 0, "{told:?}");
    let (outcome, told) = judged("move_map", str::to_owned);
    assert_eq!(outcome.word(), Word::Passed, "{outcome:?}");
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn answers_printed_by_other_means_than_the_constants_change_nothing() {
    let forged = |part: &str| {
        let open = part.replace("Compiles(\"A7\").sure(70)", "Open");
        assert_ne!(open, part);
        open + "\n#[test]\nfn forged() { println!(\"answer\\t2\\tcompiles\\t70\\t0\\t=A7\"); }\n"
    };
    let (outcome, _) = judged("move_map", forged);
    assert_eq!(outcome.signatures().into_iter().collect::<Vec<_>>(), ["item:2"]);
}

#[test]
fn a_part_that_ends_the_process_accepts_nothing() {
    let (outcome, _) = judged("holder_struct", |part| {
        part.replace(
            "let start = self",
            "std::process::exit(0);\n        #[expect(unreachable_code)]\n        let start = self",
        )
    });
    assert_eq!(outcome.word(), Word::Failed, "{outcome:?}");
    assert!(outcome.signatures().contains("source:exit"), "{:?}", outcome.signatures());
}
