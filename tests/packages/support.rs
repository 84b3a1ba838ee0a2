//! A small set in memory, and learners' packages to judge against it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use cargo_roadmap::check::{self, Outcome};
use cargo_roadmap::curriculum::{self, Curriculum, SetSource};
use cargo_roadmap::engine::crates::Crates;
use cargo_roadmap::engine::{Engine, Job};
use cargo_roadmap::process::Cancel;
use cargo_roadmap::process::os::OsRunner;
use cargo_roadmap::toolchain::{Surroundings, Toolchain};
use cargo_roadmap::workspace::package::Files;

const INFO: &str = "format_version = 2\n[[stages]]\nid = \"first\"\ntitle = \"First\"\ngoal = \"Try.\"\n\
    [[topics]]\nid = \"parcels\"\nstage = \"first\"\ntitle = \"Parcels\"\n";

pub(crate) const MANIFEST: &str = "[package]\nname = \"sums\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";

/// Files by their paths.
pub(crate) fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
}

/// A set and the place where its packages are built.
pub(crate) struct Bed {
    set: SetSource,
    curriculum: Curriculum,
    cache: tempfile::TempDir,
    pub(crate) env: BTreeMap<OsString, OsString>,
}

impl Bed {
    /// One topic with these entries of `topic.toml`, and these files by their paths in the topic.
    pub(crate) fn new(entries: &str, packages: &[(&str, &str)]) -> Self {
        let dir = "exercises/1_first/01_parcels";
        let mut all = files(&[("info.toml", INFO), (&format!("{dir}/topic.toml"), entries)]);
        for (path, bytes) in files(packages) {
            let outside = path.starts_with("solutions") || path.starts_with("crates");
            let path = if outside { path } else { Path::new(dir).join(path) };
            all.insert(path, bytes);
        }
        let set = SetSource::in_memory("bed", all).unwrap();
        let curriculum = curriculum::load(&set, &check::words()).unwrap_or_else(|error| panic!("{error}"));
        let kept = ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "TMPDIR"];
        let env = kept.iter().filter_map(|&name| Some((name.into(), std::env::var_os(name)?))).collect();
        Self { set, curriculum, cache: tempfile::tempdir().unwrap(), env }
    }

    /// A set with one package called `sums`, which has to add and is tested by `tests/sums.rs`; `more` are further keys
    /// of its entry.
    pub(crate) fn sums(more: &str) -> Self {
        let entry = format!(
            "[[exercises]]\nname = \"sums\"\nkind = \"todo\"\ntier = \"A\"\nminutes = 5\n\
             checks = [\"compile\", \"test\", \"clippy\", \"fmt\"]\nlocked = [\"tests/**\"]\n\
             limits = {{ seconds = 2 }}\n{more}\n"
        );
        let test = "#[test]\nfn adds() {\n    assert_eq!(sums::add(2, 3), 5);\n}\n\n\
                    #[test]\nfn adds_nothing() {\n    assert_eq!(sums::add(2, 0), 2);\n}\n";
        let solution = "solutions/1_first/01_parcels/sums/src/lib.rs";
        Self::new(
            &entry,
            &[
                ("sums/Cargo.toml.in", MANIFEST),
                ("sums/tests/sums.rs", test),
                ("sums/src/lib.rs", "\n"),
                (solution, ADD),
            ],
        )
    }

    /// What is judged of the exercise called `name` if the learner has these files.
    pub(crate) fn judge(&self, name: &str, learners: &Files) -> Outcome {
        let runner = OsRunner::new(PathBuf::from(env!("CARGO_BIN_EXE_cargo-roadmap")));
        let around = Surroundings { env: self.env.clone(), cwd: self.cache.path().to_path_buf() };
        let tools = Toolchain::find(&around, &runner, None).unwrap();
        let part = |part: &str| -> Files {
            let paths = self.set.list(Path::new(part)).into_iter();
            paths.map(|path| (path.clone(), self.set.read(&path).unwrap().into_owned())).collect()
        };
        std::fs::create_dir_all(self.cache.path().join("packages")).unwrap();
        let engine = Engine {
            env: self.env.clone(),
            // Not the plainest of all paths: what cargo reports has to be found all the same.
            cache: Some(self.cache.path().join("packages").join("..")),
            kit: part("kit"),
            crates: Crates::new(part("crates")),
            ..Engine::new(&runner, &tools)
        };
        let id = self.curriculum.find(name).unwrap();
        let exercise = self.curriculum.exercise(id);
        let (theirs, package) = match exercise.form {
            curriculum::Form::Package => (String::new(), learners.clone()),
            curriculum::Form::File => {
                (String::from_utf8(learners[Path::new("file")].clone()).unwrap(), Files::new())
            }
        };
        let job = Job::new(&self.set, &self.curriculum, id, theirs, package).unwrap();
        engine.judge(&job, &Cancel::new(), &|_| {}).unwrap()
    }

    /// The set.
    pub(crate) fn set(&self) -> (&SetSource, &Curriculum) {
        (&self.set, &self.curriculum)
    }
}

/// The right answer of [`Bed::sums`].
pub(crate) const ADD: &str = "pub fn add(left: u32, right: u32) -> u32 {\n    left + right\n}\n";

/// The package `sums` with these files instead.
pub(crate) fn sums(instead: &[(&str, &str)]) -> Files {
    let mut all = files(&[("Cargo.toml", MANIFEST), ("src/lib.rs", ADD)]);
    all.extend(files(instead));
    all
}

/// The failures of an outcome in one line, and its reason for whoever reads a red test.
#[track_caller]
pub(crate) fn assert_fails(outcome: &Outcome, wanted: &[&str]) {
    let got: Vec<String> = outcome.signatures().into_iter().collect();
    let why = outcome.decisive().map(|result| (&result.judgement.reason, &result.judgement.detail));
    assert_eq!(got, wanted, "{} {why:?}", outcome.word().as_str());
}

/// It passed, all of it.
#[track_caller]
pub(crate) fn assert_passes(outcome: &Outcome) {
    assert_fails(outcome, &[]);
    assert_eq!(outcome.word(), check::Word::Passed, "{outcome:?}");
}
