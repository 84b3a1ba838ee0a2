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

use cargo_roadmap::check::probe::Probe;
use cargo_roadmap::check::{self, Outcome, Word};
use cargo_roadmap::curriculum::{self, Curriculum, Exercise, Form, SetSource, Tier};
use cargo_roadmap::engine::crates::Crates;
use cargo_roadmap::engine::job::{lay_over, reference_of, start_of};
use cargo_roadmap::engine::{Engine, Job, missing_tools};
use cargo_roadmap::process::Cancel;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::scaffold::unwritten;
use cargo_roadmap::toolchain::{Surroundings, Tool, Toolchain};
use cargo_roadmap::workspace::package::{Files, name_in_workspace};

/// Where the set lies: cargo says it when it runs the tests.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
}

/// The exercises to judge, for authors at work: `ONLY=first_light,move_map`; all where it is not set.
fn is_wanted(exercise: &Exercise) -> bool {
    std::env::var("ONLY").map_or(true, |only| only.split(',').any(|name| name == exercise.name))
}

fn set() -> (SetSource, Curriculum) {
    let set = SetSource::dir(root());
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

/// The names of the answers beside the solution: files, and for packages directories with what differs.
fn answers(exercise: &Exercise) -> Vec<(String, PathBuf)> {
    let dir = root().join("tests/answers").join(&exercise.name);
    let mut found: Vec<(String, PathBuf)> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| {
            entry.path().is_dir() || entry.path().extension().is_some_and(|ending| ending == "rs")
        })
        .map(|entry| (entry.path().file_stem().unwrap().to_string_lossy().into_owned(), entry.path()))
        .collect();
    found.sort();
    found
}

/// What is judged under one label: a learner's file, or a learner's package.
struct Work<'a> {
    set: &'a SetSource,
    curriculum: &'a Curriculum,
    exercise: &'a Exercise,
}

impl<'a> Work<'a> {
    fn start(&self) -> Job<'a> {
        match self.exercise.form {
            Form::File => self.file(self.set.text(&self.exercise.path).unwrap()),
            Form::Package => self.package(start_of(self.set, self.curriculum, self.exercise).unwrap()),
        }
    }

    fn solution(&self) -> Job<'a> {
        match self.exercise.form {
            Form::File => self.part(&self.set.text(&self.exercise.solution).unwrap()),
            Form::Package => self.package(reference_of(self.set, self.curriculum, self.exercise).unwrap()),
        }
    }

    /// An answer of a package holds what differs from the start.
    fn answer(&self, path: &Path) -> Job<'a> {
        match self.exercise.form {
            Form::File => self.part(&std::fs::read_to_string(path).unwrap()),
            Form::Package => {
                let mut files = start_of(self.set, self.curriculum, self.exercise).unwrap();
                let mut differing = Files::new();
                below(path, path, &mut differing);
                lay_over(&mut files, differing);
                self.package(files)
            }
        }
    }

    fn part(&self, above: &str) -> Job<'a> {
        let ours = self.set.text(&self.exercise.path).unwrap();
        self.file(format!("{above}{}", &ours[ours.rfind(check::sheet::LINE).unwrap()..]))
    }

    fn file(&self, text: String) -> Job<'a> {
        self.job(text, Files::new())
    }

    fn package(&self, files: Files) -> Job<'a> {
        self.job(String::new(), files)
    }

    fn job(&self, theirs: String, package: Files) -> Job<'a> {
        let id = self.curriculum.find(&self.exercise.name).unwrap();
        Job::new(self.set, self.curriculum, id, theirs, package).unwrap()
    }
}

/// The files of an answer.
fn below(root: &Path, dir: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(dir).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(root, &path, files);
        } else {
            let name = name_in_workspace(path.strip_prefix(root).unwrap());
            files.insert(name, std::fs::read(&path).unwrap());
        }
    }
}

