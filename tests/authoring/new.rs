//! `new`: what it makes is sound from the first moment, and nothing is ever half made.

use std::path::Path;
use std::process::Command;

use cargo_roadmap::check::{self, Outcome, Word};
use cargo_roadmap::curriculum::{self, Curriculum, Exercise, ExerciseId, Form, SetSource};
use cargo_roadmap::engine::job::{lay_over, reference_of, start_of};
use cargo_roadmap::engine::{Engine, Job};
use cargo_roadmap::process::Cancel;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::scaffold::MARKER;
use cargo_roadmap::toolchain::{Surroundings, Toolchain};
use cargo_roadmap::workspace::package::{Files, files_below};

use super::support::{Author, diff, text, tree};

const SHAPES: [(&str, &[&str]); 7] = [
    ("made_todo", &[]),
    ("made_fix", &["--kind", "fix"]),
    ("made_predict", &["--kind", "predict"]),
    ("made_probes", &["--kind", "probes"]),
    ("made_mutants", &["--kind", "mutants"]),
    ("made_package", &["--package"]),
    ("made_fix_package", &["--kind", "fix", "--package"]),
];

/// What is judged of an exercise: its start, its solution, and each answer.
fn jobs<'a>(
    set: &SetSource,
    curriculum: &'a Curriculum,
    id: ExerciseId,
    answers: &Path,
) -> Vec<(String, Job<'a>)> {
    let exercise = curriculum.exercise(id);
    let job = |text: String, files: Files| Job::new(set, curriculum, id, text, files).unwrap();
    let mut jobs = Vec::new();
    let dir = answers.join(&exercise.name);
    let mut names: Vec<_> = std::fs::read_dir(&dir).unwrap().flatten().map(|entry| entry.path()).collect();
    names.sort();
    match exercise.form {
        Form::Package => {
            let start = start_of(set, curriculum, exercise).unwrap();
            jobs.push(("start".to_owned(), job(String::new(), start.clone())));
            let solution = reference_of(set, curriculum, exercise).unwrap();
            jobs.push(("solution".to_owned(), job(String::new(), solution)));
            for path in names {
                let mut files = start.clone();
                lay_over(&mut files, files_below(&path).unwrap());
                jobs.push((stem(&path), job(String::new(), files)));
            }
        }
        Form::File => {
            let start = set.text(&exercise.path).unwrap();
            let below = &start[start.rfind(check::sheet::LINE).unwrap()..];
            let part = |above: String| job(format!("{above}{below}"), Files::new());
            jobs.push(("solution".to_owned(), part(set.text(&exercise.solution).unwrap())));
            for path in names {
                jobs.push((stem(&path), part(std::fs::read_to_string(&path).unwrap())));
            }
            jobs.push(("start".to_owned(), job(start.clone(), Files::new())));
        }
    }
    jobs
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// What is wrong with an outcome, if anything is.
fn fault(exercise: &Exercise, label: &str, outcome: &Outcome) -> Option<String> {
    let wanted = match label {
        "start" => Some(exercise.fails_with.clone()),
        "solution" => None,
        answer => {
            let trap = exercise.traps.iter().find(|trap| trap.answer.as_deref() == Some(answer));
            trap.map(|trap| trap.fails.clone())
        }
    };
    let fine = match &wanted {
        None => outcome.word() == Word::Passed,
        Some(wanted) => outcome.word() == Word::Failed && outcome.signatures() == *wanted,
    };
    let got = (outcome.word().as_str(), outcome.signatures());
    (!fine).then(|| format!("{}/{label}: wanted {wanted:?}, got {got:?}", exercise.name))
}

#[test]
fn every_kind_starts_red_ends_green_and_tells_wrong_answers_from_right_ones() {
    let author = Author::new();
    author.does(".", &["new", "--set", "tour", "--topic", "parcels"]);
    for (name, options) in SHAPES {
        author.does("tour", &[&["new", name], options].concat());
    }
    let root = author.at("tour");
    let set = SetSource::dir(&root);
    let curriculum = curriculum::load(&set, &check::words()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(curriculum.exercises.len(), SHAPES.len() + 1);
    let runner = OsRunner::new(env!("CARGO_BIN_EXE_cargo-roadmap").into());
    let kept = ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "TMPDIR"];
    let env: std::collections::BTreeMap<_, _> =
        kept.iter().filter_map(|&name| Some((name.into(), std::env::var_os(name)?))).collect();
    let tools =
        Toolchain::find(&Surroundings { env: env.clone(), cwd: root.clone() }, &runner, None).unwrap();
    let kit = set.list("kit").into_iter().map(|path| (path.clone(), set.read(&path).unwrap().into_owned()));
    let kit: Files = kit.collect();
    let engine = Engine { env, kit, cache: Some(author.at("cache")), ..Engine::new(&runner, &tools) };
    let mut wrong = Vec::new();
    let mut judged = 0;
    for (id, exercise) in curriculum.in_order() {
        let cases = jobs(&set, &curriculum, id, &root.join("tests/answers"));
        let list: Vec<Job<'_>> = cases.iter().map(|(_, job)| job.clone()).collect();
        for ((label, _), outcome) in cases.iter().zip(engine.judge_all(&list, 2, &Cancel::new(), &|_| {})) {
            judged += 1;
            wrong.extend(fault(exercise, label, &outcome.unwrap()));
        }
    }
    assert_eq!(judged, 8 * 5, "start, solution, one other right answer and two wrong ones of each");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_made_is_formatted_and_says_where_texts_are_missing() {
    let author = Author::new();
    author.does(".", &["new", "--set", "tour"]);
    for (name, options) in SHAPES {
        author.does("tour", &[&["new", name], options].concat());
    }
    let files = tree(&author.at("tour"));
    let sources: Vec<&String> = files
        .keys()
        .filter(|path| Path::new(path).extension().is_some_and(|it| it == "rs") && !path.starts_with("kit/"))
        .collect();
    let formatted = Command::new("rustfmt")
        .args(["--check", "--edition", "2024"])
        .args(&sources)
        .current_dir(author.at("tour"))
        .output()
        .unwrap();
    assert!(formatted.status.success(), "{}", text(&formatted.stdout));
    let topic = "1_first/01_first_topic";
    for (name, options) in SHAPES {
        let file = if options.contains(&"--package") { "/src/lib.rs" } else { ".rs" };
        for side in ["exercises", "solutions"] {
            let path = format!("{side}/{topic}/{name}{file}");
            assert!(files[&path].contains(MARKER), "{path}:\n{}", files[&path]);
        }
    }
    let map = &files[&format!("exercises/{topic}/topic.toml")];
    for entry in map.split("[[exercises]]").skip(1) {
        // Three lines of the note, three rungs, and what each trap says.
        assert_eq!(entry.matches(MARKER).count(), 3 + 3 + 2, "{entry}");
    }
    assert!(files[&format!("exercises/{topic}/README.md")].contains(MARKER));
}

#[test]
fn somebodys_topic_toml_keeps_its_comments_and_its_layout() {
    let author = Author::new();
    author.does(".", &["new", "--set", "tour"]);
    let map = author.at("tour/exercises/1_first/01_first_topic/topic.toml");
    let mine = format!(
        "# in the order of study\n{}\n# more to come\n",
        std::fs::read_to_string(&map).unwrap().replace("minutes = 15", "minutes   =  15 # or so")
    );
    std::fs::write(&map, &mine).unwrap();
    author.does("tour", &["new", "second_steps"]);
    let after = std::fs::read_to_string(&map).unwrap();
    let (before, last) = mine.rsplit_once("\n# more to come").unwrap();
    assert!(after.starts_with(before) && after.contains("# more to come") && last == "\n", "{after}");
    assert!(after.contains("name = \"second_steps\""), "{after}");
}

#[test]
fn what_is_refused_leaves_everything_as_it_was() {
    let author = Author::new();
    author.does(".", &["new", "--set", "tour"]);
    std::fs::create_dir_all(author.at("tour/tests/answers/in_the_way")).unwrap();
    std::fs::write(author.at("tour/tests/answers/in_the_way/alt_full_and_rest.rs"), "mine").unwrap();
    let before = tree(&author.at("."));
    for (args, said) in [
        (&["new", "x"][..], "3 to 32 small letters"),
        (&["new", "Not-A-Name"], "3 to 32 small letters"),
        (&["new", "../escape"], "3 to 32 small letters"),
        (&["new", "nul"], "device"),
        (&["new", "match"], "means something to Rust"),
        (&["new", "kit"], "means something to Rust"),
        (&["new", "first_steps"], "is taken"),
        (&["new", "first_topic"], "given twice"),
        (&["new", "again", "--topic", "frist_topic"], "did you mean `first_topic`?"),
        (&["new", "again", "--topic", "zzz"], "add it there"),
        (&["new", "again", "--kind", "predict", "--package"], "leave `--package` out"),
        (&["new", "in_the_way"], "alt_full_and_rest.rs is there already"),
        (&["new", "--set", "."], "is not empty"),
        (&["new", "--set", "../other", "--topic", "no good"], "cannot be the id of a topic"),
    ] {
        let output = author.roadmap("tour", args);
        let told = text(&output.stderr);
        // What a set as a whole has against it is told as a fault of the set.
        assert!(matches!(output.status.code(), Some(2 | 4)), "{args:?}: {output:?}");
        assert!(told.contains(said), "{args:?}: {told}");
        assert_eq!(diff(&before, &tree(&author.at("."))), [""; 0], "{args:?}");
    }
    let nowhere = author.is_refused(".", &["new", "anything"]);
    assert!(nowhere.contains("new --set DIR"), "{nowhere}");
}

#[test]
fn a_new_set_runs_at_once_and_a_further_exercise_comes_with_an_update() {
    let author = Author::new();
    let made = author.does(".", &["new", "--set", "tour"]);
    assert!(
        made.contains("tour/info.toml") && made.contains("cd tour && cargo roadmap run first_steps"),
        "{made}"
    );
    author.does("tour", &["init"]);
    let run = author.roadmap("tour", &["run"]);
    assert_eq!(
        run.status.code(),
        Some(1),
        "it fails, as a start does, and nobody is asked for trust: {run:?}"
    );
    // Wherever in the set somebody stands.
    let made = author.does("tour/exercises", &["new", "second_steps"]);
    assert!(made.contains("cargo roadmap update && cargo roadmap run second_steps"), "{made}");
    author.does("tour", &["update"]);
    assert_eq!(author.roadmap("tour", &["run", "second_steps"]).status.code(), Some(1));
    // In the author's own workspace the set around it is meant.
    author.does("tour/roadmap", &["new", "third_steps"]);
    assert!(author.at("tour/solutions/1_first/01_first_topic/third_steps.rs").is_file());
}

#[test]
fn a_learner_gets_a_set_of_their_own_beside_the_one_they_study() {
    let author = Author::new();
    author.does(".", &["init"]);
    let before = tree(&author.at("roadmap"));
    let made = author.does("roadmap/exercises", &["new", "my_own"]);
    assert!(made.contains("cd ../local && cargo roadmap run my_own"), "{made}");
    let after = diff(&before, &tree(&author.at("roadmap")));
    assert!(!after.is_empty() && after.iter().all(|change| change.starts_with("+ local/")), "{after:?}");
    let run = author.roadmap("roadmap/local", &["run"]);
    assert_eq!(run.status.code(), Some(1), "{run:?}");
    assert!(text(&run.stdout).contains("my_own"), "{run:?}");
    author.does("roadmap", &["new", "my_next"]);
    author.does("roadmap/local", &["update"]);
    let list = author.does("roadmap/local", &["list"]);
    assert!(list.contains("my_own") && list.contains("my_next") && !list.contains("first_light"), "{list}");
    let list = author.does("roadmap", &["list"]);
    assert!(list.contains("first_light") && !list.contains("my_own"), "{list}");
}

#[test]
fn machines_get_a_list_of_what_was_made() {
    let author = Author::new();
    let made = author.does(".", &["new", "--set", "tour", "--format", "json"]);
    let made: serde_json::Value = serde_json::from_str(&made).unwrap();
    assert_eq!((made["version"].as_u64(), made["exercise"].as_str()), (Some(1), Some("first_steps")));
    let files: Vec<&str> =
        made["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap()).collect();
    assert!(files.iter().all(|file| author.at(file).exists()), "{files:?}");
}
