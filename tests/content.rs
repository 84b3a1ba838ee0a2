//! The built-in set, judged whole: every start fails as it declares, every solution passes, every other right
//! answer passes, and every wrong one is rejected for its declared reason. What was judged before with the
//! same text, the same checks and the same tools is not judged again.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test starts tools and ends where something is missing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use cargo_roadmap::check::{self, Outcome, Word};
use cargo_roadmap::curriculum::{self, Curriculum, Exercise, Form, SetSource, Tier};
use cargo_roadmap::engine::{Engine, Job};
use cargo_roadmap::process::Cancel;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::toolchain::{Surroundings, Toolchain};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn set() -> (SetSource, Curriculum) {
    let set = SetSource::dir(root().to_path_buf());
    let curriculum = curriculum::load(&set, &check::words()).unwrap_or_else(|error| panic!("{error}"));
    (set, curriculum)
}

/// What an answer has to be judged as.
enum Wanted {
    Pass,
    Failures(BTreeSet<String>, Option<String>),
}

struct Case<'a> {
    label: String,
    wanted: Wanted,
    job: Job<'a>,
}

fn answers(exercise: &Exercise) -> Vec<(String, String)> {
    let dir = root().join("tests/answers").join(&exercise.name);
    let mut found: Vec<(String, String)> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| {
            let name = entry.path().file_stem().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    found.sort();
    found
}

fn cases<'a>(set: &SetSource, curriculum: &'a Curriculum, exercise: &'a Exercise) -> Vec<Case<'a>> {
    let ours = set.text(&exercise.path).unwrap();
    let below = &ours[ours.rfind(check::sheet::LINE).unwrap()..];
    let companions: BTreeMap<PathBuf, Vec<u8>> = set
        .list(&exercise.companions)
        .into_iter()
        .map(|p| (p.clone(), set.read(&p).unwrap().into_owned()))
        .collect();
    let case = |label: &str, theirs: String, wanted| Case {
        label: format!("{}/{label}", exercise.name),
        wanted,
        job: Job {
            exercise,
            format: curriculum.format,
            theirs,
            ours: ours.clone(),
            companions: companions.clone(),
        },
    };
    let whole = |part: &str| format!("{part}{below}");
    let mut cases = vec![
        case("start", ours.clone(), Wanted::Failures(exercise.fails_with.clone(), None)),
        case("solution", whole(&set.text(&exercise.solution).unwrap()), Wanted::Pass),
    ];
    for (name, text) in answers(exercise) {
        let trap = exercise.traps.iter().find(|trap| trap.answer.as_deref() == Some(name.as_str()));
        let wanted = match trap {
            Some(trap) => Wanted::Failures(trap.fails.clone(), Some(trap.says.clone())),
            None => Wanted::Pass,
        };
        cases.push(case(&name, whole(&text), wanted));
    }
    cases
}

/// Whether what is wanted of this case can only be seen with Miri, and Miri is not there.
fn is_skipped(case: &Case<'_>, outcome: &Outcome, tools: &Toolchain) -> bool {
    let wanted = match &case.wanted {
        Wanted::Pass => outcome.word() == Word::Partial,
        Wanted::Failures(failures, _) => failures.iter().any(|failure| failure.starts_with("miri:")),
    };
    tools.miri.is_none() && check::miri::is_wanted(case.job.exercise) && wanted
}

fn fault(case: &Case<'_>, outcome: &Outcome) -> Option<String> {
    let word = outcome.word();
    let got = outcome.signatures();
    let fine = match &case.wanted {
        Wanted::Pass => word == Word::Passed,
        Wanted::Failures(failures, says) => {
            !matches!(word, Word::Passed | Word::Partial)
                && got == *failures
                && (says.is_none() || outcome.trap == *says)
        }
    };
    let wanted = match &case.wanted {
        Wanted::Pass => "a pass".to_owned(),
        Wanted::Failures(failures, _) => format!("{failures:?}"),
    };
    let reason = outcome.decisive().map(|result| result.judgement.reason.clone()).unwrap_or_default();
    (!fine).then(|| format!("{}: wanted {wanted}, got {} {got:?} {reason}", case.label, word.as_str()))
}

#[test]
fn every_start_fails_as_declared_every_solution_passes_and_every_wrong_answer_is_rejected() {
    let (set, curriculum) = set();
    let runner = OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")));
    let env: BTreeMap<_, _> =
        ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "TMPDIR", "ROADMAP_MIRI_TOOLCHAIN"]
            .iter()
            .filter_map(|&name| Some((name.into(), std::env::var_os(name)?)))
            .collect();
    let around = Surroundings { env: env.clone(), cwd: root().to_path_buf() };
    let tools = Toolchain::find(&around, &runner, None).unwrap();
    let kit = set.list(Path::new("kit")).into_iter().map(|p| (p.clone(), set.read(&p).unwrap().into_owned()));
    let engine = Engine {
        runner: &runner,
        tools: &tools,
        env,
        cache: Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("content")),
        kit: kit.collect(),
        kit_turn: std::sync::Mutex::default(),
        salt: 0,
        fresh: false,
        ahead: false,
    };
    let files = curriculum.exercises.iter().filter(|exercise| exercise.form == Form::File);
    let cases: Vec<Case<'_>> = files.flat_map(|exercise| cases(&set, &curriculum, exercise)).collect();
    let jobs: Vec<Job<'_>> = cases.iter().map(|case| case.job.clone()).collect();
    assert!(jobs.len() > 60, "only {} cases were found", jobs.len());
    let outcomes = engine.judge_all(&jobs, 2, &Cancel::new(), &|_| {});
    assert_eq!(outcomes.len(), cases.len());
    let mut wrong = Vec::new();
    for (case, outcome) in cases.iter().zip(outcomes) {
        let outcome = outcome.unwrap_or_else(|error| panic!("{}: {error}", case.label));
        if is_skipped(case, &outcome, &tools) {
            println!("skipped: {} (Miri is not installed)", case.label);
            continue;
        }
        wrong.extend(fault(case, &outcome));
    }
    println!("{} starts, solutions and answers judged", cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_exercise_has_what_it_needs_to_teach() {
    let (set, curriculum) = set();
    let mut wrong = Vec::new();
    for exercise in &curriculum.exercises {
        let mut miss = |what: String| wrong.push(format!("{}: {what}", exercise.name));
        let given = answers(exercise);
        let count = |start: &str| given.iter().filter(|(name, _)| name.starts_with(start)).count();
        if count("wrong_") < 2 {
            miss(format!("{} wrong answers, two are needed", count("wrong_")));
        }
        if exercise.tier == Tier::A && count("alt_") == 0 {
            miss("no other right answer".to_owned());
        }
        for (name, _) in given.iter().filter(|(name, _)| name.starts_with("wrong_")) {
            if !exercise.traps.iter().any(|trap| trap.answer.as_deref() == Some(name)) {
                miss(format!("{name} has no trap that says what it stands for"));
            }
        }
        let words: Vec<usize> = exercise.hints.iter().map(|hint| hint.split_whitespace().count()).collect();
        if !matches!(words.as_slice(), [15..=60, 30..=120, 1..=200]) {
            miss(format!("hints of {words:?} words; three rungs of 15 to 60, 30 to 120, and the key line"));
        }
        let start = set.text(&exercise.path).unwrap();
        let header = start.lines().take_while(|line| line.starts_with("//")).count();
        if header > 12 {
            miss(format!("a header of {header} lines, 12 are allowed"));
        }
        let todos = start.matches("// TODO: ").count();
        if !(1..=5).contains(&todos) {
            miss(format!("{todos} TODO marks, 1 to 5 are wanted"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_first_sixteen_cover_the_topics_of_stage_one() {
    let (_, curriculum) = set();
    assert!(curriculum.exercises.len() >= 16);
    assert_eq!((curriculum.stages.len(), curriculum.topics.len()), (6, 48));
    for (place, topic) in curriculum.topics.iter().enumerate().filter(|(_, topic)| topic.stage == 0) {
        assert!(curriculum.of_topic(place).count() >= 2, "{} has fewer than two exercises", topic.id);
    }
    assert_eq!(curriculum.exercise(curriculum.order[0]).name, "first_light");
}