fn cases<'a>(set: &'a SetSource, curriculum: &'a Curriculum, exercise: &'a Exercise) -> Vec<Case<'a>> {
    let work = Work { set, curriculum, exercise };
    let case = |label: &str, job, wanted| Case { label: format!("{}/{label}", exercise.name), wanted, job };
    let mut cases = vec![
        case("start", work.start(), Wanted::Failures(exercise.fails_with.clone(), None)),
        case("solution", work.solution(), Wanted::Pass),
    ];
    for (name, path) in answers(exercise) {
        let trap = exercise.traps.iter().find(|trap| trap.answer.as_deref() == Some(name.as_str()));
        let wanted = match trap {
            Some(trap) => Wanted::Failures(trap.fails.clone(), Some(trap.says.clone())),
            None => Wanted::Pass,
        };
        cases.push(case(&name, work.answer(&path), wanted));
    }
    cases
}

/// Whether what is wanted of this case can only be seen with Miri, and Miri is not there.
fn is_skipped(case: &Case<'_>, outcome: &Outcome, tools: &Toolchain) -> bool {
    let wanted = match &case.wanted {
        Wanted::Pass => outcome.word() == Word::Partial,
        // A prediction whose items only Miri can judge is partial then, right or wrong.
        Wanted::Failures(failures, _) => {
            outcome.word() == Word::Partial || failures.iter().any(|failure| failure.starts_with("miri:"))
        }
    };
    tools.miri.is_none() && check::miri::is_wanted(case.job.exercise) && wanted
}

/// The target of one of its machines, where it is not installed: then nothing is seen of what runs there.
fn lacks_target(case: &Case<'_>, tools: &Toolchain) -> Option<String> {
    let missing = missing_tools(case.job.exercise, tools);
    let target = missing.into_iter().find(|tool| matches!(tool, Tool::Target(_)))?;
    Some(target.install())
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
    let env: BTreeMap<_, _> = [
        "PATH",
        "HOME",
        "CARGO_HOME",
        "RUSTUP_HOME",
        "RUSTUP_TOOLCHAIN",
        "TMPDIR",
        "ROADMAP_MIRI_TOOLCHAIN",
        "MIRI_SYSROOT",
    ]
    .iter()
    .filter_map(|&name| Some((name.into(), std::env::var_os(name)?)))
    .collect();
    let around = Surroundings { env: env.clone(), cwd: root() };
    let tools = Toolchain::find(&around, &runner, None).unwrap();
    let part = |part: &str| -> Files {
        let paths = set.list(Path::new(part)).into_iter();
        paths.map(|path| (path.clone(), set.read(&path).unwrap().into_owned())).collect()
    };
    let engine = Engine {
        env,
        cache: Some(Path::new(env!("CARGO_TARGET_TMPDIR")).join("content")),
        kit: part("kit"),
        crates: Crates::new(part("crates")),
        ..Engine::new(&runner, &tools)
    };
    let fetched = engine.fetch_crates(&Cancel::new(), &|_| {}).unwrap();
    if let Err(said) = &fetched {
        println!("skipped: all exercises that use crates, which are not here and cannot be fetched: {said}");
    }
    let judged = curriculum
        .exercises
        .iter()
        .filter(|exercise| fetched.is_ok() || exercise.crates.is_empty())
        .filter(|exercise| is_wanted(exercise));
    let cases: Vec<Case<'_>> = judged.flat_map(|exercise| cases(&set, &curriculum, exercise)).collect();
    let jobs: Vec<Job<'_>> = cases.iter().map(|case| case.job.clone()).collect();
    let enough = if std::env::var_os("ONLY").is_some() { 2 } else { 60 };
    assert!(jobs.len() > enough, "only {} cases were found", jobs.len());
    let outcomes = engine.judge_all(&jobs, 2, &Cancel::new(), &|_| {});
    assert_eq!(outcomes.len(), cases.len());
    let mut wrong = Vec::new();
    for (case, outcome) in cases.iter().zip(outcomes) {
        let outcome = outcome.unwrap_or_else(|error| panic!("{}: {error}", case.label));
        if is_skipped(case, &outcome, &tools) {
            println!("skipped: {} (Miri is not installed)", case.label);
            continue;
        }
        if let Some(install) = lacks_target(case, &tools) {
            println!("skipped: {} (`{install}`)", case.label);
            continue;
        }
        wrong.extend(fault(case, &outcome));
    }
    println!("{} starts, solutions and answers judged", cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The learner's file; of a package all Rust files that the learner may change, the one with the task first.
fn start_text(set: &SetSource, curriculum: &Curriculum, exercise: &Exercise) -> String {
    if exercise.form == Form::File {
        return set.text(&exercise.path).unwrap();
    }
    let files = start_of(set, curriculum, exercise).unwrap();
    let open = files.into_iter().filter(|(path, _)| !check::package::is_locked(exercise, path));
    let mut texts: Vec<String> =
        open.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
    texts.sort_by_key(|text| !text.contains("\n// Read: ") && !text.contains("\n# Read: "));
    texts.concat()
}

#[test]
fn every_exercise_has_what_it_needs_to_teach() {
    let (set, curriculum) = set();
    let mut wrong = Vec::new();
    for exercise in curriculum.exercises.iter().filter(|exercise| is_wanted(exercise)) {
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
        let start = start_text(&set, &curriculum, exercise);
        let header = start.lines().take_while(|line| line.starts_with("//")).count();
        let allowed = if exercise.step.is_some() { 25 } else { 12 };
        if header > allowed {
            miss(format!("a header of {header} lines, {allowed} are allowed"));
        }
        let todos = start.matches("// TODO: ").count() + start.matches("# TODO: ").count();
        if !(1..=5).contains(&todos) {
            miss(format!("{todos} TODO marks, 1 to 5 are wanted"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_text_of_a_scaffold_is_still_to_be_written() {
    let (set, curriculum) = set();
    let mut wrong = Vec::new();
    let mut look = |path: &Path, text: &str| {
        wrong.extend(unwritten(text).map(|line| format!("{}:{line}: write this text", path.display())));
    };
    for part in ["exercises", "solutions"] {
        for path in set.list(part) {
            look(&path, &String::from_utf8_lossy(&set.read(&path).unwrap()));
        }
    }
    for (name, path) in curriculum.exercises.iter().flat_map(answers) {
        if path.is_file() {
            look(Path::new(&name), &std::fs::read_to_string(&path).unwrap());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn probes_say_what_they_show_and_items_why_they_are_so() {
    let (set, curriculum) = set();
    let mut seen = 0;
    for exercise in &curriculum.exercises {
        for path in set.list(&exercise.companions) {
            let kind = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
            if !matches!(kind.as_str(), "accept" | "reject" | "items") {
                continue;
            }
            seen += 1;
            let text = set.text(&path).unwrap();
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            let probe = Probe { path: path.clone(), stem, text };
            assert!(!probe.shows().is_empty(), "{} has no leading comment", path.display());
            let marks = check::reject::marks(&probe.text);
            assert_eq!(!marks.is_empty(), kind == "reject", "{}: marks belong in `reject`", path.display());
            if kind == "items" {
                assert!(!check::predict::item::why(&probe).is_empty(), "{} has no why", path.display());
                let shown = check::predict::item::for_learners(&probe.text);
                let ours =
                    probe.text.lines().filter(|l| l.starts_with("//@ why:") || l.starts_with("//@ key:"));
                let lines = shown.lines().count() + 1 + ours.count();
                assert_eq!(
                    lines,
                    probe.text.lines().count(),
                    "{}: the why stands at its end",
                    path.display()
                );
            }
        }
    }
    assert!(seen >= 14, "only {seen} probes and items were found");
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
